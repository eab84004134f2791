"""The one view of 今日: groups and lines painted by a delegate, opened by Enter or their verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QTableView,
    QToolTip,
)

from ui.shell.theme import roles
from ui.widgets.badge import level_word, paint_level
from ui.widgets.clock import paint_clock
from ui.widgets.ink import paint_focus, paint_text, text_width

from .columns import WHEN, Columns
from .lines import Heading, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from resources.texts import Texts

    from .lines import Row

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_ROW, _HEAD = 34, 36
_MAIN_PART, _BOTH_FROM = 0.68, 240


class TodayModel(QAbstractTableModel):
    """Headings and lines in one column."""

    def __init__(self, parent: Any = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: list[Row] = []

    @property
    def rows(self) -> list[Row]:
        """What is shown."""
        return list(self._rows)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, index: int) -> Row | None:
        """Return a row, None when there is none."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Everything stands in one column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row itself, or its words."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken() if isinstance(row, Line) else f"{row.title} {row.count}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only lines can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.row_at(index.row()), Line):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled


class TodayDelegate(QStyledItemDelegate):
    """Draws a heading with its count, or a line in columns that hold still."""

    def __init__(self, texts: Texts, parent: Any = None) -> None:
        """Speak the language of ``texts``."""
        super().__init__(parent)
        self._texts, self.columns = texts, Columns(texts)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings have a little more room."""
        return QSize(10, _HEAD if isinstance(index.data(ROW_ROLE), Heading) else _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row, rect = index.data(ROW_ROLE), QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        if isinstance(row, Heading):
            _paint_heading(painter, rect, row, first=index.row() == 0)
        elif isinstance(row, Line):
            _paint_ground(painter, rect, option)
            self._paint_line(painter, rect, row)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRectF, row: Line) -> None:
        columns = self.columns
        paint_clock(painter, columns.when(rect), row.clock)
        word, badge = level_word(self._texts, row.level), columns.level(rect)
        paint_level(painter, badge.left(), badge.center().y(), row.level, word)
        paint_text(painter, columns.who(rect), row.customer, bold=True)
        if plate := columns.plate(rect):
            paint_text(painter, plate, row.plate, role="text2", halt=True)
        _paint_what(painter, columns.what(rect), row)
        paint_text(painter, columns.verb(rect), row.verb, role="accent_text")

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole of a line whose texts were cut."""
        row = index.data(ROW_ROLE)
        if event.type() != QEvent.Type.ToolTip or not isinstance(row, Line):
            return super().helpEvent(event, view, option, index)
        wide = text_width(row.main) + text_width(row.rest, "caption") + 12
        line = QRectF(view.visualRect(index))
        cut = wide > self.columns.what(line).width()
        cut = cut or text_width(row.customer, bold=True) > self.columns.who(line).width()
        told = f"{row.customer} {row.plate}\n{row.main}\n{row.rest}".strip()
        QToolTip.showText(event.globalPos(), told if cut else "", view)
        return True


def _paint_heading(painter: QPainter, rect: QRectF, row: Heading, *, first: bool) -> None:
    if not first:
        painter.setPen(roles["divider"])
        painter.drawLine(rect.topLeft() + QPointF(0, 0.5), rect.topRight() + QPointF(0, 0.5))
    words = rect.adjusted(WHEN, 2, 0, 0)
    paint_text(painter, words, row.title, bold=True)
    count = words.adjusted(text_width(row.title, bold=True) + 8, 0, 0, 0)
    paint_text(painter, count, f"{row.count:,}", size="caption", role="text3")


def _paint_what(painter: QPainter, what: QRectF, row: Line) -> None:
    both = row.rest and what.width() >= _BOTH_FROM
    used = min(text_width(row.main) + 1, what.width() * (_MAIN_PART if both else 1))
    paint_text(painter, QRectF(what.left(), what.top(), used, what.height()), row.main)
    if both:
        rest = what.adjusted(used + 12, 0, 0, 0)
        paint_text(painter, rest, row.rest, size="caption", role="text3")


def _paint_ground(painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, roles["selected"])
        painter.fillRect(QRectF(rect.left(), rect.top() + 6, 3, rect.height() - 12), roles["focus"])
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, roles["hover"])
    if state & QStyle.StateFlag.State_HasFocus:
        paint_focus(painter, rect.adjusted(1, 1, -1, -1), 4)


class TodayView(QTableView):
    """``opened`` carries the line whose verb, Enter or double click asks for its place."""

    opened = Signal(object)

    def __init__(self, texts: Texts, name: str) -> None:
        """Make the view without lines."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(texts("today", "What waits"))
        self.lines = TodayModel(self)
        self.setModel(self.lines)
        delegate = TodayDelegate(texts, self)
        self.columns = delegate.columns
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the chosen line stays chosen where it is still there."""
        chosen = self.current_line()
        self.lines.show_rows(rows)
        for number, row in enumerate(rows):
            self.setRowHeight(number, _HEAD if isinstance(row, Heading) else _ROW)
        keys = [row.key if isinstance(row, Line) else None for row in rows]
        if chosen is not None and chosen.key in keys:
            self.setCurrentIndex(self.lines.index(keys.index(chosen.key), 0))

    def current_line(self) -> Line | None:
        """Return the line under the cursor."""
        row = self.lines.row_at(self.currentIndex().row())
        return row if isinstance(row, Line) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; the arrows step over headings."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Never stop at a heading."""
        wanted = super().moveCursor(action, modifiers)
        step = 1 if wanted.row() >= self.currentIndex().row() else -1
        number = wanted.row()
        while isinstance(self.lines.row_at(number), Heading):
            number += step
            step = 1 if number < 0 else step
        return self.lines.index(number, 0) if self.lines.row_at(number) else self.currentIndex()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a verb."""
        hand = self._over_verb(event) is not None
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the place of a verb that was pressed."""
        super().mouseReleaseEvent(event)
        index = self._over_verb(event)
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self._open(index)

    def _over_verb(self, event: QMouseEvent) -> QModelIndex | None:
        index = self.indexAt(event.position().toPoint())
        if not isinstance(self.lines.row_at(index.row()), Line):
            return None
        inside = self.columns.verb(QRectF(self.visualRect(index))).contains(event.position())
        return index if inside else None

    def _open(self, index: QModelIndex) -> None:
        row = self.lines.row_at(index.row())
        if isinstance(row, Line):
            self.opened.emit(row)
