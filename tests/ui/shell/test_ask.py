"""Questions name the act, Esc is harmless, and every answer can be found by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QPushButton

from ui.shell.ask import Ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from resources.texts import Texts


@pytest.fixture
def ask(texts: Texts, qtbot: QtBot) -> Ask:
    return Ask(texts)


def meanwhile(act: Callable[[QDialog], object]) -> None:
    """Do ``act`` with the box as soon as it is open."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QDialog)
        assert box.objectName() == "ask.box"
        act(box)

    QTimer.singleShot(0, look)


def press(name: str) -> Callable[[QDialog], object]:
    def act(box: QDialog) -> None:
        box.findChild(QPushButton, name).click()

    return act


def test_yes_and_no(ask: Ask) -> None:
    meanwhile(press("ask.yes"))
    assert ask.confirm("作废这份协议？", "作废", danger=True)
    meanwhile(press("ask.no"))
    assert not ask.confirm("作废这份协议？", "作废", danger=True)


def test_the_question_is_shown_and_the_dangerous_answer_is_not_the_default(ask: Ask) -> None:
    seen = {}

    def look(box: QDialog) -> None:
        seen["text"] = box.findChild(QLabel, "ask.text").text()
        seen["yes"] = box.findChild(QPushButton, "ask.yes").isDefault()
        seen["word"] = box.findChild(QPushButton, "ask.yes").text()
        box.reject()

    meanwhile(look)
    assert not ask.confirm("删除 <b>3</b> 个附件？", "删除", danger=True)
    assert seen == {"text": "删除 <b>3</b> 个附件？", "yes": False, "word": "删除"}


def test_three_ways(ask: Ask, qtbot: QtBot) -> None:
    meanwhile(press("ask.no"))
    assert ask.choose("草稿还没有登记。", "登记", "保留草稿") == "no"
    meanwhile(press("ask.cancel"))
    assert ask.choose("草稿还没有登记。", "登记", "保留草稿") == "cancel"
    meanwhile(lambda box: qtbot.keyClick(box, Qt.Key.Key_Escape))
    assert ask.choose("草稿还没有登记。", "登记", "保留草稿") == "cancel"


def test_a_reason_needs_words(ask: Ask) -> None:
    def write(box: QDialog) -> None:
        answer = box.findChild(QPushButton, "ask.yes")
        assert not answer.isEnabled()
        box.findChild(QPlainTextEdit, "ask.words").setPlainText("  客户补充了证据 ")
        answer.click()

    meanwhile(write)
    assert ask.reason("重新打开这件投诉？", "重新打开") == "客户补充了证据"
    meanwhile(press("ask.cancel"))
    assert ask.reason("重新打开这件投诉？", "重新打开") == ""


def test_telling_waits_to_be_read(ask: Ask) -> None:
    meanwhile(press("ask.yes"))
    ask.tell("磁盘空间不足。")
