"""The head of a case: its keys, and texts that stay whole in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from .complaints import register

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.casefile import Dealership

    from .complaints import Desk

pytestmark = pytest.mark.windows


def test_ctrl_p_opens_the_papers_of_the_case(
    desk: Desk, dealership: Dealership, qtbot: QtBot
) -> None:
    desk.open(register(dealership.person("liumin")), "registration")
    papers = desk.page._head.print_menu
    desk.page.activateWindow()
    qtbot.keyClick(desk.page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.activePopupWidget() is papers
    assert papers.activeAction() is papers.actions()[0]
    papers.close()


def test_in_a_narrow_window_the_next_step_is_read_whole(
    desk: Desk, dealership: Dealership, qtbot: QtBot
) -> None:
    desk.open(register(dealership.person("liumin")), "registration")
    desk.page.setFixedSize(857, 520)
    qtbot.waitUntil(lambda: desk.page._head.steps.y() < desk.page._head._print.y())
    for name in ("case.missing", "case.next_step", "case.print", "case.more"):
        shown = desk.page.findChild(QPushButton, name)
        assert shown.isVisible()
        assert shown.width() >= shown.sizeHint().width(), name
