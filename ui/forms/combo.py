"""A choice of many values: a list that opens, and narrows while a person types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from models.dealership.parties.spelling import spelling

from .editor import Editor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QWheelEvent

    from models.kernel.fields.spec import FieldSpec
    from resources.texts import Texts

    from .choices import Option

_SEARCH = int(Qt.ItemDataRole.UserRole) + 1
_TYPING = (QEvent.Type.FocusIn, QEvent.Type.KeyPress, QEvent.Type.InputMethod)


class ComboEditor(Editor, QComboBox):
    """Holds codes and shows their words; finds a value by part of its words, sound or code."""

    changed = Signal()
    state_changed = Signal()

    def __init__(
        self,
        spec: FieldSpec,
        options: Iterable[Option],
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        """Build the list of ``options`` for ``spec``."""
        super().__init__(parent)
        self._texts = texts
        self._spelled = False
        self.begin(spec)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(14)
        if not spec.required:
            self._add("", texts("forms", "None of these"))
        for code, label in options:
            self._add(code, label)
        self._find_while_typing()
        self.setCurrentIndex(-1)
        self.currentIndexChanged.connect(self._on_changed)
        self.lineEdit().textEdited.connect(self._on_changed)
        self.lineEdit().editingFinished.connect(self._settle)

    def value(self) -> str:
        """Return the code of the words shown; words that are in no list return as typed."""
        text = self.currentText().strip()
        index = self.currentIndex()
        if index < 0 or self.itemText(index) != text:
            index = self.findText(text, Qt.MatchFlag.MatchExactly)
        return str(self.itemData(index)) if index >= 0 else text

    def set_value(self, stored: object) -> None:
        """Choose a stored code; one that is no longer offered is shown and kept."""
        code = "" if stored is None else str(stored)
        if not code:
            self.setCurrentIndex(-1)
            self.clearEditText()
            return
        if self.findData(code) < 0:
            self._add(code, self._texts("forms", "{code} (no longer in use)", code=code))
        self.setCurrentIndex(self.findData(code))

    def lock(self, locked: bool) -> None:
        """Stop or allow choosing; the words stay readable and can be copied."""
        self.lineEdit().setReadOnly(locked)

    def showPopup(self) -> None:
        """Open the list unless the field is locked."""
        if self.editable:
            super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past a field must not change it."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that choose to the page while the field is locked."""
        if not self.editable and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F4):
            event.ignore()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn how the values sound before the first one is looked for."""
        if event.type() in _TYPING and not self._spelled:
            self._spelled = True
            for index in range(self.count()):
                sounds = spelling(self.itemText(index))
                heard = f"{self.itemData(index, _SEARCH)} {sounds.pinyin} {sounds.initials}"
                self.setItemData(index, heard, _SEARCH)
        return super().eventFilter(watched, event)

    def _add(self, code: str, label: str) -> None:
        self.addItem(label, code)
        self.setItemData(self.count() - 1, f"{label} {code}", _SEARCH)

    def _find_while_typing(self) -> None:
        finder = _Finder(self)
        finder.setModel(self.model())
        self.setCompleter(finder)
        self.lineEdit().setPlaceholderText(self._texts("forms", "Please choose"))
        self.lineEdit().setObjectName(f"{self.spec.name}.text")
        self.view().setObjectName(f"{self.spec.name}.list")
        self.lineEdit().installEventFilter(self)
        finder.popup().setObjectName(f"{self.spec.name}.found")

    def _settle(self) -> None:
        """Choose the only value that has the typed words; say it when there is none."""
        typed = self.currentText().strip().casefold()
        if not self.editable or not typed or self.findText(self.currentText().strip()) >= 0:
            return
        rows = range(self.count())
        fitting = [i for i in rows if typed in str(self.itemData(i, _SEARCH)).casefold()]
        if len(fitting) == 1:
            self.setCurrentIndex(fitting[0])
        else:
            self.set_problem(
                self._texts("forms", "{typed} is not in the list; choose one of it.", typed=typed)
            )

    def _on_changed(self) -> None:
        if self.value() == "" and self.currentIndex() >= 0 and not self.currentData():
            self.setCurrentIndex(-1)
            self.clearEditText()
            return
        self.changed.emit()


class _Finder(QCompleter):
    """Offers every value that has the typed words anywhere, and fills in its words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCompletionRole(_SEARCH)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")
