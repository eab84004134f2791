"""The key figures of a case side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.stages.review.figures import figures
from ui.widgets.card import Card
from ui.widgets.clock_words import span_words
from ui.widgets.label import label
from ui.widgets.layout import column, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from models.stages.review.figures import Figures
    from ui.pages.case.desk import CaseDesk

_TITLES = {
    "first": "First contact after",
    "close": "Closed after",
    "contacts": "Contacts",
    "silence": "Longest silence",
    "asked": "Demanded",
    "agreed": "Agreed on",
    "delivered": "Delivered",
}


class FiguresCard(Card):
    """The values are named ``review.figure.<name>``."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make the card for the case on ``desk``."""
        super().__init__(desk.t("pages", "Figures of the case"))
        self._desk = desk
        self._values: dict[str, QLabel] = {}
        for name in _TITLES:
            self._values[name] = label("—", "strong", name=f"review.figure.{name}")
        tiles = [
            (column(label(desk.t("pages", title), "caption"), self._values[name], gap=2), 1)
            for name, title in _TITLES.items()
        ]
        self.add(row(*tiles, gap=12))

    def load(self) -> None:
        """Reckon the figures anew."""
        t, labels, desk = self._desk.t, self._desk.labels, self._desk
        found = figures(desk.head, desk.now)
        minutes, days = found.minutes_to_first_contact, found.days_to_close
        words = {
            "first": "—" if minutes is None else t("pages", "{count} min", count=minutes),
            "close": "—" if days is None else t("pages", "{count} days", count=days),
            "contacts": t("pages", "{count}, reached {reached}", **_calls(found)),
            "silence": span_words(t, found.longest_silence, long=True),
            "asked": labels.money(found.asked),
            "agreed": labels.money(found.agreed),
            "delivered": labels.money(found.delivered),
        }
        for name, text in words.items():
            self._values[name].setText(text)
        self.set_caption(t("pages", "{count} demands", count=found.demands))


def _calls(found: Figures) -> dict[str, int]:
    return {"count": found.contacts, "reached": found.reached}
