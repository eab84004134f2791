"""Where the parties of an agreement sign: lines, a ring for a seal, a frame for a finger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import Table
from reportlab.platypus.flowables import Flowable

from reports.fonts import REGULAR
from reports.paragraph import Para, fitted, say
from reports.parts.places import Blanks, dashed_place, date_blanks, fill_line
from reports.styles import ACCENT, CELL, GRID, MEASURE, TINT, Look, color

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reports.voice import Voice

HALF = MEASURE / 2
_PAD = 9.0
_HIGH = 60 * mm
_SEAL, _FINGER = 40 * mm, (25 * mm, 35 * mm)  # a company seal and a finger in true size
_HEAD = Look(size=11, leading=15, bold=True, align="left")
_INTRO = Look(size=10, leading=15, align="center")


@dataclass(frozen=True, slots=True)
class Signatory:
    """One party's half: its heading, its name, what it writes and where it seals."""

    head: str
    name: str
    sign: str
    ring: str = ""  # words in the seal ring; "" draws none
    finger: str = ""  # words in the frame for the finger; "" draws none
    notes: tuple[str, ...] = ()
    checked_by: str = ""  # a short line for whoever compared the identity papers


class SigningHalf(Flowable):  # type: ignore[misc]
    """One party's half of the signature block."""

    def __init__(self, signatory: Signatory, voice: Voice) -> None:
        """Prepare the half of a signatory."""
        super().__init__()
        self.signatory, self.voice = signatory, voice
        self.width, self.height = HALF - 2 * _PAD, _HIGH

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Take half the measure."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw heading, name, lines and places; the date runs through the seal's lower third."""
        canvas, top, who = self.canv, self.height, self.signatory
        say(canvas, 0, top - 12, who.head, _HEAD, self.width)
        say(canvas, 0, top - 27, who.name, fitted(who.name, CELL, self.width), self.width)
        if who.ring:
            x, y = self.width - _SEAL / 2, _SEAL / 2 + 0.5 * mm
            dashed_place(canvas, x, y, _SEAL, _SEAL, who.ring, ring=True)
        if who.finger:
            wide, high = _FINGER
            dashed_place(canvas, self.width - wide / 2, 20 * mm, wide, high, who.finger)
        length = self.width - canvas.stringWidth(who.sign, REGULAR, 10) - 3
        fill_line(canvas, 0, top - 52, [(who.sign, length)])
        self._notes(top - 74)
        fill_line(canvas, 0, 15, date_blanks(self.voice))

    def _notes(self, y: float) -> None:
        for note in self.signatory.notes:
            say(self.canv, 0, y, note, Look(size=9, leading=12, align="left"), self.width)
            y -= 17
        if self.signatory.checked_by:
            fill_line(self.canv, 0, y, [(self.signatory.checked_by, 62.0)], size=9)


def signature_block(signatories: Sequence[Signatory], voice: Voice) -> Table:
    """Return the block in which all parties and a witness sign."""
    intro = Para(
        voice(
            "Both parties have read all articles and sign of their own free will. (Signature"
            " block; no text of the agreement below.)"
        ),
        _INTRO,
    )
    halves: list[Flowable | str] = [SigningHalf(who, voice) for who in signatories]
    pairs = [[*halves[k : k + 2], ""][:2] for k in range(0, len(halves), 2)]
    witness = Blanks(
        [[(0.0, [(voice("Witness's signature"), 152.0)]), (HALF, date_blanks(voice))]], step=24
    )
    rows = [[intro, ""], *pairs, [witness, ""]]
    last = len(rows) - 1
    return Table(
        rows,
        colWidths=[HALF, HALF],
        spaceBefore=6,
        spaceAfter=4,
        style=[
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("SPAN", (0, 0), (1, 0)),
            ("SPAN", (0, last), (1, last)),
            ("BACKGROUND", (0, 0), (1, 0), color(TINT)),
            ("LINEBELOW", (0, 0), (-1, last - 1), 0.4, color(GRID)),
            ("LINEAFTER", (0, 1), (0, last - 1), 0.4, color(GRID)),
            ("BOX", (0, 0), (-1, -1), 0.9, color(ACCENT)),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), _PAD),
            ("RIGHTPADDING", (0, 0), (-1, -1), _PAD),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
        ],
    )
