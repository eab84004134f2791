"""A section for rare fields that folds away and remembers whether it was open."""

from __future__ import annotations

from collections.abc import MutableMapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout, QPushButton, QScrollArea, QWidget

from ui.shell.icons import icon
from ui.widgets.button import button
from ui.widgets.layout import column, row

Memory = MutableMapping[str, bool]
"""Which sections were open, by name; a page passes one that outlives it."""


class Section(QFrame):
    """A heading that opens and closes what is below it; ``<name>.fold`` is the heading."""

    toggled = Signal(bool)

    def __init__(
        self,
        name: str,
        title: str,
        *,
        memory: Memory | None = None,
        opened: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty section, open when it was open the last time."""
        super().__init__(parent)
        self.setObjectName(name)
        self._memory = memory if memory is not None else {}
        self.head: QPushButton = button(title, "link", name=f"{name}.fold", place="flush")
        self.head.setCheckable(True)
        self.body = QWidget(self)
        self.body.setObjectName(f"{name}.body")
        self.setLayout(column(row(self.head, None), self.body, gap=4))
        self.head.toggled.connect(self._on_toggled)
        self.head.setChecked(self._memory.get(name, opened))
        self._show_fold(self.head.isChecked())

    def set_content(self, layout: QLayout) -> None:
        """Put the fields of the section below its heading."""
        layout.setContentsMargins(0, 4, 0, 8)
        self.body.setLayout(layout)

    @property
    def is_open(self) -> bool:
        """Whether the fields can be seen."""
        return self.head.isChecked()

    def set_open(self, opened: bool) -> None:
        """Open or close the section."""
        self.head.setChecked(opened)

    def _on_toggled(self, opened: bool) -> None:
        self._memory[self.objectName()] = opened
        self._show_fold(opened)
        self.toggled.emit(opened)

    def _show_fold(self, opened: bool) -> None:
        self.head.setIcon(icon("chevron_down" if opened else "chevron_right", "accent_text"))
        self.body.setVisible(opened)


def reveal(widget: QWidget) -> None:
    """Open the sections around ``widget`` and scroll to it."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, Section):
            around.set_open(True)
        if isinstance(around, QScrollArea):
            _settle(around)
            around.ensureWidgetVisible(widget, 0, 40)
        around = around.parentWidget()


def _settle(area: QScrollArea) -> None:
    """Lay out a section that was opened just now, so that there is a place to scroll to."""
    inside = area.widget()
    if inside is not None and inside.layout() is not None:
        inside.layout().activate()
