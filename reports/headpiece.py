"""Letterhead and title of the first page, and the running head of the others."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from reports.fonts import BOLD, REGULAR
from reports.paragraph import fitted, say
from reports.styles import ACCENT, CELL, GRID, INK, LABEL, LEFT, MEASURE, SOFT, Look, color

if TYPE_CHECKING:
    from models.casework.documents.content import Letterhead
    from reports.sheet import Sheet
    from reports.voice import Voice

HIGH = A4[1]
RIGHT = LEFT + MEASURE
MARKS_WIDTH = 116.0  # two boxes, kept free beside the name of the house
_HOUSE = Look(size=13, leading=18, bold=True, align="left")
_ADDRESS = Look(size=8.5, leading=12, align="left", color=SOFT)
_RUNNING_TITLE = Look(size=10.5, leading=14, bold=True, align="left")
_RUNNING = Look(size=9, leading=13, align="left", color=SOFT)
_LOGO, _LOGO_WIDEST = 11.5 * mm, 30 * mm
_TITLE_SIZE, _TITLE_SPACE, _TITLE_SMALLEST = 20.0, 2.5, 13.0
_CODE_ROOM = 32 * mm
_COLUMN = 180.0
_LABEL_ROOM = 44.0


def draw_letterhead(canvas: Any, house: Letterhead, voice: Voice) -> None:
    """Draw logo, registered name and address over a double rule."""
    base, x = HIGH - 31 * mm, LEFT
    if house.logo_png:
        x += _draw_logo(canvas, house.logo_png, base + 4.2 * mm) + 3.5 * mm
    room = RIGHT - x - MARKS_WIDTH
    say(canvas, x, base + 11 * mm, house.name, fitted(house.name, _HOUSE, room), room)
    phone = house.phone and voice("Customer service {phone}", phone=house.phone)
    line = "　".join(part for part in (house.address, phone) if part)
    say(canvas, x, base + 5.6 * mm, line, fitted(line, _ADDRESS, RIGHT - x), RIGHT - x)
    canvas.setStrokeColor(color(ACCENT))
    for width, y in ((1.2, base + 1.5 * mm), (0.4, base + 0.8 * mm)):
        canvas.setLineWidth(width)
        canvas.line(LEFT, y, RIGHT, y)


def _draw_logo(canvas: Any, png: bytes, y: float) -> float:
    """Draw the logo in its slot and return the width it takes."""
    image = ImageReader(io.BytesIO(png))
    wide, high = image.getSize()
    width = min(_LOGO_WIDEST, _LOGO * wide / high)
    canvas.drawImage(
        image, LEFT, y, width, _LOGO, mask="auto", preserveAspectRatio=True, anchor="w"
    )
    return float(width)


def draw_title(canvas: Any, sheet: Sheet, voice: Voice) -> None:
    """Draw the title, centred on the measure as far as the code allows, and the facts below."""
    limit, size = MEASURE - _CODE_ROOM, _TITLE_SIZE
    space = _TITLE_SPACE if voice.is_chinese else 0.0
    wide = _title_width(canvas, sheet.title, size, space)
    while wide > limit and size > _TITLE_SMALLEST:
        size -= 0.5
        wide = _title_width(canvas, sheet.title, size, space)
    canvas.setFillColor(color(INK))
    canvas.setFont(BOLD, size)
    x = LEFT + max(0.0, min((MEASURE - wide) / 2, limit - wide))
    canvas.drawString(x, HIGH - 42.5 * mm, sheet.title, charSpace=space)
    for row, facts in enumerate(sheet.facts):
        for column, (label, value) in enumerate(facts):
            y = HIGH - (53 + 7 * row) * mm
            _draw_fact(canvas, LEFT + column * _COLUMN, y, label, value)


def _title_width(canvas: Any, title: str, size: float, space: float) -> float:
    return float(canvas.stringWidth(title, BOLD, size)) + space * (len(title) - 1)


def _draw_fact(canvas: Any, x: float, y: float, label: str, value: str) -> None:
    say(canvas, x, y, label, LABEL)
    indent = max(_LABEL_ROOM, canvas.stringWidth(label, REGULAR, LABEL.size) + 6)
    room = _COLUMN - indent - 4
    say(canvas, x + indent, y, value, fitted(value, CELL, room), room)


def draw_running_head(canvas: Any, sheet: Sheet) -> None:
    """Draw title, numbers and house small, over a thin rule."""
    room = MEASURE - _CODE_ROOM
    numbers = "　".join(f"{label} {value}" for label, value in sheet.facts[0])
    lines = (
        (17.2, sheet.title, fitted(sheet.title, _RUNNING_TITLE, room - MARKS_WIDTH)),
        (23.6, numbers, fitted(numbers, _RUNNING, room)),
        (29.2, sheet.letterhead.name, fitted(sheet.letterhead.name, _RUNNING, room)),
    )
    for down, words, look in lines:
        say(canvas, LEFT, HIGH - down * mm, words, look, room)
    canvas.setStrokeColor(color(GRID))
    canvas.setLineWidth(0.4)
    canvas.line(LEFT, HIGH - 33.5 * mm, RIGHT, HIGH - 33.5 * mm)
