"""Questions name the act, Esc is harmless, and every answer can be found by its name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
)

from ui.shell.ask import Ask
from ui.shell.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from resources.texts import Texts

pytestmark = pytest.mark.windows


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


class Chosen:
    """Answers a file dialog and notes what it proposed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.type_in = ""
        self.proposed = self.folder = ""

        def answered(dialog: QFileDialog) -> int:
            return self.answer(dialog)

        monkeypatch.setattr(QFileDialog, "exec", answered)
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", self.pick)

    def answer(self, dialog: QFileDialog) -> int:
        self.folder = dialog.directory().absolutePath()
        self.proposed = Path(dialog.selectedFiles()[0]).name
        if self.type_in:
            dialog.selectFile(self.type_in)
        return int(bool(self.type_in))

    def pick(self, _parent: object, _title: str, folder: str, _kinds: str) -> tuple[list[str], str]:
        self.folder = folder
        return [self.type_in] if self.type_in else [], ""


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Chosen:
    return Chosen(monkeypatch)


@pytest.fixture
def likes(tmp_path: Path) -> Preferences:
    return Preferences(str(tmp_path / "likes.ini"))


def documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def test_a_proposed_name_can_be_saved_on_every_system(ask: Ask, chosen: Chosen) -> None:
    assert ask.save_file("保存", "KS-2026:7 协议?.pdf", "PDF (*.pdf)") == ""
    assert chosen.proposed == "KS-2026_7 协议_.pdf"
    assert ask.save_file("保存", "CON.pdf") == ""
    assert chosen.proposed == "_CON.pdf"


def test_a_name_typed_without_its_ending_gets_it(ask: Ask, chosen: Chosen, tmp_path: Path) -> None:
    chosen.type_in = str(tmp_path / "协 议")
    assert Path(ask.save_file("保存", "a.pdf", "PDF (*.pdf)")) == tmp_path / "协 议.pdf"


def test_dialogs_begin_where_the_last_one_ended(
    texts: Texts, likes: Preferences, chosen: Chosen, tmp_path: Path, qtbot: QtBot
) -> None:
    usb = tmp_path / "U 盘"
    usb.mkdir()
    ask = Ask(texts, None, likes)
    assert ask.files("选择") == []
    assert chosen.folder == documents()
    chosen.type_in = str(usb / "照片.jpg")
    assert ask.files("选择") == [chosen.type_in]
    chosen.type_in = ""
    again = Ask(texts, None, likes)
    assert again.save_file("保存", "a.pdf") == ""
    assert Path(chosen.folder) == usb
    usb.rmdir()
    assert again.files("选择") == []
    assert chosen.folder == documents()
