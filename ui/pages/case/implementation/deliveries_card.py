"""What the customer gets: handed over against signature, and what was advanced claimed back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.stages.implementation import commands, queries
from models.stages.implementation.fields import (
    CLAIM_FIELDS,
    CLAIMABLE_IN,
    DELIVERY_FIELDS,
    EDITABLE_IN,
    HANDED_OVER_FIELDS,
)
from models.stages.implementation.rules import delivery_acts
from ui.forms.rows_model import Column, Look
from ui.pages.case.list_card import ListCard, ListPart, Verb

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.pages.case.desk import CaseDesk

NAME = "implementation.delivery"
_LAYOUT = (
    ("kind", "amount"),
    ("text",),
    ("department", "due_on"),
    ("advanced_by",),
    ("claim_from",),
)
_HAND_OVER = (("received_by",), ("receipt",), ("delivered_amount", "delivered_at"))
_WAITING = Look("clock", "text2")
_HANDED_OVER = Look("checkmark_circle", "ok")


def deliveries_card(desk: CaseDesk) -> ListCard:
    """Return the list of what the customer gets."""
    t = desk.t
    part = ListPart(
        name=NAME,
        heading=t("pages", "Deliveries"),
        columns=_columns(desk),
        specs=DELIVERY_FIELDS,
        layout=_LAYOUT,
        read=lambda case_id: [_shown(desk, row) for row in queries.deliveries(case_id)],
        empty=t("pages", "Nothing to hand over yet; the agreed terms appear here by themselves."),
        editable_in=EDITABLE_IN,
        permission="implementation.work",
        add_text=t("pages", "Add something extra"),
        add=commands.add_delivery,
        change=commands.change_delivery,
        remove=commands.remove_delivery,
        verbs=_verbs(desk),
        waits=lambda row: bool(delivery_acts(row)),
    )
    return ListCard(desk, part)


def _verbs(desk: CaseDesk) -> tuple[Verb, ...]:
    t = desk.t
    return (
        Verb(
            f"{NAME}.hand_over",
            t("pages", "Hand over against signature"),
            commands.hand_over,
            HANDED_OVER_FIELDS,
            _HAND_OVER,
            lambda row: "hand_over" in delivery_acts(row),
        ),
        Verb(
            f"{NAME}.claim_back",
            t("pages", "Claim the advance back"),
            commands.claim_back,
            CLAIM_FIELDS,
            (("claimed_on", "claim_settled_on"),),
            lambda row: "claim_back" in delivery_acts(row),
            "payment.record",
            editable_in=CLAIMABLE_IN,
        ),
    )


def _columns(desk: CaseDesk) -> tuple[Column, ...]:
    t = desk.t
    return (
        Column("no", ""),
        Column("text", t("implementation", "What"), _one_line, stretch=True),
        Column("amount", t("implementation", "Amount"), desk.labels.money, right=True),
        Column("unit", t("implementation", "Department")),
        Column("due_on", t("implementation", "Due on")),
        Column("given", t("pages", "Handed over"), look=_look),
        Column("advance", t("pages", "Advance")),
    )


def _look(row: Mapping[str, Any]) -> Look:
    return _HANDED_OVER if row["delivered_at"] else _WAITING


def _shown(desk: CaseDesk, row: dict[str, Any]) -> dict[str, Any]:
    return row | {
        "unit": desk.labels.code("department", row["department"]),
        "due_on": row["due_on"] or "",
        "given": _given(desk, row),
        "advance": _advance(desk, row),
        **_usual(desk, row),
    }


def _usual(desk: CaseDesk, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is usually handed over: what was agreed, to the customer."""
    if row["delivered_at"]:
        return {}
    return {"received_by": desk.head.customer_name, "delivered_amount": row["amount"]}


def _given(desk: CaseDesk, row: Mapping[str, Any]) -> str:
    if not row["delivered_at"]:
        return desk.t("pages", "Waiting")
    when, receipt = desk.labels.moment(row["delivered_at"]), row["receipt"]
    return f"{when}  {receipt}"


def _advance(desk: CaseDesk, row: Mapping[str, Any]) -> str:
    """Return who paid first and how far the claim has come."""
    t, labels = desk.t, desk.labels
    if "claim_back" not in delivery_acts(row):
        return "—"
    who = labels.person(row["advanced_by"]) or labels.code("responsible_side", row["claim_from"])
    if row["claim_settled_on"]:
        return t("pages", "{who}, settled", who=who)
    if row["claimed_on"]:
        return t("pages", "{who}, claimed", who=who)
    return t("pages", "{who}, to be claimed", who=who)


def _one_line(text: str) -> str:
    return " ".join(str(text).split())
