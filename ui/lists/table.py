"""The table of a list page: rows as one thing, sorting by its head, Enter opens."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.shell.theme import HEIGHT
from ui.widgets.badge import LEVEL_WORDS, level_width, level_word
from ui.widgets.ink import text_width

from .columns import Paint
from .delegate import SIDE, RowDelegate
from .keyset_model import KeysetModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from resources.texts import Texts

    from .columns import Column


class ListTable(QTableView):
    """``chosen`` follows the cursor, ``opened`` is Enter or a double click."""

    chosen = Signal(object)
    opened = Signal(object)
    link_pressed = Signal(object, str)
    sort_asked = Signal(str, bool)

    def __init__(
        self, texts: Texts, columns: Sequence[Column], *, name: str = "", single: bool = False
    ) -> None:
        """Show ``columns`` of rows that come with ``table.rows.load``."""
        super().__init__()
        self.setObjectName(name)
        self._texts = texts
        self.rows = KeysetModel(texts, columns, self)
        self.setModel(self.rows)
        delegate = RowDelegate(texts, self, single=single)
        self.setItemDelegate(delegate)
        self._behave()
        self._lay_out_head(delegate.height)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(self._tell_opened)
        self.clicked.connect(self._tell_link)
        self.horizontalHeader().sectionClicked.connect(self._sort)

    def _behave(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out_head(self, row_height: int) -> None:
        upright, head = self.verticalHeader(), self.horizontalHeader()
        upright.hide()
        upright.setDefaultSectionSize(row_height)
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setFixedHeight(HEIGHT["table_header"])
        head.setHighlightSections(False)
        head.setMinimumSectionSize(40)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(False)
        self._size_columns()

    def _size_columns(self) -> None:
        head = self.horizontalHeader()
        for section, column in enumerate(self.rows.columns):
            stretch = QHeaderView.ResizeMode.Stretch
            fixed = QHeaderView.ResizeMode.Interactive
            head.setSectionResizeMode(section, stretch if column.stretch else fixed)
            if not column.stretch:
                self.setColumnWidth(section, max(column.width, self._words_width(section)))

    def _words_width(self, section: int) -> int:
        """Return the room that the title and the badges of a column need in this language."""
        title = self.rows.headerData(section, Qt.Orientation.Horizontal)
        words = text_width(title, "caption") + SIDE * 2.5
        if self.rows.columns[section].paint is Paint.LEVEL:
            badges = (level_width(level_word(self._texts, level)) for level in LEVEL_WORDS)
            words = max(words, *(badge + SIDE * 1.5 for badge in badges))
        return ceil(words)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns of the same rows."""
        self.rows.set_columns(columns)
        self._size_columns()

    def show_sort(self, key: str, descending: bool) -> None:
        """Put the chevron on the sorted column; an unknown key takes it away."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        keys = [column.sort for column in self.rows.columns]
        head = self.horizontalHeader()
        head.setSortIndicatorShown(key in keys)
        if key in keys:
            head.setSortIndicator(keys.index(key), order)

    def current_row(self) -> Any | None:
        """Return the row under the cursor."""
        return self.rows.row_at(self.currentIndex().row())

    def select(self, matches: Callable[[Any], bool]) -> bool:
        """Choose the first known row that ``matches``; tell whether there was one."""
        found = self.rows.find(matches)
        if found >= 0:
            self.selectRow(found)
            self.setCurrentIndex(self.rows.index(found, 0))
        return found >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; everything else is the table's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._tell_opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a link."""
        index = self.indexAt(event.position().toPoint())
        hand = index.isValid() and self._is_link(index)
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the widths after the look changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "rows"):
            self.horizontalHeader().setFixedHeight(HEIGHT["table_header"])

    def _is_link(self, index: QModelIndex) -> bool:
        return self.rows.columns[index.column()].paint == "link"

    def _tell_chosen(self, current: QModelIndex, before: QModelIndex) -> None:
        row = self.rows.row_at(current.row())
        if row is not None:
            self.chosen.emit(row)

    def _tell_opened(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index.row())
        if row is not None:
            self.opened.emit(row)

    def _tell_link(self, index: QModelIndex) -> None:
        if self._is_link(index):
            key = self.rows.columns[index.column()].key
            self.link_pressed.emit(self.rows.row_at(index.row()), key)

    def _sort(self, section: int) -> None:
        key = self.rows.columns[section].sort
        if not key:
            return
        head = self.horizontalHeader()
        again = head.isSortIndicatorShown() and head.sortIndicatorSection() == section
        ascending = head.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        descending = again and ascending
        self.show_sort(key, descending)
        self.sort_asked.emit(key, descending)
