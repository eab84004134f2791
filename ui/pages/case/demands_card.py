"""The demands of a case through all its stages: stated, answered, agreed, delivered, satisfied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case import demands as commands
from models.casework.case.fields import ANSWER_FIELDS, DELIVERY_FIELDS, DEMAND_FIELDS
from models.kernel.zone import local_time
from ui.forms.rows_model import Column, Look
from ui.widgets.label import label
from ui.widgets.layout import column, empty_layout, row, surface

from .list_card import ListCard, ListPart, Verb

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from resources.texts import Texts

    from .desk import CaseDesk

NAME = "case.demand"
_LOOKS = {
    "granted": Look("checkmark_circle", "ok"),
    "partly": Look("edit", "warn"),
    "refused": Look("dismiss_circle", "danger"),
    "dropped": Look("", "text3"),
}
_OPEN = Look("", "text3")


class DemandsCard(ListCard):
    """Each stage changes what its state and the role allow; all see every version."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make the card for the case on ``desk``."""
        self._versions = column(gap=2)
        super().__init__(desk, _part(desk))
        self._story = surface(self._versions, "sunken")
        self._story.setObjectName(f"{NAME}.versions")
        self._versions.setContentsMargins(12, 8, 12, 8)
        self.add(self._story)
        self.rows.chosen.connect(self._show_versions)

    def load(self) -> None:
        """Read the demands anew and say how often they changed."""
        super().load()
        rows = [self.rows.model.row(n) for n in range(self.rows.model.rowCount())]
        self.set_caption(_caption(self._desk.t, rows))
        self._show_versions(self.rows.chosen_row())

    def _show_versions(self, chosen: Mapping[str, Any] | None) -> None:
        versions = list(chosen["versions"]) if chosen else []
        empty_layout(self._versions)
        self._story.setVisible(len(versions) > 1)
        for version in versions if len(versions) > 1 else ():
            when = label(self._desk.labels.moment(version["stated_at"]), "caption")
            when.setFixedWidth(88)
            who = label(self._desk.labels.person(version["created_by"]), "caption")
            words = label(self._version_words(version), wrap=True, selectable=True)
            self._versions.addLayout(row(when, who, (words, 1)))

    def _version_words(self, version: Mapping[str, Any]) -> str:
        t, parts = self._desk.t, [version["text"]]
        if version["amount"] is not None:
            parts.append(self._desk.labels.money(version["amount"]))
        if version["deadline"] is not None:
            when = self._desk.labels.moment(version["deadline"])
            parts.append(t("pages", "by {when}", when=when))
        if version["reason"]:
            parts.append(t("pages", "because: {reason}", reason=version["reason"]))
        return "  ".join(parts)


def _part(desk: CaseDesk) -> ListPart:
    t = desk.t
    return ListPart(
        name=NAME,
        heading=t("pages", "Demands"),
        columns=_columns(t),
        specs=DEMAND_FIELDS,
        layout=(("kind", "amount"), ("text",), ("deadline",), ("reason",)),
        read=lambda case_id: [_shown(desk, demand) for demand in commands.demands(case_id)],
        empty=t("pages", "No demand yet. Ask what the customer wants and write it down."),
        editable_in=commands.STATED_IN,
        permission="complaint.edit",
        add_text=t("pages", "Add a demand"),
        add=commands.add_demand,
        change=commands.change_demand,
        remove=commands.remove_demand,
        verbs=_verbs(t),
    )


def _verbs(t: Texts) -> tuple[Verb, ...]:
    return (
        Verb(
            f"{NAME}.answer",
            t("pages", "Answer it"),
            commands.answer_demand,
            ANSWER_FIELDS,
            (("answer",), ("answer_text",), ("agreed_text",), ("agreed_amount",)),
            permission="case.negotiate",
            editable_in=commands.ANSWERED_IN,
        ),
        Verb(
            f"{NAME}.deliver",
            t("pages", "Record the delivery"),
            commands.deliver_demand,
            DELIVERY_FIELDS,
            (("delivered_at", "delivered_amount"), ("delivery_note",)),
            permission="implementation.work",
            editable_in=commands.DELIVERED_IN,
        ),
    )


def _columns(t: Texts) -> tuple[Column, ...]:
    return (
        Column("no", ""),
        Column("text", t("case", "Demand"), _one_line, stretch=True),
        Column("wanted", t("pages", "Amount / by")),
        Column("answered", t("case", "Our answer"), look=_look),
        Column("agreed", t("pages", "Agreed on")),
        Column("delivered", t("pages", "Delivered")),
        Column("pleased", t("pages", "Satisfied")),
    )


def _shown(desk: CaseDesk, demand: Mapping[str, Any]) -> dict[str, Any]:
    labels, t = desk.labels, desk.t
    wanted = [labels.money(demand["amount"])] if demand["amount"] is not None else []
    if demand["deadline"] is not None:
        wanted.append(t("pages", "by {when}", when=_time(desk, demand["deadline"])))
    answer = labels.code("answer", demand["answer"])
    answered = f"{answer}，{demand['answer_text']}" if demand["answer_text"] else answer
    return dict(demand) | {
        "wanted": "  ".join(wanted) or "—",
        "answered": _one_line(answered),
        "agreed": _agreed(desk, demand),
        "delivered": _delivered(desk, demand),
        "reason": "",
        "pleased": labels.code("satisfaction", demand["satisfied"]) or "—",
    }


def _agreed(desk: CaseDesk, demand: Mapping[str, Any]) -> str:
    amount = demand["agreed_amount"]
    parts = [] if amount is None else [desk.labels.money(amount)]
    if demand["agreed_text"]:
        parts.append(_one_line(demand["agreed_text"]))
    return "  ".join(parts) or "—"


def _delivered(desk: CaseDesk, demand: Mapping[str, Any]) -> str:
    if demand["delivered_at"] is None:
        return "—"
    day, amount = _day(desk, demand["delivered_at"]), demand["delivered_amount"]
    return day if amount is None else f"{day}  {desk.labels.money(amount)}"


def _day(desk: CaseDesk, moment: int) -> str:
    at, now = local_time(moment), local_time(desk.now)
    return f"{at:%m-%d}" if at.year == now.year else f"{at:%Y-%m-%d}"


def _time(desk: CaseDesk, moment: int) -> str:
    """Return the day, and the hour unless the whole day is meant."""
    at = local_time(moment)
    whole_day = (at.hour, at.minute) in {(0, 0), (23, 59)}
    return _day(desk, moment) if whole_day else f"{_day(desk, moment)} {at:%H:%M}"


def _one_line(text: str) -> str:
    return " ".join(str(text).split())


def _look(demand: Mapping[str, Any]) -> Look:
    return _LOOKS.get(str(demand["answer"]), _OPEN)


def _caption(t: Texts, demands: Sequence[Mapping[str, Any]]) -> str:
    if not demands:
        return ""
    words = t("pages", "{count} in all", count=len(demands))
    changed = [(row["no"], len(row["versions"]) - 1) for row in demands]
    most = max(changed, key=lambda item: item[1])
    if not most[1]:
        return words
    times = t("pages", "number {no} changed {times} times", no=most[0], times=most[1])
    return f"{words}，{times}"
