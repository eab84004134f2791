"""One option as a card that can be dragged: rank, title, what we do, cost, demands answered."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame

from ui.shell.theme import restyle
from ui.widgets.badge import Tag, TagLook
from ui.widgets.clamped import ClampedLabel
from ui.widgets.label import ElidedLabel, Glyph, label
from ui.widgets.layout import column, row

_KIND = "application/x-kesutong-option"
_MARGINS = (13, 11, 11, 9)
_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class OptionLook(NamedTuple):
    """What a card shows of an option."""

    no: int
    rank: TagLook
    title: str
    text: str
    amount: str
    covers: str
    state: TagLook | None
    called: str = ""


class OptionCard(QFrame):
    """Click or arrow keys choose, Enter edits, Alt with an arrow or dragging changes the order."""

    chosen = Signal(int)
    opened = Signal(int)
    stepped = Signal(int)
    shifted = Signal(int)
    dropped_on = Signal(int, int)

    def __init__(self, look: OptionLook, *, movable: bool) -> None:
        """Show an option; ``movable`` ones can be dragged."""
        super().__init__()
        self.look, self._movable = look, movable
        self._pressed: QPoint | None = None
        self.setObjectName(f"negotiation.option.{look.no}")
        self.setProperty("surface", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(movable)
        state = [] if look.state is None else [Tag(look.state.text, look.state.hue)]
        words = "，".join((look.rank.text, look.title, look.amount, look.covers))
        self.setAccessibleName(words + (f"，{look.state.text}" if look.state else ""))
        self._lay_out(state)
        self.set_chosen(False)

    def _lay_out(self, state: list[Tag]) -> None:
        look = self.look
        handle = Glyph("re_order_dots_vertical", "text3", 16)
        if not self._movable:
            handle.hide()
        rank = Tag(look.rank.text, look.rank.hue)
        foot = row(label(look.amount, "strong"), None, label(look.covers, "caption"))
        self._column = column(
            row(rank, (ElidedLabel(look.title, bold=True), 1), *state, handle),
            ClampedLabel(look.text),
            foot,
            gap=5,
        )
        self.setLayout(self._column)

    def set_chosen(self, chosen: bool) -> None:
        """Draw the border of the chosen one; what is inside does not move."""
        self.setProperty("surface", "chosen" if chosen else "card")
        less = 1 if chosen else 0
        self._column.setContentsMargins(*(side - less for side in _MARGINS))
        restyle(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the card the cursor comes to."""
        super().focusInEvent(event)
        self.chosen.emit(self.look.no)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step to a neighbour, change the order, or open."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(step)
        elif step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit(self.look.no)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose; remember where a drag may begin."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed = event.position().toPoint()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open."""
        self.opened.emit(self.look.no)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        if self._pressed is None or not self._movable:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved < QApplication.startDragDistance():
            return
        drag, carried = QDrag(self), QMimeData()
        carried.setData(_KIND, str(self.look.no).encode())
        drag.setMimeData(carried)
        drag.setPixmap(self.grab())
        drag.setHotSpot(self._pressed)
        self._pressed = None
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take another option."""
        if event.mimeData().hasFormat(_KIND):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which option was dropped on this one."""
        no = int(bytes(event.mimeData().data(_KIND).data()).decode())
        event.acceptProposedAction()
        if no != self.look.no:
            self.dropped_on.emit(no, self.look.no)
