"""The list of the rounds, painted: which round, when and how, what was said, mood and result."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from ui.shell.theme import HEIGHT
from ui.shell.tip import tip
from ui.widgets.badge import TagLook, paint_tag, tag_width
from ui.widgets.ink import paint_ground, paint_text, text_width
from ui.widgets.painted_rows import LOOK_ROLE, Index, PaintedRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

MOST_ROWS = 6
_GAP = 10


class RoundLook(NamedTuple):
    """One round in words; ``no`` names it."""

    no: int
    name: str
    when: str
    words: str
    tags: tuple[TagLook, ...]


def _spoken(look: RoundLook) -> str:
    tags = " ".join(tag.text for tag in look.tags)
    return f"{look.name} {look.when} {look.words} {tags}"


class RoundDelegate(QStyledItemDelegate):
    """Draws a round on one line; names, times and tags stand in columns."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Keep one height for all."""
        return QSize(option.rect.width(), HEIGHT["row_single"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one round."""
        found, rect = index.data(LOOK_ROLE), QRectF(option.rect)
        every = index.model().looks
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
        self.rounds = PaintedRows(self, _spoken, hint=lambda look: tip(look.words))
        self.setModel(self.rounds)
        self.setItemDelegate(RoundDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def show_rounds(self, rounds: Sequence[RoundLook]) -> None:
        """Show ``rounds``; the chosen one stays chosen."""
        place = self.currentIndex().row()
        self.rounds.show_rows(rounds)
        self.setFixedHeight(min(len(rounds), MOST_ROWS) * HEIGHT["row_single"] + 2)
        if 0 <= place < len(rounds):
            self.setCurrentIndex(self.rounds.index(place, 0))
