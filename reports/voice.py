"""The language of one paper: sentences, dates, sums and distances as they are written on it."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from models.kernel.money import capital, yuan_text
from models.kernel.zone import local_time
from reports.styles import Run
from resources.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.casework.documents.content import Frame

ROOM = "paper"
DASH = "—"
_MARKED = re.compile(r"(\*\*.+?\*\*|__.+?__)")
_NUMERALS = "零一二三四五六七八九"
_TEN = 10


class Voice:
    """Says msgids of the room ``paper`` in the language of a document."""

    def __init__(self, frame: Frame) -> None:
        """Speak the language, and the local time, of a frame."""
        self.texts = Texts(frame.language)
        self.zone = ZoneInfo(frame.time_zone)

    def __call__(self, msgid: str, **values: object) -> str:
        """Return a text."""
        return self.texts(ROOM, msgid, **values)

    def rich(self, msgid: str, **values: object) -> list[Run]:
        """Return a sentence whose text marks ``**bold**`` and ``__bold and underlined__`` parts.

        Only the text of the catalogue is read for marks, never the values put into it.
        """
        parts = _MARKED.split(self.texts(ROOM, msgid))
        return [self._run(part, values) for part in parts if part]

    @staticmethod
    def _run(part: str, values: dict[str, object]) -> Run:
        marked = _MARKED.fullmatch(part) is not None
        text = (part[2:-2] if marked else part).format(**values)
        return Run(text, bold=marked, underline=marked and part.startswith("__"))

    @property
    def is_chinese(self) -> bool:
        """Tell whether articles are counted in Chinese numerals."""
        return self.texts.language.startswith("zh")

    def ordinal(self, number: int) -> str:
        """Return the number of an article: 十二 in Chinese, 12 elsewhere."""
        if not self.is_chinese:
            return str(number)
        tens, ones = divmod(number, _TEN)
        ten = ("" if tens == 1 else _NUMERALS[tens]) + "十" if tens else ""
        return ten + (_NUMERALS[ones] if ones or not tens else "")

    def day(self, iso: str) -> str:
        """Return a day as running text writes it, a dash when it is not known."""
        return self._date(date.fromisoformat(iso)) if iso else DASH

    def moment(self, at_ms: int | None) -> str:
        """Return day and time, a dash when it is not known."""
        if at_ms is None:
            return DASH
        local = local_time(at_ms, self.zone)
        return self("{day} {time}", day=self._date(local.date()), time=f"{local:%H:%M}")

    def narrow_moment(self, at_ms: int | None) -> str:
        """Return month, day and time for a narrow cell."""
        return DASH if at_ms is None else f"{local_time(at_ms, self.zone):%m-%d %H:%M}"

    def stamp(self, at_ms: int) -> str:
        """Return day and time in figures, as the foot of a page bears them."""
        return f"{self.local(at_ms):%Y-%m-%d %H:%M}"

    def local(self, at_ms: int) -> datetime:
        """Return the local time of a moment."""
        return local_time(at_ms, self.zone)

    def _date(self, day: date) -> str:
        return self("{year}-{month:02}-{day:02}", year=day.year, month=day.month, day=day.day)

    def money(self, fen: int | None) -> str:
        """Return a sum in figures, a dash when there is none."""
        return DASH if fen is None else f"¥{yuan_text(fen)}"

    def capitals(self, fen: int | None) -> str:
        """Return a sum in the capital numerals of contracts."""
        return DASH if fen is None else capital(fen)

    def distance(self, km: int | None) -> str:
        """Return a mileage."""
        return DASH if km is None else self("{km} km", km=f"{km:,}")

    def either(self, text: str) -> str:
        """Return a text, a dash when it is empty."""
        return (text.strip() and text) or DASH

    def listed(self, items: Iterable[str]) -> str:
        """Return items in a row, without the empty ones."""
        return self("; ").join(item for item in items if item)
