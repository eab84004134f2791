"""What a paper is: one declaration that printing, lists and the command line follow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from .content import Frame

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from models.kernel.actor import Actor
    from models.kernel.command import Work
    from models.kernel.errors import Missing
    from resources.texts import Message

    from .tables import FrozenPaper
    from .words import Words


class RenderedPaper(Protocol):
    """A finished paper: its bytes and its number of pages."""

    @property
    def pdf(self) -> bytes:
        """The bytes of the PDF."""

    @property
    def pages(self) -> int:
        """How many pages it has."""


Render = Callable[[str, Any, Frame], RenderedPaper]


@dataclass(frozen=True, slots=True)
class Source:
    """What a paper is written from: who prints which paper of which case, in which words."""

    actor: Actor
    case: Case
    ordinal: int
    words: Words


def nothing_missing(_source: Source) -> list[Missing]:
    """Let a paper be printed that needs nothing."""
    return []


def only_one(_case_id: int) -> int:
    """Return 1: a case has one paper of this kind."""
    return 1


def one_copy(_content: Any) -> Sequence[str]:
    """Return the mark of a single copy: none."""
    return ("",)


def never(_source: Source) -> bool:
    """Tell that a paper always follows the data."""
    return False


def no_effect(_work: Work, _case: Case, _paper: FrozenPaper) -> None:
    """Change nothing in the rooms."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper.

    ``current`` finds the ordinal that is meant when none is named. ``sealed`` tells that the
    printed version stands for good, whatever the data say now. ``copy_marks`` gives each copy's
    mark. ``about`` names the record a version belongs to.
    """

    kind: str
    prefix: str
    label: Message
    permission: str
    build: Callable[[Source], Any]
    guard: Callable[[Source], list[Missing]] = nothing_missing
    current: Callable[[int], int] = only_one
    copy_marks: Callable[[Any], Sequence[str]] = one_copy
    sealed: Callable[[Source], bool] = never
    about: Callable[[Source], str] = lambda _source: ""
    after_print: Callable[[Work, Case, FrozenPaper], None] = no_effect
    template_version: str = "1"
