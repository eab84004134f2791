"""Draws the pages of every paper of a case, as drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from models.flow.papers import PAPERS, print_paper
from models.kernel.errors import NotPossible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

    from models.kernel.actor import Actor
    from ui.shell.context import Render

_DOTS_PER_INCH = 96


def papers(
    actor: Actor, case_no: str, render: Render, *, draft: bool = True
) -> Iterator[tuple[str, Image.Image]]:
    """Return (name, picture) of each page of each paper the case can print."""
    for kind in PAPERS:
        try:
            made = print_paper(actor, case_no, kind, render=render, draft=draft, via="preview")
        except NotPossible:
            continue
        yield from _pages(kind, made.pdf)


def _pages(kind: str, pdf: bytes) -> Iterator[tuple[str, Image.Image]]:
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        yield f"paper-{kind}-{number}", page.render(scale=_DOTS_PER_INCH / 72).to_pil()
    document.close()
