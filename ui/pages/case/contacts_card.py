"""Every contact with the customer, newest first: log a call in two clicks, read it whole below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case import contacts as commands
from models.casework.case import queries
from models.casework.case.fields import CONTACT_FIELDS
from ui.forms.choosing import MOODS
from ui.forms.rows_model import Column, Look
from ui.widgets.button import button
from ui.widgets.label import label
from ui.widgets.layout import column, empty_layout, row, surface

from .asking import ask_values
from .contact_dialog import CONTACT_LAYOUT
from .list_card import ListCard, ListPart

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .desk import CaseDesk

NAME = "case.contact"
_TITLE = 88


class ContactsCard(ListCard):
    """``case.contact.incoming`` and ``.outgoing`` log a call, ``.add`` any other contact."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make the card for the case on ``desk``."""
        self._details = column(gap=2)
        super().__init__(desk, _part(desk))
        self._calls = [
            self._call_button("in", desk.t("pages", "Log an incoming call"), "call"),
            self._call_button("out", desk.t("pages", "Log our call"), "call_outbound"),
        ]
        self._whole = surface(self._details, "sunken")
        self._whole.setObjectName(f"{NAME}.whole")
        self._details.setContentsMargins(12, 8, 12, 8)
        self.add(self._whole)
        self.rows.chosen.connect(self._show_whole)

    def load(self) -> None:
        """Read the contacts anew; say how many there were and how the mood turned."""
        super().load()
        found = queries.contacts(self._desk.head.id)
        self.set_caption(self._turn_of_mood(found))
        locked = self._desk.locked(commands.EDITABLE_IN, "complaint.edit")
        for made in self._calls:
            made.setVisible(not locked)
        self._show_whole(self.rows.chosen_row())

    def log_call(self, direction: str) -> None:
        """Ask for a call with the customer; what is the rule is filled in."""
        desk = self._desk
        usual = _usual(desk) | {"direction": direction}
        ask_values(
            desk,
            self,
            desk.t("pages", "Log a contact"),
            CONTACT_FIELDS,
            CONTACT_LAYOUT,
            commands.add_contact,
            stored=usual,
        )

    def _call_button(self, direction: str, text: str, icon: str) -> Any:
        name = "incoming" if direction == "in" else "outgoing"
        made = button(text, "small", name=f"{NAME}.{name}", icon=icon)
        made.clicked.connect(lambda _on=False: self.log_call(direction))
        self.add_to_head(made)
        return made

    def _turn_of_mood(self, found: Sequence[Mapping[str, Any]]) -> str:
        if not found:
            return ""
        t = self._desk.t
        words = t("pages", "{count} contacts", count=len(found))
        moods = [row["mood"] for row in reversed(found) if row["mood"] is not None]
        if not moods or moods[0] == moods[-1]:
            return words
        first, last = (t("forms", MOODS[mood - 1]) for mood in (moods[0], moods[-1]))
        return f"{words}，{t('pages', 'mood {first} → {last}', first=first, last=last)}"

    def _show_whole(self, chosen: Mapping[str, Any] | None) -> None:
        empty_layout(self._details)
        self._whole.setVisible(chosen is not None)
        for title, words in self._facts(chosen) if chosen else ():
            head = label(title, "caption")
            head.setFixedWidth(_TITLE)
            self._details.addLayout(row(column(head, None), (label(words, wrap=True), 1)))

    def _facts(self, contact: Mapping[str, Any]) -> list[tuple[str, str]]:
        labels = self._desk.labels
        words = {
            "summary": contact["summary"],
            "apology_words": contact["apology_words"],
            "leader": labels.person(contact["leader"]) if contact["leader"] else "",
            "with_whom": contact["with_whom"],
            "place": contact["place"],
            "changed_setting": labels.codes("setting_change", contact["changed_setting"]),
            "promised_at": _moment(self._desk, contact["promised_at"]),
            "next_at": _moment(self._desk, contact["next_at"]),
        }
        titles = {spec.key: self._desk.t("case", spec.label) for spec in CONTACT_FIELDS}
        return [(titles[key], text) for key, text in words.items() if text]


def _part(desk: CaseDesk) -> ListPart:
    t = desk.t
    return ListPart(
        name=NAME,
        heading=t("pages", "Contact log"),
        columns=_columns(desk),
        specs=CONTACT_FIELDS,
        layout=CONTACT_LAYOUT,
        read=lambda case_id: [_shown(desk, contact) for contact in queries.contacts(case_id)],
        empty=t("pages", "The customer has not heard from us yet. Call first, then write it down."),
        editable_in=commands.EDITABLE_IN,
        permission="complaint.edit",
        add_text=t("pages", "Other contact"),
        add=commands.add_contact,
        defaults=lambda: _usual(desk),
    )


def _columns(desk: CaseDesk) -> tuple[Column, ...]:
    t, labels = desk.t, desk.labels
    return (
        Column("at", t("case", "When"), labels.moment),
        Column("how", t("case", "Way"), look=_direction),
        Column("purpose", t("case", "Purpose"), lambda code: labels.code("contact_purpose", code)),
        Column("mood", t("case", "Mood"), lambda mood: t("forms", MOODS[mood - 1]), look=_mood),
        Column("said", t("case", "What was said"), stretch=True),
        Column("promised_at", t("case", "Answer promised by"), labels.moment),
        Column("handler", t("case", "Who spoke"), labels.person),
    )


def _shown(desk: CaseDesk, contact: Mapping[str, Any]) -> dict[str, Any]:
    way = desk.labels.code("contact_way", contact["way"])
    said = " ".join(contact["summary"].split())
    if not contact["reached"]:
        said = desk.t("pages", "Not reached. {said}", said=said)
    if contact["apology"]:
        said = desk.t("pages", "Apologised. {said}", said=said)
    return dict(contact) | {"how": way, "said": said}


def _direction(contact: Mapping[str, Any]) -> Look:
    return Look("call" if contact["direction"] == "in" else "call_outbound", "text2")


def _mood(contact: Mapping[str, Any]) -> Look:
    return Look("", "danger" if commands.needs_composure([contact]) else "text")


def _moment(desk: CaseDesk, moment: int | None) -> str:
    return "" if moment is None else desk.labels.moment(moment)


def _usual(desk: CaseDesk) -> dict[str, Any]:
    answered = desk.head.first_response_at is not None
    purpose = "progress" if answered else "first_response"
    name = desk.head.customer_name
    return {
        "way": "phone",
        "direction": "out",
        "purpose": purpose,
        "reached": True,
        "with_whom": name,
    }
