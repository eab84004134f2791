"""Letterhead, title, marks, code and foot: what is on a page besides its text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from models.casework.documents.content import (
    INTERNAL,
    PARTY_A,
    PARTY_B,
    THIRD_PARTY,
    Frame,
)
from reports.fonts import BOLD, REGULAR
from reports.paragraph import say
from reports.parts.places import dashed_place
from reports.styles import (
    ACCENT,
    CELL,
    FOOT,
    FOOT_PAGE,
    GRID,
    INK,
    LABEL,
    LEFT,
    MEASURE,
    QR_SIZE,
    SMALL,
    SOFT,
    WHITE,
    Look,
    color,
)

if TYPE_CHECKING:
    from reports.sheet import Sheet
    from reports.voice import Voice

WIDE, HIGH = A4
RIGHT = LEFT + MEASURE
QUIET = 4  # modules of blank on every side of a code
FORMAT = "KT1"
CHECK_DIGITS = 12
_HOUSE = Look(size=13, leading=18, bold=True, align="left")
_ADDRESS = Look(size=8.5, leading=12, align="left", color=SOFT)
_RUNNING = Look(size=9, leading=13, align="left", color=SOFT)
_MARK = Look(size=11, leading=16, bold=True, align="center")
_DEMO = Look(size=11, leading=16, bold=True, align="center", color=WHITE)
_LOGO = 11.5 * mm
_MARK_SIZE = (52.0, 18.0)
_MARK_GAP = 6.0
_TITLE_SIZE, _TITLE_SPACE = 20.0, 2.5
_TITLE_MIN = 13.0


def code_payload(frame: Frame, number: int, total: int) -> str:
    """Return what the code of a page says; this format never changes."""
    check = frame.content_hash[:CHECK_DIGITS]
    parts = (FORMAT, frame.doc_no, str(frame.version), f"{number}/{total}", check)
    return "*".join(parts).upper()


def check_text(frame: Frame) -> str:
    """Return the same digits for the eye, in groups of four."""
    digits = frame.content_hash[:CHECK_DIGITS].upper()
    return "-".join(digits[k : k + 4] for k in range(0, CHECK_DIGITS, 4))


class Furniture:
    """Draws what surrounds the text of one paper."""

    def __init__(self, sheet: Sheet, frame: Frame, voice: Voice) -> None:
        """Prepare for the pages of a sheet in a frame."""
        self.sheet, self.frame, self.voice = sheet, frame, voice

    def draw(self, canvas: Any, number: int, total: int) -> None:
        """Draw everything around page ``number`` of ``total``."""
        canvas.saveState()
        if number == 1:
            self._letterhead(canvas)
            self._title(canvas)
            self._marks(canvas, RIGHT)
            self._code(canvas, HIGH - 61.4 * mm, number, total)
            say(canvas, RIGHT - QR_SIZE + 3 * mm, HIGH - 63 * mm, self._caption(), SMALL, QR_SIZE)
        else:
            self._running_head(canvas)
            self._marks(canvas, RIGHT - 29 * mm)
            self._code(canvas, HIGH - 34.8 * mm, number, total)
        self._foot(canvas, number, total)
        if self.sheet.seam and total > 1:
            self._seam(canvas)
        canvas.restoreState()
        if self.frame.draft:
            self._watermark(canvas)

    def _letterhead(self, canvas: Any) -> None:
        house, base, x = self.sheet.letterhead, HIGH - 31 * mm, LEFT
        if house.logo_png:
            x += self._logo(canvas, house.logo_png, base + 4.2 * mm) + 3.5 * mm
        room = RIGHT - x - _MARK_SIZE[0] - _MARK_GAP
        say(canvas, x, base + 11 * mm, house.name, _HOUSE, room)
        voice = self.voice
        phone = house.phone and voice("Customer service {phone}", phone=house.phone)
        line = "　".join(part for part in (house.address, phone) if part)
        say(canvas, x, base + 5.6 * mm, line, _ADDRESS, RIGHT - x)
        canvas.setStrokeColor(color(ACCENT))
        for width, y in ((1.2, base + 1.5 * mm), (0.4, base + 0.8 * mm)):
            canvas.setLineWidth(width)
            canvas.line(LEFT, y, RIGHT, y)

    @staticmethod
    def _logo(canvas: Any, png: bytes, y: float) -> float:
        """Draw the logo in its slot and return the width it takes."""
        image = ImageReader(io.BytesIO(png))
        wide, high = image.getSize()
        width = min(2.6 * _LOGO, _LOGO * wide / high)
        canvas.drawImage(
            image, LEFT, y, width, _LOGO, mask="auto", preserveAspectRatio=True, anchor="w"
        )
        return float(width)

    def _title(self, canvas: Any) -> None:
        """Draw the title, centred on the measure, and the facts below it."""
        title, limit = self.sheet.title, MEASURE - 32 * mm
        size, space = _TITLE_SIZE, _TITLE_SPACE if self.voice.is_chinese else 0.0
        while (wide := self._title_width(canvas, title, size, space)) > limit and (
            size > _TITLE_MIN
        ):
            size -= 0.5
        x = LEFT + max(0.0, min((MEASURE - wide) / 2, limit - wide))
        canvas.setFillColor(color(INK))
        canvas.setFont(BOLD, size)
        canvas.drawString(x, HIGH - 42.5 * mm, title, charSpace=space)
        y = HIGH - 53 * mm if len(self.sheet.facts) <= 2 else HIGH - 50.2 * mm
        for row in self.sheet.facts:
            for column, (label, value) in enumerate(row):
                x = LEFT + column * 180
                say(canvas, x, y, label, LABEL)
                indent = max(44.0, canvas.stringWidth(label, REGULAR, LABEL.size) + 6)
                say(canvas, x + indent, y, value, CELL, 180 - indent)
            y -= 7 * mm if len(self.sheet.facts) <= 2 else 6 * mm

    @staticmethod
    def _title_width(canvas: Any, title: str, size: float, space: float) -> float:
        return float(canvas.stringWidth(title, BOLD, size)) + space * (len(title) - 1)

    def _running_head(self, canvas: Any) -> None:
        facts = [f"{label} {value}" for row in self.sheet.facts[:1] for label, value in row]
        head = Look(size=10.5, leading=14, bold=True, align="left")
        say(canvas, LEFT, HIGH - 17.2 * mm, self.sheet.title, head, 300)
        line = "　".join([*facts])
        say(canvas, LEFT, HIGH - 23.6 * mm, line, _RUNNING, MEASURE - 29 * mm)
        say(canvas, LEFT, HIGH - 29.2 * mm, self.sheet.letterhead.name, _RUNNING, MEASURE - 29 * mm)
        canvas.setStrokeColor(color(GRID))
        canvas.setLineWidth(0.4)
        canvas.line(LEFT, HIGH - 33.5 * mm, RIGHT, HIGH - 33.5 * mm)

    def _marks(self, canvas: Any, right: float) -> None:
        """Draw the box that tells whose copy this is, and 演示 beside it in a demo store."""
        wide, high = _MARK_SIZE
        y = HIGH - 18.3 * mm
        canvas.setLineWidth(0.9)
        canvas.setStrokeColor(color(INK))
        canvas.setFillColor(color(INK))
        if mark := self._mark():
            canvas.rect(right - wide, y, wide, high)
            say(canvas, right - wide, y + 5, mark, _MARK, wide)
            right -= wide + _MARK_GAP
        if self.frame.demo:
            canvas.rect(right - wide, y, wide, high, fill=1)
            say(canvas, right - wide, y + 5, self.voice("DEMO"), _DEMO, wide)

    def _mark(self) -> str:
        voice = self.voice
        marks = {
            PARTY_A: voice("Party A's copy"),
            PARTY_B: voice("Party B's copy"),
            THIRD_PARTY: voice("Third copy"),
            INTERNAL: voice("Internal"),
        }
        if self.frame.draft:
            return voice("DRAFT")
        return marks.get(self.frame.copy_mark, self.sheet.mark)

    def _caption(self) -> str:
        return "" if self.frame.draft else self.sheet.caption

    def _code(self, canvas: Any, y: float, number: int, total: int) -> None:
        """Draw the code with its ink flush with the measure; a draft must not verify."""
        if self.frame.draft:
            ink = QR_SIZE * 0.77
            text = self.voice("Draft:\nno code")
            dashed_place(canvas, RIGHT - ink / 2, y + QR_SIZE / 2, ink, ink, text)
            return
        code = QrCodeWidget(code_payload(self.frame, number, total), barLevel="M")
        x0, _, x1, _ = code.getBounds()
        scale = QR_SIZE / (x1 - x0)
        transform = [scale, 0, 0, scale, 0, 0]
        drawing = Drawing(QR_SIZE, QR_SIZE, transform=transform, initialFontName=REGULAR)
        drawing.add(code)
        quiet = QR_SIZE * QUIET / (code.qr.getModuleCount() + 2 * QUIET)
        renderPDF.draw(drawing, canvas, RIGHT - QR_SIZE + quiet, y)

    def _foot(self, canvas: Any, number: int, total: int) -> None:
        canvas.setStrokeColor(color(GRID))
        canvas.setLineWidth(0.4)
        canvas.line(LEFT, 16 * mm, RIGHT, 16 * mm)
        voice, frame = self.voice, self.frame
        parts = [frame.doc_no, voice("Version {version}", version=frame.version)]
        if not frame.draft:
            parts.append(voice("Check {digits}", digits=check_text(frame)))
        printed = voice.stamp(frame.printed_at_ms)
        count = frame.print_count
        parts.append(voice("{time}, print {count}", time=printed, count=count))
        say(canvas, LEFT, 11.8 * mm, "　".join(parts), FOOT, MEASURE - 80)
        page = voice("Page {number} of {total}", number=number, total=total)
        say(canvas, RIGHT - 90, 11.8 * mm, page, FOOT_PAGE, 90)
        if frame.demo:
            note = voice("Demonstration data, of no legal effect")
            say(canvas, LEFT, 7.6 * mm, note, SMALL, MEASURE)

    def _seam(self, canvas: Any) -> None:
        """Mark where the seal goes across the edges of all pages."""
        middle = HIGH / 2
        canvas.setFont(REGULAR, 7.5)
        canvas.setFillColor(color(GRID))
        canvas.setStrokeColor(color(GRID))
        canvas.setLineWidth(0.4)
        words = self.voice("SEAL") if not self.voice.is_chinese else self.voice("Seal across")
        for number, char in enumerate(words):
            canvas.drawCentredString(WIDE - 7.5 * mm, middle + 26 - 16 * number, char)
        for y in (middle + 42, middle - 38):
            canvas.line(WIDE - 10 * mm, y, WIDE - 5 * mm, y)

    def _watermark(self, canvas: Any) -> None:
        """Draw the draft mark above the text: no tint hides it, no patch covers it."""
        canvas.saveState()
        canvas.translate(WIDE / 2, HIGH / 2)
        canvas.rotate(38)
        canvas.setFillColor(color(ACCENT))
        canvas.setFillAlpha(0.09)
        canvas.setFont(BOLD, 120)
        canvas.drawCentredString(0, -20, self.voice("DRAFT "))
        canvas.setFont(BOLD, 24)
        canvas.drawCentredString(0, -66, self.voice("Of no effect until signed"))
        canvas.restoreState()
