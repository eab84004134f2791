"""What stands on every page of one paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.casework.documents.content import Letterhead

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Title, house and facts of a paper."""

    title: str
    letterhead: Letterhead
    facts: tuple[tuple[Fact, ...], ...]  # up to three rows of two, below the title
    caption: str  # below the code on the first page
    mark: str = ""  # in the box at the top, when the frame has no mark of its own
    seam: bool = False  # place for the seal across the page edges
