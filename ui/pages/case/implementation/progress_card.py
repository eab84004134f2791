"""How often the customer heard of the progress since it was agreed what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.case.contacts import EDITABLE_IN
from models.stages.implementation.queries import contacts_since_signing
from ui.pages.case.contact_dialog import ask_contact
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import ElidedLabel, label
from ui.widgets.layout import column, empty_layout, row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from PySide6.QtWidgets import QHBoxLayout

    from ui.pages.case.desk import CaseDesk

PURPOSE = "progress"
_SHOWN = 3
_WHEN, _WAY = 104, 56


class ProgressCard(Card):
    """``implementation.contact`` logs a contact; the last ones stand below."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make the card for the case on ``desk``."""
        super().__init__(desk.t("pages", "Keeping the customer informed"))
        self._desk = desk
        text = desk.t("pages", "Log a contact")
        self._log = button(text, "small", name="implementation.contact", icon="call")
        self._log.clicked.connect(self.log)
        self.add_to_head(self._log)
        self._lines = column(gap=4)
        self.add(self._lines)

    def load(self) -> None:
        """Count the contacts and show the last ones."""
        desk, found = self._desk, contacts_since_signing(self._desk.head.id)
        self.set_caption(desk.t("pages", "{count} contacts since the agreement", count=len(found)))
        self._log.setVisible(not desk.locked(EDITABLE_IN, "complaint.edit"))
        empty_layout(self._lines)
        for contact in found[:_SHOWN]:
            self._lines.addLayout(self._line(contact))
        if not found:
            words = desk.t("pages", "Nobody told the customer yet how far it is. Call today.")
            self._lines.addWidget(label(words, "caption", wrap=True))

    def log(self) -> None:
        """Ask what was said to the customer."""
        ask_contact(self._desk, self, PURPOSE)

    def _line(self, contact: Mapping[str, Any]) -> QHBoxLayout:
        labels = self._desk.labels
        when = label(labels.moment(contact["at"]), "caption")
        way = label(labels.code("contact_way", contact["way"]), "caption")
        when.setFixedWidth(_WHEN)
        way.setFixedWidth(_WAY)
        who = label(labels.person(contact["handler"]), "caption")
        said = ElidedLabel(" ".join(contact["summary"].split()))
        return row(when, way, (said, 1), who)
