"""Asking: the only place that opens message boxes and file dialogs; tests hand in their own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.kernel.media import safe_name

if TYPE_CHECKING:
    from resources.texts import Texts

    from .preferences import Preferences

_WIDTH = 440
_FOLDER = "folder.last"


class Box(QDialog):
    """A question with its answers at the bottom right; Esc is the harmless one."""

    def __init__(self, parent: QWidget | None, title: str, text: str) -> None:
        """Ask ``text`` under the window title ``title``."""
        super().__init__(parent)
        self.setObjectName("ask.box")
        self.setWindowTitle(title)
        self.setProperty("surface", "page")
        self.answer = ""
        said = QLabel(text)
        said.setObjectName("ask.text")
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        said.setWordWrap(True)
        said.setMinimumWidth(_WIDTH)
        self._words = QPlainTextEdit()
        self._words.setObjectName("ask.words")
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(88)
        self._words.hide()
        self._answers = QHBoxLayout()
        self._answers.setSpacing(8)
        self._answers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(said)
        column.addWidget(self._words)
        column.addLayout(self._answers)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def offer(self, name: str, text: str, kind: str = "", *, default: bool = False) -> QPushButton:
        """Add an answer; ``name`` is yes, no or cancel."""
        button = QPushButton(text)
        button.setObjectName(f"ask.{name}")
        button.setProperty("kind", kind)
        button.setDefault(default)
        button.setAutoDefault(default)
        button.clicked.connect(self._answered)
        self._answers.addWidget(button)
        return button

    def ask_words(self, hint: str, answer: QPushButton) -> None:
        """Ask for words, too; ``answer`` can be pressed once there are some."""
        self._words.setPlaceholderText(hint)
        self._words.setAccessibleName(hint)
        self._words.show()
        answer.setEnabled(False)
        self._words.textChanged.connect(lambda: answer.setEnabled(bool(self.words())))
        self._words.setFocus()

    def words(self) -> str:
        """Return what was written."""
        return self._words.toPlainText().strip()

    def _answered(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.answer = sender.objectName().removeprefix("ask.")
        self.accept() if self.answer == "yes" else self.reject()


class Ask:
    """Questions to the person at the screen; each returns plain data."""

    def __init__(
        self,
        texts: Texts,
        parent: QWidget | None = None,
        preferences: Preferences | None = None,
    ) -> None:
        """Speak the language of ``texts`` over ``parent``; remember the folder used last."""
        self.texts = texts
        self.parent = parent
        self._preferences = preferences

    def confirm(self, text: str, yes: str, *, no: str = "", danger: bool = False) -> bool:
        """Ask whether to go on; ``yes`` names the act, never just 'OK'."""
        box = self._box(text)
        box.offer("no", no or self.texts("shell", "Cancel"), default=danger)
        box.offer("yes", yes, "danger" if danger else "primary", default=not danger)
        box.exec()
        return box.answer == "yes"

    def choose(self, text: str, yes: str, no: str) -> str:
        """Ask which of two ways to go: returns yes, no or cancel (also for Esc)."""
        box = self._box(text)
        box.offer("cancel", self.texts("shell", "Cancel"))
        box.offer("no", no)
        box.offer("yes", yes, "primary", default=True)
        box.exec()
        return box.answer or "cancel"

    def reason(self, text: str, yes: str, *, hint: str = "") -> str:
        """Ask for words that go with an act; '' when the person thinks better of it."""
        box = self._box(text)
        box.offer("cancel", self.texts("shell", "Cancel"))
        answer = box.offer("yes", yes, "primary")
        box.ask_words(hint or self.texts("shell", "Give the reason"), answer)
        box.exec()
        return box.words() if box.answer == "yes" else ""

    def tell(self, text: str) -> None:
        """Say something that must be read before going on."""
        box = self._box(text)
        box.offer("yes", self.texts("shell", "Understood"), "primary", default=True)
        box.exec()

    def files(self, title: str, kinds: str = "") -> list[str]:
        """Ask for files to read; ``kinds`` is a Qt filter such as ``图片 (*.jpg *.png)``."""
        found = QFileDialog.getOpenFileNames(self.parent, title, self._usual_folder(), kinds)[0]
        self._remember(found)
        return found

    def save_file(self, title: str, name: str, kinds: str = "") -> str:
        """Ask where to write a file; '' when cancelled.

        ``name`` is proposed as every system allows it; its ending is added to one typed without.
        """
        dialog = QFileDialog(self.parent, title, self._usual_folder(), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(safe_name(name))
        found = dialog.selectedFiles() if dialog.exec() else []
        self._remember(found)
        return found[0] if found else ""

    def folder(self, title: str) -> str:
        """Ask for a folder; '' when cancelled."""
        return QFileDialog.getExistingDirectory(self.parent, title, self._usual_folder())

    def _usual_folder(self) -> str:
        """Return the folder used last, at first and when it is gone the person's documents."""
        last = self._preferences.read(_FOLDER, "") if self._preferences else ""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return last if os.path.isdir(last) else QStandardPaths.writableLocation(documents)

    def _remember(self, chosen: list[str]) -> None:
        if chosen and self._preferences:
            self._preferences.write(_FOLDER, str(Path(chosen[0]).parent))

    def _box(self, text: str) -> Box:
        return Box(self.parent, self.texts("shell", "Kesutong"), text)
