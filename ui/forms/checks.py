"""Check boxes: one for yes or no, a row of them for several values at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.widgets.chip import Chip

from .editor import Editor
from .flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.kernel.fields.spec import FieldSpec

    from .choices import Option


class FlagEditor(Editor, QCheckBox):
    """Yes or no."""

    changed = Signal()
    state_changed = Signal()

    def __init__(self, spec: FieldSpec, words: str, parent: QWidget | None = None) -> None:
        """Build a check box that says ``words``."""
        super().__init__(words, parent)
        self.begin(spec)
        self.setMinimumHeight(32)
        self.toggled.connect(self._on_changed)

    def value(self) -> bool:
        """Return whether the box is checked."""
        return self.isChecked()

    def set_value(self, stored: object) -> None:
        """Check the box for a stored yes."""
        self.setChecked(bool(stored))

    def lock(self, locked: bool) -> None:
        """Stop or allow checking."""
        self.setEnabled(not locked)

    def _on_changed(self) -> None:
        self.changed.emit()


class ChoicesEditor(Editor, QWidget):
    """Several values at once, as chips that are pressed or not; the value is codes and commas."""

    changed = Signal()
    state_changed = Signal()

    def __init__(
        self, spec: FieldSpec, options: Iterable[Option], parent: QWidget | None = None
    ) -> None:
        """Build a chip for each of ``options``."""
        super().__init__(parent)
        self.begin(spec)
        self._chips: dict[str, Chip] = {}
        self._flow = FlowLayout(self)
        for code, label in options:
            self._add(code, label)

    def value(self) -> str:
        """Return the chosen codes in the order in which they are offered."""
        return ",".join(code for code, chip in self._chips.items() if chip.isChecked())

    def set_value(self, stored: object) -> None:
        """Choose stored codes; one that is no longer offered is shown and kept."""
        codes = [code for code in str(stored or "").split(",") if code]
        for code in codes:
            if code not in self._chips:
                self._add(code, code)
        for code, chip in self._chips.items():
            chip.setChecked(code in codes)

    def lock(self, locked: bool) -> None:
        """Stop or allow choosing."""
        for chip in self._chips.values():
            chip.setEnabled(not locked)

    def _add(self, code: str, label: str) -> None:
        chip = Chip(label, name=f"{self.spec.name}.{code}")
        chip.toggled.connect(self._on_changed)
        self._chips[code] = chip
        self._flow.addWidget(chip)
        if self.focusProxy() is None:
            self.setFocusProxy(chip)

    def _on_changed(self) -> None:
        self.changed.emit()
