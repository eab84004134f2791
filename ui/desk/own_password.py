"""Changing one's own password: the old one, and the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.dealership.access.commands import change_own_password
from models.dealership.access.fields import OWN_PASSWORD_FIELDS
from ui.forms.row_dialog import RowDialog
from ui.pages.labels import Labels

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.context import AppContext


def change_password(ctx: AppContext, parent: QWidget) -> bool:
    """Ask for both passwords and change it; True when it was changed."""

    def save(values: dict[str, Any]) -> None:
        ctx.jobs.write(change_own_password, ctx.actor, values)

    saved = RowDialog.ask(
        parent,
        OWN_PASSWORD_FIELDS,
        [[spec.key] for spec in OWN_PASSWORD_FIELDS],
        {},
        ctx.texts,
        Labels(ctx),
        save,
        confirm=ctx.ask.confirm,
        title=ctx.texts("shell", "Change my password"),
    )
    return saved is not None
