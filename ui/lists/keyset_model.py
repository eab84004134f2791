"""Rows of a long list, read page by page after the last row that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from .columns import Paint, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from resources.texts import Texts

    from .columns import Column

    Fetch = Callable[[Any, int], tuple[Sequence[Any], Any]]

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
PAGE = 60
_NOWHERE = QModelIndex()


class KeysetModel(QAbstractTableModel):
    """``fetch(after, limit)`` returns rows and the cursor behind them, None at the end."""

    def __init__(
        self, texts: Texts, columns: Sequence[Column], parent: QObject | None = None
    ) -> None:
        """Begin with no rows; :meth:`load` says where they come from."""
        super().__init__(parent)
        self._texts = texts
        self._columns = list(columns)
        self._rows: list[Any] = []
        self._fetch: Fetch | None = None
        self._cursor: Any = None

    @property
    def columns(self) -> list[Column]:
        """The columns in their order."""
        return list(self._columns)

    @property
    def rows(self) -> list[Any]:
        """The rows read so far."""
        return list(self._rows)

    @property
    def complete(self) -> bool:
        """Whether the last row is known."""
        return self._fetch is None or self._cursor is None

    def load(self, fetch: Fetch) -> None:
        """Forget all rows and read the first page from ``fetch``."""
        self.beginResetModel()
        self._fetch = fetch
        rows, self._cursor = fetch(None, PAGE)
        self._rows = list(rows)
        self.endResetModel()

    def show_rows(self, rows: Sequence[Any], *, cursor: Any = None, fetch: Fetch | None = None):
        """Show a first page that was read elsewhere, such as in the background."""
        self.beginResetModel()
        self._rows, self._cursor, self._fetch = list(rows), cursor, fetch
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns of the same rows."""
        self.beginResetModel()
        self._columns = list(columns)
        self.endResetModel()

    def row_at(self, index: int) -> Any | None:
        """Return a row, None when there is none."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def find(self, matches: Callable[[Any], bool]) -> int:
        """Return the index of the first known row that ``matches``, -1 for none."""
        return next((i for i, row in enumerate(self._rows) if matches(row)), -1)

    def replace(self, index: int, row: Any) -> None:
        """Show another state of one row without moving anything."""
        if 0 <= index < len(self._rows):
            self._rows[index] = row
            last = self.index(index, len(self._columns) - 1)
            self.dataChanged.emit(self.index(index, 0), last)

    def refresh_clocks(self) -> None:
        """Repaint; called once a minute when rows show clocks computed at paint time."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows are known."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns are shown."""
        return 0 if parent.isValid() else len(self._columns)

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there may be rows behind the last one."""
        return not parent.isValid() and not self.complete

    def fetchMore(self, parent: Index) -> None:
        """Read the next page."""
        if parent.isValid() or self._fetch is None or self._cursor is None:
            return
        rows, self._cursor = self._fetch(self._cursor, PAGE)
        if not rows:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row itself (ROW_ROLE) or a cell in words."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        column = self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(self._texts, column.cell(row), column.paint)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the title of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(column.room, column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft
            if column.paint is Paint.NUMBER:
                side = Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
