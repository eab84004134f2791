"""A choice out of a tree of two storeys: the class first, then what it is exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.widgets.layout import row

from .editor import Editor

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QWheelEvent

    from models.kernel.fields.spec import FieldSpec
    from resources.texts import Texts

    from .choices import Option


class TreeEditor(Editor, QWidget):
    """Holds the code of a class or of a value in it; ``<name>.class`` and ``<name>.detail``."""

    changed = Signal()
    state_changed = Signal()

    def __init__(
        self,
        spec: FieldSpec,
        options: Sequence[Option],
        parents: Mapping[str, str],
        texts: Texts,
    ) -> None:
        """Offer ``options``; ``parents`` gives the class of those that have one."""
        super().__init__()
        self._options, self._parents, self._texts = list(options), dict(parents), texts
        self._class, self._detail = _Combo(), _Combo()
        self._class.setObjectName(f"{spec.name}.class")
        self._detail.setObjectName(f"{spec.name}.detail")
        self.begin(spec)
        self._fill(self._class, [o for o in self._options if o[0] not in self._parents])
        self._fill(self._detail, [])
        self._class.setPlaceholderText(texts("forms", "Please choose"))
        self.setLayout(row((self._class, 2), (self._detail, 3), gap=4))
        self.setFocusProxy(self._class)
        self._class.currentIndexChanged.connect(self._class_chosen)
        self._detail.currentIndexChanged.connect(self._on_changed)

    def value(self) -> str:
        """Return the code of the detail, else of the class, '' when nothing is chosen."""
        return str(self._detail.currentData() or self._class.currentData() or "")

    def set_value(self, stored: object) -> None:
        """Choose a stored code; one that is no longer offered is shown and kept."""
        code = str(stored or "")
        before = self.value()
        if code and code not in {known for known, _label in self._options}:
            words = self._texts("forms", "{code} (no longer in use)", code=code)
            self._options.append((code, words))
            self._class.addItem(words, code)
        with QSignalBlocker(self):
            group = self._parents.get(code, code)
            self._class.setCurrentIndex(self._class.findData(group) if group else -1)
            self._offer_details()
            self._detail.setCurrentIndex(max(0, self._detail.findData(code)))
        if self.value() != before:
            self.changed.emit()

    def lock(self, locked: bool) -> None:
        """Stop or allow choosing."""
        self._class.setEnabled(not locked)
        self._detail.setEnabled(not locked and self._detail.count() > 1)

    def setAccessibleName(self, name: str) -> None:
        """Read both storeys with the name of the field."""
        super().setAccessibleName(name)
        self._class.setAccessibleName(name)
        self._detail.setAccessibleName(f"{name} {self._texts('forms', 'more exactly')}")

    def _class_chosen(self) -> None:
        self._offer_details()
        self._on_changed()

    def _offer_details(self) -> None:
        group = self._class.currentData()
        inside = [o for o in self._options if group and self._parents.get(o[0]) == group]
        with QSignalBlocker(self._detail):
            self._fill(self._detail, [("", self._texts("forms", "Not more exactly")), *inside])
            self._detail.setCurrentIndex(0)
        self._detail.setEnabled(self.editable and bool(inside))

    def _on_changed(self) -> None:
        self.changed.emit()

    @staticmethod
    def _fill(combo: QComboBox, options: Sequence[Option]) -> None:
        combo.clear()
        for code, words in options:
            combo.addItem(words, code)
        combo.setCurrentIndex(-1)


class _Combo(QComboBox):
    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
