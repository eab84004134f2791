"""The next step of a case: a button, the other steps, what is missing, and why nothing moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.widgets.button import button
from ui.widgets.label import ElidedLabel
from ui.widgets.layout import row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from resources.texts import Texts

    from .missing_list import Item

KEY = "Ctrl+Return"


class Step(NamedTuple):
    """A step that can come next, in words, and what it still needs."""

    name: str
    words: str
    allowed: bool
    missing: tuple[Item, ...] = ()


class TransitionBar(QWidget):
    """``case.next_step`` takes the first step, its menu the others; ``case.missing`` tells why not.

    Every item of ``case.missing`` asks the page to jump to its place.
    """

    step_wanted = Signal(str)
    jump_wanted = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        """Make a bar without steps."""
        super().__init__(parent)
        self._texts = texts
        self._steps: tuple[Step, ...] = ()
        self._locked = ElidedLabel(size="caption", role="text3", greedy=False)
        self._locked.setObjectName("case.locked_reason")
        self._missing = button("", "link", name="case.missing", icon="warning")
        self._next = button("", "primary", name="case.next_step")
        self._more = button(
            "",
            "icon",
            name="case.next_step.more",
            icon="chevron_down",
            tip=texts("forms", "Other steps"),
        )
        self._others, self._items = QMenu(self), QMenu(self)
        self._others.triggered.connect(self._choose)
        self._items.triggered.connect(self._jump)
        self._next.clicked.connect(self._take_first)
        self._missing.clicked.connect(self._open_missing)
        self._more.clicked.connect(self._open_others)
        self.setLayout(row(self._locked, self._missing, self._next, self._more))
        self.show_steps(())

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Offer ``steps``, the first one on the button."""
        self._steps = tuple(steps)
        first = self._steps[0] if self._steps else None
        self._next.setVisible(first is not None)
        self._more.setVisible(len(self._steps) > 1)
        if first is not None:
            self._next.setText(self._texts("forms", "Next: {step}", step=first.words))
            self._next.setShortcut(KEY)
            self._next.setEnabled(first.allowed or bool(first.missing))
        others = [(step.words, step.name) for step in self._steps[1:]]
        self._fill(self._others, "case.next_step", others)
        for step, action in zip(self._steps[1:], self._others.actions(), strict=True):
            action.setEnabled(step.allowed or bool(step.missing))
        self._show_missing(first.missing if first else ())

    def show_locked(self, reason: str) -> None:
        """Say why nothing can be changed, or nothing."""
        self._locked.set_text(reason)
        self._locked.setVisible(bool(reason))

    def _show_missing(self, missing: Sequence[Item]) -> None:
        self._missing.setText(self._texts("forms", "{count} missing", count=len(missing)))
        self._missing.setVisible(bool(missing))
        self._fill(self._items, "case.missing", missing)

    @staticmethod
    def _fill(menu: QMenu, name: str, items: Sequence[Item]) -> None:
        menu.clear()
        for words, about in items:
            action = menu.addAction(words.replace("&", "&&"))
            action.setObjectName(f"{name}.{about}")
            action.setData(about)

    def _take_first(self) -> None:
        self._take(self._steps[0])

    def _choose(self, action: QAction) -> None:
        self._take(next(step for step in self._steps if step.name == action.data()))

    def _take(self, step: Step) -> None:
        """Take a step that is allowed, else show what it needs."""
        if step.allowed:
            self.step_wanted.emit(step.name)
            return
        self._show_missing(step.missing)
        self._open_missing()

    def _jump(self, action: QAction) -> None:
        self.jump_wanted.emit(str(action.data()))

    def _open_missing(self) -> None:
        _open_below(self._items, self._missing)

    def _open_others(self) -> None:
        _open_below(self._others, self._more)


def _open_below(menu: QMenu, above: QPushButton) -> None:
    menu.popup(above.mapToGlobal(QPoint(0, above.height())))
