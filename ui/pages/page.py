"""What the window expects of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from models.kernel.changes import Change
    from ui.shell.context import AppContext

_LEAST = (800, 420)


class Page(QWidget):
    """A page of the navigation: refreshed when shown, told when data changed while it is shown."""

    name: ClassVar[str] = ""

    def __init__(self, ctx: AppContext) -> None:
        """Keep what the page works with; subclasses lay it out."""
        super().__init__()
        self.ctx = ctx
        self.t = ctx.texts
        self.setObjectName(f"page.{self.name}")

    def minimumSizeHint(self) -> QSize:
        """Let the window become narrow: a page folds or scrolls what does not fit."""
        return QSize(*_LEAST)

    def refresh(self) -> None:
        """Read anew what the page shows."""

    def show_part(self, name: str) -> None:
        """Show a part of the page that was asked for; a page without parts has none."""

    def data_changed(self, changes: tuple[Change, ...]) -> None:
        """Follow what a command changed; by default everything is read anew."""
        if changes:
            self.refresh()

    def keep(self) -> None:
        """Keep what was typed as a draft, without asking."""

    def may_leave(self) -> bool:
        """Tell whether the page can be left; one with unsaved text keeps it or asks first."""
        self.keep()
        return True
