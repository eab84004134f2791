"""The page template: turns a story of flowables into the bytes of a finished paper."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from reports.fonts import REGULAR, register_faces
from reports.furniture import Furniture
from reports.styles import BOTTOM, LEFT, MEASURE, TOP_FIRST, TOP_LATER

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.platypus.flowables import Flowable

    from models.casework.documents import content
    from reports.sheet import Sheet
    from reports.voice import Voice

_PRODUCT = "Kesutong"


class Rendered(NamedTuple):
    """A finished paper."""

    pdf: bytes
    pages: int


class PagedCanvas(Canvas):  # type: ignore[misc]
    """Keeps the pages until their total is known, then writes head and foot on each."""

    def __init__(
        self, *args: Any, finish: Callable[[Any, int, int], None], totals: list[int], **kwargs: Any
    ) -> None:
        """Take what finishes a page, given the canvas, its number and the total."""
        super().__init__(*args, **kwargs)
        self._finish, self._totals = finish, totals
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802
        """Keep the page instead of writing it."""
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Write all pages, now that their number is known."""
        kept, total = self._kept, len(self._kept)
        self._totals.append(total)
        for number, state in enumerate(kept, 1):
            self.__dict__.update(state)
            self._finish(self, number, total)
            super().showPage()
        super().save()


def build(sheet: Sheet, frame: content.Frame, voice: Voice, story: Sequence[Flowable]) -> Rendered:
    """Lay out a story on the pages of a sheet."""
    register_faces()
    out, totals = io.BytesIO(), list[int]()
    furniture = Furniture(sheet, frame, voice)
    local = voice.local(frame.printed_at_ms)
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        title=f"{sheet.title} {frame.doc_no}",
        author=sheet.letterhead.name,
        subject=f"{frame.case_no} {frame.content_hash}",
        creator=_PRODUCT,
        lang=frame.language.replace("_", "-"),
        initialFontName=REGULAR,
        invariant=1,
        pageTemplates=[_page("first", TOP_FIRST), _page("later", TOP_LATER)],
    )

    def finish(canvas: Any, number: int, total: int) -> None:
        canvas.setDateFormatter(lambda *_: f"D:{local:%Y%m%d%H%M%S}{local:%z}")
        furniture.draw(canvas, number, total)

    document.build(list(story), canvasmaker=partial(PagedCanvas, finish=finish, totals=totals))
    return Rendered(out.getvalue(), totals[-1])


def _page(name: str, top: float) -> PageTemplate:
    height = A4[1] - top - BOTTOM
    area = Frame(LEFT, BOTTOM, MEASURE, height, 0, 0, 0, 0)
    return PageTemplate(name, [area], autoNextPageTemplate="later")
