"""The box of clauses that limit somebody's rights: framed, with a signature line of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reports.fonts import REGULAR
from reports.paragraph import Para
from reports.parts.flow import HOLE, Struck
from reports.parts.tables import GridTable
from reports.styles import BAR, INK, MEASURE, color

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus.flowables import Flowable

_FRAME = 1.6


class StrictBox(GridTable):
    """Clauses under a black bar that is repeated on the next page.

    The box splits between clauses only, and the last clause never parts from the line on which
    the customer signs for having been told. When all of it moves, the hole is struck out.
    """

    cut_lines = (("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), _FRAME, color(INK)),)

    def __init__(self, *args: Any, struck: str = "", **kwargs: Any) -> None:
        """Take a table's arguments and the words that strike a hole."""
        super().__init__(*args, **kwargs)
        self._struck = struck

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """Split as a table does; strike the hole when nothing of the box fits."""
        parts: list[Flowable] = super().split(avail_width, avail_height)
        if not parts and self._struck and avail_height > HOLE:
            return [Struck(self._struck), self]
        return parts


def strict_box(
    bar: str, clauses: Sequence[Sequence[Flowable]], signing: Sequence[Flowable], struck: str
) -> StrictBox:
    """Return the box of clauses with the line to sign below them."""
    rows = [[Para(bar, BAR)], *([list(clause)] for clause in clauses), [list(signing)]]
    last = len(rows) - 1
    return StrictBox(
        rows,
        colWidths=[MEASURE],
        repeatRows=1,
        struck=struck,
        spaceBefore=6,
        spaceAfter=8,
        style=[
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("BACKGROUND", (0, 0), (0, 0), color(INK)),
            ("BOX", (0, 0), (-1, -1), _FRAME, color(INK)),
            ("LINEABOVE", (0, last), (0, last), 0.6, color(INK)),
            ("NOSPLIT", (0, 0), (0, 1)),
            ("NOSPLIT", (0, last - 1), (0, last)),
            ("LEFTPADDING", (0, 0), (-1, -1), 9),
            ("RIGHTPADDING", (0, 0), (-1, -1), 9),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ],
    )
