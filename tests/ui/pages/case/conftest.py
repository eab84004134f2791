"""The page of a case over a real store, with somebody at the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.forms.row_dialog import RowDialog

from .complaints import Desk, Dialogs

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.shell.context import AppContext


@pytest.fixture
def desk(qtbot: QtBot, ctx_of: Callable[..., AppContext]) -> Desk:
    """The page of a case at which 刘敏 sits."""
    made = Desk(ctx_of("liumin"))
    qtbot.addWidget(made.page)
    return made


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch) -> Dialogs:
    """The answers for the dialogs of a test."""
    made = Dialogs()

    def at_the_dialog(dialog: RowDialog) -> int:
        return made.fill(dialog)

    monkeypatch.setattr(RowDialog, "exec", at_the_dialog)
    return made
