"""The list of the rounds, painted: which round, when and how, what was said, mood and result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from ui.shell.theme import HEIGHT
from ui.shell.tip import tip
from ui.widgets.badge import TagLook, paint_tag, tag_width
from ui.widgets.ink import paint_ground, paint_text, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex
ROUND_ROLE = int(Qt.ItemDataRole.UserRole)
MOST_ROWS = 6
_NOWHERE = QModelIndex()
_GAP = 10


class RoundLook(NamedTuple):
    """One round in words; ``no`` names it."""

    no: int
    name: str
    when: str
    words: str
    tags: tuple[TagLook, ...]


class RoundsModel(QAbstractListModel):
    """The rounds, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.rounds: list[RoundLook] = []

    def set_rounds(self, rounds: Sequence[RoundLook]) -> None:
        """Show other rounds."""
        self.beginResetModel()
        self.rounds = list(rounds)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rounds there are."""
        return 0 if parent.isValid() else len(self.rounds)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a round, or its words."""
        if not index.isValid() or not 0 <= index.row() < len(self.rounds):
            return None
        found = self.rounds[index.row()]
        if role == ROUND_ROLE:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            tags = " ".join(tag.text for tag in found.tags)
            return f"{found.name} {found.when} {found.words} {tags}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(found.words)
        return None


class RoundDelegate(QStyledItemDelegate):
    """Draws a round on one line; names, times and tags stand in columns."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Keep one height for all."""
        return QSize(option.rect.width(), HEIGHT["row_single"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one round."""
        found, rect = index.data(ROUND_ROLE), QRectF(option.rect)
        every = index.model().rounds
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            paint_ground(painter, rect.adjusted(0, 2, 0, -2), "selected", 6)
        at = rect.left() + 4
        at = self._column(painter, rect, at, found.name, [r.name for r in every], bold=True)
        at = self._column(painter, rect, at, found.when, [r.when for r in every])
        right = self._paint_tags(painter, rect, found, every)
        inner = QRectF(at, rect.top(), right - at - _GAP, rect.height())
        paint_text(painter, inner, found.words)
        painter.restore()

    @staticmethod
    def _column(
        painter: QPainter,
        rect: QRectF,
        at: float,
        text: str,
        every: Sequence[str],
        *,
        bold: bool = False,
    ) -> float:
        size, role = ("body", "text") if bold else ("caption", "text3")
        wide = max(text_width(other, size, bold=bold) for other in every)
        place = QRectF(at, rect.top(), wide + 1, rect.height())
        paint_text(painter, place, text, size=size, role=role, bold=bold)
        return at + wide + _GAP

    @staticmethod
    def _paint_tags(
        painter: QPainter, rect: QRectF, found: RoundLook, every: Sequence[RoundLook]
    ) -> float:
        """Draw the tags from the right, each kind in its column; return where they begin."""
        right = rect.right() - 4
        for number in reversed(range(len(found.tags))):
            wide = max(tag_width(other.tags[number]) for other in every)
            left = right - wide
            if found.tags[number].text:
                paint_tag(painter, left, rect.center().y(), found.tags[number])
            right = left - 6
        return right


class RoundsList(QListView):
    """As high as its rounds, six at most; one is chosen at a time."""

    def __init__(self, name: str) -> None:
        """Make an empty list."""
        super().__init__()
        self.setObjectName(name)
        self.rounds = RoundsModel(self)
        self.setModel(self.rounds)
        self.setItemDelegate(RoundDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def show_rounds(self, rounds: Sequence[RoundLook]) -> None:
        """Show ``rounds``; the chosen one stays chosen."""
        place = self.currentIndex().row()
        self.rounds.set_rounds(rounds)
        self.setFixedHeight(min(len(rounds), MOST_ROWS) * HEIGHT["row_single"] + 2)
        if 0 <= place < len(rounds):
            self.setCurrentIndex(self.rounds.index(place, 0))
