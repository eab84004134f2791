"""The rows of a list inside a case, in memory, as a table model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from models.kernel.actor import system_clock
from models.kernel.fields.spec import FieldSpec, Kind
from ui.shell.icons import icon
from ui.shell.theme import roles
from ui.shell.tip import tip

from .writing import Writing

if TYPE_CHECKING:
    from resources.texts import Texts

    from .choices import Choices

Row = Mapping[str, object]
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_NUMBERS = frozenset({Kind.MONEY, Kind.INTEGER, Kind.PERCENT})
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Look(NamedTuple):
    """How a cell looks: an icon before the words (or '') and the role of the ink."""

    icon: str
    role: str


class Column(NamedTuple):
    """A column: the key of its value, its title, and how a value is put in words.

    ``look`` marks a value by icon and ink besides its words.
    """

    key: str
    title: str
    words: Callable[[Any], str] = str
    right: bool = False
    stretch: bool = False
    look: Callable[[Row], Look] | None = None


def column_of(
    spec: FieldSpec, texts: Texts, choices: Choices, *, title: str = "", stretch: bool = False
) -> Column:
    """Return the column that shows a field the way its editor does; numbers stand at the right."""
    stretch = stretch or spec.kind is Kind.LONG_TEXT
    words = _words_of(spec, texts, choices)
    head = title or texts(spec.room, spec.label)
    return Column(spec.key, head, words, spec.kind in _NUMBERS, stretch)


def _words_of(spec: FieldSpec, texts: Texts, choices: Choices) -> Callable[[Any], str]:
    if spec.kind is Kind.FLAG:
        yes = texts("forms", "Yes")
        return lambda value: yes if value else ""
    labels = dict(_options(spec, choices))
    if labels:
        return lambda value: "、".join(labels.get(c, c) for c in str(value).split(",") if c)
    return Writing(spec, system_clock).show


def _options(spec: FieldSpec, choices: Choices) -> Sequence[tuple[str, str]]:
    if spec.kind is Kind.PERSON:
        return choices.people()
    if spec.kind is Kind.DEPARTMENT:
        return choices.departments()
    return choices.choices(spec.codes) if spec.kind in (Kind.CHOICE, Kind.CHOICES) else ()


class RowsModel(QAbstractTableModel):
    """Shows rows by column; ``ROW_ROLE`` gives the whole row."""

    def __init__(self, columns: Sequence[Column]) -> None:
        """Begin without rows."""
        super().__init__()
        self._columns = tuple(columns)
        self._rows: list[Row] = []

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in their order."""
        return self._columns

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return the row at a place."""
        return self._rows[number]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, the whole of them as its hint, or the row itself."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            value = row.get(column.key)
            words = "" if value is None else column.words(value)
            return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return self._look(row, column, role) if column.look is not None else None

    @staticmethod
    def _look(row: Row, column: Column, role: int) -> object:
        look = column.look(row) if column.look is not None else Look("", "text")
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(roles[look.role])
        if role == Qt.ItemDataRole.DecorationRole and look.icon:
            return icon(look.icon, look.role, filled=True)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column, aligned like its values."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(self._columns[section])
        return None

    @staticmethod
    def _alignment(column: Column) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        return side | _MIDDLE
