"""Reads finished papers back: their text, their codes, their fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
import zxingcpp

import reports
from tests.unit.reports import samples

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PIL.Image import Image


class Paper(NamedTuple):
    """A kind of paper, a number for it and a content to print."""

    name: str
    doc_no: str
    content: Callable[..., Any]


PAPERS = (
    Paper("complaint_register", "REG-2026-000123-1", samples.register),
    Paper("read_back_sheet", "RB-2026-000123-1", samples.read_back_sheet),
    Paper("settlement_agreement", "AGR-2026-000123-1", samples.agreement),
    Paper("dispatch_slip", "DIS-2026-000123-1", samples.dispatch_slip),
    Paper("follow_up_record", "FUP-2026-000123-1", samples.follow_up),
    Paper("sanbao_opinion", "SB-2026-000123-1", samples.sanbao_opinion),
)
BY_NAME = {paper.name: paper for paper in PAPERS}


def rendered(name: str, changes: dict[str, Any] | None = None, **frame: Any) -> reports.Rendered:
    """Return a paper with changed content in a changed frame."""
    paper = BY_NAME[name]
    content = paper.content(**(changes or {}))
    return reports.render(name, content, samples.frame_for(content, paper.doc_no, **frame))


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page as a reader copies it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def bare(text: str) -> str:
    """Return text without white space; a hyphen at a line end is read back as a mark."""
    return "".join(text.replace("\ufffe", "-").replace("\x02", "-").split())


def flat(pdf: bytes) -> str:
    """Return the whole text without white space."""
    return bare("".join(pages(pdf)))


def pictures(pdf: bytes, dpi: int = 200) -> list[Image]:
    """Return the pages as pictures."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72).to_pil() for page in document]


def codes(pdf: bytes) -> list[list[str]]:
    """Return what the codes on each page say."""
    return [[code.text for code in zxingcpp.read_barcodes(picture)] for picture in pictures(pdf)]
