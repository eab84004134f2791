"""Draws the rows of a list: ground, mark of the chosen row, texts, badges and clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QToolTip

from ui.shell.theme import HEIGHT, roles
from ui.shell.tip import tip
from ui.widgets.badge import level_word, paint_level, paint_state, paint_tag
from ui.widgets.clock import paint_clock
from ui.widgets.ink import RIGHT, paint_focus, paint_text, text_width

from .columns import Column, Paint
from .keyset_model import ROW_ROLE, KeysetModel

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtGui import QHelpEvent, QPainter
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from resources.texts import Texts

    from .keyset_model import Index

SIDE = 8
_ONE_LINE = {Paint.BODY: "body", Paint.STRONG: "body"}


class RowDelegate(QStyledItemDelegate):
    """One delegate for every list; the column says how its cells are drawn."""

    def __init__(self, texts: Texts, parent: QObject | None = None, *, single: bool = False):
        """Draw rows of one line (``single``) or two."""
        super().__init__(parent)
        self._texts = texts
        self.height = HEIGHT["row_single" if single else "row_double"]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Keep every row at one height."""
        return QSize(10, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        row, column = index.data(ROW_ROLE), self._column(index.model(), index.column())
        if row is None or column is None:
            return
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        self._paint_ground(painter, rect, option, first=index.column() == 0)
        self._paint_cell(painter, rect.adjusted(SIDE, 0, -SIDE / 2, 0), column, column.cell(row))
        painter.restore()

    @staticmethod
    def _column(model: QAbstractItemModel | None, section: int) -> Column | None:
        return model.columns[section] if isinstance(model, KeysetModel) else None

    @staticmethod
    def _paint_ground(
        painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, *, first: bool
    ) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, roles["selected"])
            if first:
                mark = QRectF(rect.left(), rect.top() + 8, 3, rect.height() - 16)
                painter.fillRect(mark, roles["accent_text"])
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, roles["hover"])
        painter.setPen(roles["divider"])
        bottom = rect.bottom() - 0.5
        painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))
        if first and state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, rect.adjusted(1, 1, 40, -2), 4)

    def _paint_cell(self, painter: QPainter, rect: QRectF, column: Column, value: Any) -> None:
        if value is None or value == "":
            return
        left, middle = rect.left(), rect.center().y()
        match column.paint:
            case Paint.LEVEL:
                paint_level(painter, left, middle, value, level_word(self._texts, value))
            case Paint.STATE:
                paint_state(painter, left, middle, *value)
            case Paint.TAG:
                paint_tag(painter, left, middle, value)
            case Paint.CLOCK:
                paint_clock(painter, rect, value)
            case Paint.DOUBLE | Paint.NAME:
                self._paint_double(painter, rect, value, bold=column.paint is Paint.NAME)
            case Paint.LINK:
                paint_text(painter, rect, value, role="accent_text")
            case Paint.NUMBER:
                paint_text(painter, rect, value, role="text", align=RIGHT)
            case Paint.BODY | Paint.STRONG:
                paint_text(painter, rect, value, bold=column.paint is Paint.STRONG, halt=True)
            case _:
                paint_text(painter, rect, str(value), size="caption", role="text2", halt=True)

    def _paint_double(
        self, painter: QPainter, rect: QRectF, value: tuple[str, str], *, bold: bool
    ) -> None:
        upper, lower = value
        if self.height == HEIGHT["row_single"] or not lower:
            paint_text(painter, rect, upper, bold=bold)
            return
        top = QRectF(rect.left(), rect.top() + 6, rect.width(), 20)
        below = QRectF(rect.left(), rect.top() + 26, rect.width(), 18)
        paint_text(painter, top, upper, bold=bold)
        paint_text(painter, below, lower, size="caption", role="text3", halt=bold)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole of a text that was cut."""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        wide = max((text_width(line) for line in self._lines(index)), default=0)
        room = view.visualRect(index).width() - SIDE * 1.5
        QToolTip.showText(event.globalPos(), tip(text) if wide > room else "", view)
        return True

    def _lines(self, index: Index) -> list[str]:
        column, row = self._column(index.model(), index.column()), index.data(ROW_ROLE)
        if column is None or row is None:
            return []
        value = column.cell(row)
        if column.paint in (Paint.DOUBLE, Paint.NAME):
            return list(value)
        return [value] if isinstance(value, str) else []
