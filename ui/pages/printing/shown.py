"""What the preview shows: a draft, or one frozen version with its copies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.casework.documents.commands import PrintedCopy
from models.casework.documents.content import INTERNAL, PARTY_A, PARTY_B, THIRD_PARTY
from models.casework.documents.queries import pdf

if TYPE_CHECKING:
    from models.casework.documents.commands import Printed
    from models.casework.documents.queries import PaperView
    from models.kernel.actor import Actor
    from resources.texts import Texts

MARKS = {
    PARTY_A: "Party A's copy",
    PARTY_B: "Party B's copy",
    THIRD_PARTY: "Third copy",
    INTERNAL: "Internal",
}


class Shown(NamedTuple):
    """One paper on the screen."""

    doc_no: str
    version: int
    draft: bool
    copies: tuple[PrintedCopy, ...]
    valid: bool = True

    def chosen(self, mark: int) -> list[PrintedCopy]:
        """Return every copy for 0, else the one with this number."""
        return list(self.copies) if mark == 0 else [self.copies[mark - 1]]


def shown_print(printed: Printed) -> Shown:
    """Return what a print brought."""
    return Shown(printed.doc_no, printed.version, printed.draft, printed.copies)


def shown_paper(actor: Actor, paper: PaperView, *, valid: bool) -> Shown:
    """Return a version as it was stored."""
    copies = tuple(
        PrintedCopy(copy.mark, pdf(actor, paper.doc_no, paper.version, copy.mark))
        for copy in paper.copies
    )
    return Shown(paper.doc_no, paper.version, False, copies, valid)


def mark_words(texts: Texts, mark: str) -> str:
    """Return whose copy it is, as the paper says it."""
    return texts("paper", MARKS[mark]) if mark else ""
