"""How parts stay together on a page, and how the blank this leaves is struck out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import CondPageBreak, KeepTogether
from reportlab.platypus.doctemplate import ActionFlowable, NullActionFlowable
from reportlab.platypus.flowables import Flowable

from reports.fonts import REGULAR
from reports.paragraph import Para
from reports.styles import CLAUSE_HEAD, GRID, SOFT, WHITE, color

if TYPE_CHECKING:
    from collections.abc import Sequence

HOLE = 110.0  # points of blank from which it is struck out
_FLAT = 40.0
_HEAD_ROOM = 60.0


def headed(text: str) -> list[Flowable]:
    """Return a heading that does not stand alone at the foot of a page."""
    return [CondPageBreak(_HEAD_ROOM), Para(text, CLAUSE_HEAD)]


class Struck(Flowable):  # type: ignore[misc]
    """Crosses out what is left of the page, so that nothing can be added to it."""

    def __init__(self, text: str) -> None:
        """Strike with a line that bears ``text``."""
        super().__init__()
        self.text = text

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Take what is left."""
        self.width, self.height = avail_width, max(0.0, avail_height - 2)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the diagonal, unless there is hardly any blank."""
        if self.height < _FLAT:
            return
        canvas, x, y = self.canv, self.width / 2, self.height / 2
        canvas.setStrokeColor(color(GRID))
        canvas.setLineWidth(0.6)
        canvas.setFont(REGULAR, 9)
        canvas.line(0, 0, self.width, self.height - 6)
        half = canvas.stringWidth(self.text, REGULAR, 9) / 2 + 4
        canvas.setFillColor(color(WHITE))
        canvas.rect(x - half, y - 10, 2 * half, 16, stroke=0, fill=1)
        canvas.setFillColor(color(SOFT))
        canvas.drawCentredString(x, y - 6, self.text)


class Together(KeepTogether):  # type: ignore[misc]
    """Keeps its parts on one page; a large hole left behind is struck out with ``text``."""

    def __init__(self, parts: Sequence[Flowable], text: str = "") -> None:
        """Keep ``parts`` together."""
        super().__init__(list(parts))
        self.text = text

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """Move to the next page as reportlab does, after striking the hole."""
        parts: list[Flowable] = super().split(avail_width, avail_height)
        first = parts[0] if parts else None
        moves = isinstance(first, ActionFlowable) and not isinstance(first, NullActionFlowable)
        if moves and self.text and avail_height > HOLE:
            parts.insert(0, Struck(self.text))
        return parts
