"""The numbering of an agreement: articles counted one after another, clauses within them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reports.paragraph import Para
from reports.parts.flow import headed
from reports.styles import CLAUSE, STRICT, STRICT_HEAD, Look

if TYPE_CHECKING:
    from reportlab.platypus.flowables import Flowable

    from reports.paragraph.flow import Words
    from reports.voice import Voice

_FULL_STOPS = "。！？.!?…"


class Articles:
    """Counts articles and clauses while an agreement is written down."""

    def __init__(self, voice: Voice) -> None:
        """Start before the first article."""
        self.voice = voice
        self.number = 0
        self.clauses = 0

    def title(self, title: str) -> str:
        """Open the next article and return its heading."""
        self.number += 1
        self.clauses = 0
        return f"{self.name(self.number)}　{title}"

    def name(self, number: int) -> str:
        """Return how an article is called: 第二条."""
        return self.voice("Article {number}", number=self.voice.ordinal(number))

    def open(self, title: str) -> list[Flowable]:
        """Open the next article under its heading."""
        return headed(self.title(title))

    def open_strict(self, title: str) -> Para:
        """Open the next article inside the box."""
        return Para(self.title(title), STRICT_HEAD)

    def clause(self, words: Words, look: Look = CLAUSE) -> Para:
        """Return the next clause with its number."""
        self.clauses += 1
        return Para(words, look, label=f"{self.number}.{self.clauses}")

    def strict(self, words: Words) -> Para:
        """Return the next clause of the box."""
        return self.clause(words, STRICT)


def ended(text: str, stop: str) -> str:
    """Return a sentence that ends with a mark."""
    text = text.strip()
    return text if not text or text[-1] in _FULL_STOPS else text + stop
