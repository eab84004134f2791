"""What has to be put right because of a case: who, by when, done, checked by somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.kernel.zone import day_of
from models.stages.review import commands, queries
from models.stages.review.fields import EDITABLE_IN, RECTIFICATION_FIELDS, RESULT_FIELDS
from models.stages.review.rules import item_acts
from ui.forms.rows_model import Column, Look
from ui.pages.case.list_card import ListCard, ListPart, Verb

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.pages.case.desk import CaseDesk

NAME = "review.rectification"
_LAYOUT = (("what",), ("kind",), ("priority",), ("owner", "due_on"), ("department",))
_LOOKS = {
    "open": Look("clock", "accent_text"),
    "done": Look("flag", "warn"),
    "checked": Look("checkmark_circle", "ok"),
}
_PRIORITIES = {
    "urgent_important": Look("error_circle", "danger"),
    "important": Look("flag", "warn"),
    "urgent": Look("clock", "warn"),
}
_PLAIN = Look("", "text2")


def rectifications_card(desk: CaseDesk) -> ListCard:
    """Return the list of rectification items."""
    t = desk.t
    part = ListPart(
        name=NAME,
        heading=t("pages", "Rectification"),
        columns=_columns(desk),
        specs=RECTIFICATION_FIELDS,
        layout=_LAYOUT,
        read=lambda case_id: [_shown(desk, row) for row in queries.rectifications(case_id)],
        empty=t("pages", "No item. What can happen again is put right by somebody, by a day."),
        editable_in=EDITABLE_IN,
        permission="review.write",
        add_text=t("pages", "Add an item"),
        add=commands.add_rectification,
        change=commands.change_rectification,
        remove=commands.remove_rectification,
        verbs=_verbs(desk),
        waits=lambda row: bool(item_acts(desk.ctx.actor, row)),
    )
    return ListCard(desk, part)


def _verbs(desk: CaseDesk) -> tuple[Verb, ...]:
    t, actor = desk.t, desk.ctx.actor
    return (
        Verb(
            f"{NAME}.finish",
            t("pages", "Report it done"),
            commands.finish_rectification,
            RESULT_FIELDS,
            (("result",), ("finished_on",)),
            lambda row: "finish" in item_acts(actor, row),
            "task.do",
        ),
        Verb(
            f"{NAME}.check",
            t("pages", "Confirm that it is put right"),
            commands.check_rectification,
            fits=lambda row: "check" in item_acts(actor, row),
            permission="rectification.manage",
        ),
    )


def _columns(desk: CaseDesk) -> tuple[Column, ...]:
    t = desk.t
    return (
        Column("no", ""),
        Column("what", t("review", "What is put right"), _one_line, stretch=True),
        Column("weight", t("review", "Priority"), look=_priority),
        Column("who", t("review", "Owner")),
        Column("due_on", t("review", "Due on"), look=lambda row: _due(desk, row)),
        Column("stands", t("pages", "State"), look=lambda row: _LOOKS[str(row["state"])]),
        Column("result", t("review", "Result"), _one_line),
    )


def _priority(row: Mapping[str, Any]) -> Look:
    return _PRIORITIES.get(str(row["priority"]), _PLAIN)


def _due(desk: CaseDesk, row: Mapping[str, Any]) -> Look:
    late = row["state"] == "open" and row["due_on"] < day_of(desk.now)
    return Look("error_circle", "danger") if late else _PLAIN


def _shown(desk: CaseDesk, row: dict[str, Any]) -> dict[str, Any]:
    labels = desk.labels
    return row | {
        "weight": labels.code("priority", row["priority"]),
        "who": labels.person(row["owner"]),
        "stands": desk.t("review", f"item {row['state']}"),
    }


def _one_line(text: str) -> str:
    return " ".join(str(text).split())
