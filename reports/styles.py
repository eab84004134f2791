"""Colours, measures and the looks of text: one grid and one type scale for every sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

from reports.fonts import BOLD, REGULAR

INK, ACCENT, SOFT = "#111111", "#1f3a5f", "#48505a"
GRID, TINT, WHITE = "#7c8692", "#f0f2f5", "#ffffff"

LEFT = 25 * mm  # binding edge
MEASURE = 44 * 10.5  # 44 characters of the body size: pure Han lines fill it exactly
TOP_FIRST, TOP_LATER, BOTTOM = 66 * mm, 37 * mm, 23 * mm
QR_SIZE = 30 * mm  # with its quiet zone

color = lru_cache(maxsize=None)(HexColor)


@dataclass(frozen=True, slots=True)
class Face:
    """A family of registered fonts."""

    regular: str
    bold: str


SANS = Face(REGULAR, BOLD)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one format. Text is data: nothing in it is ever obeyed as markup."""

    text: str
    bold: bool = False
    underline: bool = False
    size: float | None = None
    color: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set; indent, autospace and stretch in em, other lengths in points."""

    face: Face = SANS
    size: float = 10.5
    leading: float = 16.5
    indent: float = 0.0
    align: str = "justify"  # justify | left | center | right
    color: str = INK
    bold: bool = False
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    autospace: float = 0.125
    stretch: float = 0.35  # a line that needs more than this per place stays ragged
    orphans: int = 2
    widows: int = 2


BODY = Look(indent=2, after=3)
CLAUSE_HEAD = Look(size=11.5, leading=18, bold=True, align="left", color=ACCENT, before=6, after=1)
CLAUSE = Look(left=26, after=2.5)
STRICT = Look(leading=17.5, bold=True, left=24, after=3)
STRICT_HEAD = Look(size=11.5, leading=18, bold=True, align="left")
STRICT_LINE = Look(leading=17, bold=True, align="left")
BAR = Look(size=11, leading=16, bold=True, color=WHITE, align="left")
CELL = Look(size=10, leading=14.5, align="left")
CELL_BOLD = replace(CELL, bold=True)
CELL_MID = replace(CELL, align="center")
CELL_NUM = replace(CELL, align="right")
CELL_TALL = Look(size=10, leading=15.5)
LABEL = Look(size=9, leading=13, align="left", color=SOFT)
TABLE_HEAD = Look(size=9.5, leading=14, align="center", bold=True)
DECLARATION = Look(size=9.5, leading=14)
FOOT = Look(size=8.5, leading=11, align="left", color=SOFT)
FOOT_PAGE = Look(size=9, leading=11, align="right", bold=True)
SMALL = Look(size=7.5, leading=10, align="center", color=SOFT)
