"""What is on a page besides its text: head, marks, code, foot, place of the seal, watermark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from models.casework.documents.content import INTERNAL, PARTY_A, PARTY_B, THIRD_PARTY, Frame
from reports.code import check_text, code_payload, draw_code
from reports.fonts import BOLD, REGULAR
from reports.headpiece import RIGHT, draw_letterhead, draw_running_head, draw_title
from reports.paragraph import fitted, say
from reports.parts.places import dashed_place
from reports.styles import (
    ACCENT,
    FOOT,
    FOOT_PAGE,
    GRID,
    INK,
    LEFT,
    MEASURE,
    QR_SIZE,
    SMALL,
    WHITE,
    Look,
    color,
)

if TYPE_CHECKING:
    from reports.sheet import Sheet
    from reports.voice import Voice

WIDE, HIGH = A4
_FIRST_CODE, _LATER_CODE = HIGH - 61.4 * mm, HIGH - 34.8 * mm
_MARK = Look(size=11, leading=16, bold=True, align="center")
_DEMO = Look(size=11, leading=16, bold=True, align="center", color=WHITE)
_MARK_WIDE, _MARK_HIGH, _MARK_GAP = 52.0, 18.0, 6.0
_PAGE_ROOM = 90.0
_WATERMARK_ALPHA = 0.09


class Furniture:
    """Draws what surrounds the text of one paper."""

    def __init__(self, sheet: Sheet, frame: Frame, voice: Voice) -> None:
        """Prepare for the pages of a sheet in a frame."""
        self.sheet, self.frame, self.voice = sheet, frame, voice

    def draw(self, canvas: Any, number: int, total: int) -> None:
        """Draw everything around page ``number`` of ``total``."""
        canvas.saveState()
        if number == 1:
            draw_letterhead(canvas, self.sheet.letterhead, self.voice)
            draw_title(canvas, self.sheet, self.voice)
            self._marks(canvas, RIGHT)
            self._code(canvas, _FIRST_CODE, number, total)
            self._caption(canvas)
        else:
            draw_running_head(canvas, self.sheet)
            self._marks(canvas, RIGHT - 29 * mm)
            self._code(canvas, _LATER_CODE, number, total)
        self._foot(canvas, number, total)
        if self.sheet.seam and total > 1:
            self._seam(canvas)
        canvas.restoreState()
        if self.frame.draft:
            self._watermark(canvas)

    def _marks(self, canvas: Any, right: float) -> None:
        """Draw the box that tells whose copy this is, and 演示 beside it in a demo store."""
        y = HIGH - 18.3 * mm
        canvas.setLineWidth(0.9)
        canvas.setStrokeColor(color(INK))
        canvas.setFillColor(color(INK))
        boxes = [(self._mark(), _MARK)]
        if self.frame.demo:
            boxes.append((self.voice("DEMO"), _DEMO))
        for words, look in boxes:
            if words:
                x = right - _MARK_WIDE
                canvas.rect(x, y, _MARK_WIDE, _MARK_HIGH, fill=look is _DEMO)
                small = fitted(words, look, _MARK_WIDE - 4)
                say(canvas, x, y + 5, words, small, _MARK_WIDE)
                right = x - _MARK_GAP

    def _mark(self) -> str:
        voice = self.voice
        if self.frame.draft:
            return voice("DRAFT")
        marks = {
            PARTY_A: voice("Party A's copy"),
            PARTY_B: voice("Party B's copy"),
            THIRD_PARTY: voice("Third copy"),
            INTERNAL: voice("Internal"),
        }
        return marks.get(self.frame.copy_mark, self.sheet.mark)

    def _code(self, canvas: Any, y: float, number: int, total: int) -> None:
        """Draw the code of the page; a draft gets none, for it would verify."""
        if self.frame.draft:
            side = QR_SIZE * 0.77
            text = self.voice("Draft:\nno code")
            dashed_place(canvas, RIGHT - side / 2, y + QR_SIZE / 2, side, side, text)
        else:
            draw_code(canvas, code_payload(self.frame, number, total), RIGHT, y)

    def _caption(self, canvas: Any) -> None:
        if not self.frame.draft:
            x = RIGHT - QR_SIZE + 3 * mm
            say(canvas, x, HIGH - 63 * mm, self.sheet.caption, SMALL, QR_SIZE)

    def _foot(self, canvas: Any, number: int, total: int) -> None:
        voice = self.voice
        canvas.setStrokeColor(color(GRID))
        canvas.setLineWidth(0.4)
        canvas.line(LEFT, 16 * mm, RIGHT, 16 * mm)
        words, room = "　".join(self._foot_parts()), MEASURE - _PAGE_ROOM
        say(canvas, LEFT, 11.8 * mm, words, fitted(words, FOOT, room), room)
        page = voice("Page {number} of {total}", number=number, total=total)
        say(canvas, RIGHT - _PAGE_ROOM, 11.8 * mm, page, FOOT_PAGE, _PAGE_ROOM)
        if self.frame.demo:
            note = voice("Demonstration data, of no legal effect")
            say(canvas, LEFT, 7.6 * mm, note, SMALL, MEASURE)

    def _foot_parts(self) -> list[str]:
        voice, frame = self.voice, self.frame
        version = voice("Version {version}", version=frame.version)
        printed = voice.stamp(frame.printed_at_ms)
        if frame.draft:
            return [frame.doc_no, version, printed]
        check = voice("Check {digits}", digits=check_text(frame))
        count = voice("{time}, print {count}", time=printed, count=frame.print_count)
        return [frame.doc_no, version, check, count]

    def _seam(self, canvas: Any) -> None:
        """Mark where the seal goes across the edges of all pages."""
        middle = HIGH / 2
        canvas.setFont(REGULAR, 7.5)
        canvas.setFillColor(color(GRID))
        canvas.setStrokeColor(color(GRID))
        canvas.setLineWidth(0.4)
        for number, char in enumerate(self.voice("SEAL")):
            canvas.drawCentredString(WIDE - 7.5 * mm, middle + 26 - 16 * number, char)
        for y in (middle + 42, middle - 38):
            canvas.line(WIDE - 10 * mm, y, WIDE - 5 * mm, y)

    def _watermark(self, canvas: Any) -> None:
        """Draw the draft mark above the text: no tint hides it, no patch covers it."""
        canvas.saveState()
        canvas.translate(WIDE / 2, HIGH / 2)
        canvas.rotate(38)
        canvas.setFillColor(color(ACCENT))
        canvas.setFillAlpha(_WATERMARK_ALPHA)
        for words, size, y in (
            (self.voice("DRAFT"), 120, -20),
            (self.voice("Of no effect until signed"), 24, -66),
        ):
            canvas.setFont(BOLD, size)
            canvas.drawCentredString(0, y, words)
        canvas.restoreState()
