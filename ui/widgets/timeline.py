"""The history of a case as a painted list: when, who, what, with a shape for its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from ui.shell.icons import paint_icon
from ui.shell.theme import font, roles

from .ink import metrics, paint_ground, paint_text
from .painted_rows import LOOK_ROLE, Index, PaintedRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

_LEFT, _TOP, _BOTTOM, _LINE = 32, 8, 10, 20
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class TimelineEntry(NamedTuple):
    """One thing that happened: ``key`` opens it, ``who`` stands behind the time."""

    key: str
    when: str
    who: str
    text: str
    icon: str = "history"
    role: str = "text2"


class TimelineDelegate(QStyledItemDelegate):
    """Draws an entry; its height follows its text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the wrapped text in the width of the view."""
        view = self.parent()
        wide = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        entry = index.data(LOOK_ROLE)
        return QSize(wide, _TOP + _LINE + int(self._text_height(entry, wide)) + _BOTTOM)

    @staticmethod
    def _text_height(entry: TimelineEntry, wide: int) -> float:
        room = QRectF(0, 0, max(40, wide - _LEFT - 8), 10_000)
        return metrics().boundingRect(room, int(_WRAP), entry.text).height()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw thread, icon, time and text."""
        entry, rect = index.data(LOOK_ROLE), QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            paint_ground(painter, rect.adjusted(0, 2, 0, -2), "selected", 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint_ground(painter, rect.adjusted(0, 2, 0, -2), "hover", 6)
        self._paint_thread(painter, rect, first=index.row() == 0, last=self._is_last(index))
        square = QRectF(rect.left() + 4, rect.top() + _TOP + 2, 16, 16)
        paint_icon(painter, square, entry.icon, entry.role, filled=True)
        head = QRectF(rect.left() + _LEFT, rect.top() + _TOP, rect.width() - _LEFT - 8, _LINE)
        said = f"{entry.when}  {entry.who}".rstrip()
        paint_text(painter, head, said, size="caption", role="text3")
        body = QRectF(head.left(), head.bottom(), head.width(), rect.bottom() - head.bottom())
        painter.setFont(font())
        painter.setPen(roles["text"])
        painter.drawText(body, int(_WRAP), entry.text)
        painter.restore()

    @staticmethod
    def _is_last(index: Index) -> bool:
        return index.row() == index.model().rowCount() - 1

    @staticmethod
    def _paint_thread(painter: QPainter, rect: QRectF, *, first: bool, last: bool) -> None:
        x, node = rect.left() + 12, rect.top() + _TOP + 10
        painter.setPen(QPen(roles["border"], 1))
        if not first:
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, node - 11))
        if not last:
            painter.drawLine(QPointF(x, node + 11), QPointF(x, rect.bottom()))


class Timeline(QListView):
    """The history; ``opened`` carries the key of an entry (Enter or double click)."""

    opened = Signal(str)

    def __init__(self, *, name: str = "", title: str = "") -> None:
        """Begin empty."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.entries = PaintedRows(self, lambda entry: f"{entry.when} {entry.who} {entry.text}")
        self.setModel(self.entries)
        self.setItemDelegate(TimelineDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(self._tell)

    def set_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show ``entries``, newest first."""
        self.entries.show_rows(entries)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the texts anew in the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _tell(self, index: QModelIndex) -> None:
        entry = index.data(LOOK_ROLE)
        if entry is not None:
            self.opened.emit(entry.key)
