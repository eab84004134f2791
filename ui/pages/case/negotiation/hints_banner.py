"""What the plan, the options and the demands suggest: the first hint, the others on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resources.texts import Message, Texts


class HintsBanner(Banner):
    """One sentence; its link shows the others below it."""

    def __init__(self, texts: Texts, *, name: str) -> None:
        """Begin with nothing to say."""
        super().__init__("info", name=name)
        self._texts = texts
        self._sentences: list[str] = []
        self._open = False
        self.link_clicked.connect(self._toggle)

    def show_hints(self, hints: Sequence[Message]) -> None:
        """Say ``hints``."""
        self._sentences = [self._texts.say(hint) for hint in hints]
        self._show()

    def _toggle(self) -> None:
        self._open = not self._open
        self._show()

    def _show(self) -> None:
        rest = len(self._sentences) - 1
        more = self._texts("negotiation", "{count} more hints", count=rest)
        fewer = self._texts("negotiation", "Fewer")
        shown = self._sentences if self._open else self._sentences[:1]
        self.say("info", "\n".join(shown), link=(fewer if self._open else more) if rest > 0 else "")
