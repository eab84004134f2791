"""What the cards of the options say: rank, cost, demands answered, and how far each has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.approval.queries import of_case
from models.stages.negotiation.queries import options
from models.stages.negotiation.rules import ACCEPTED, DROPPED, OFFERED, PREPARED, REFUSED, numbers
from ui.widgets.badge import TagLook

from .option_card import OptionLook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.pages.case.desk import CaseDesk

HUES = {
    OFFERED: "accent",
    ACCEPTED: "ok",
    REFUSED: "danger",
    DROPPED: "quiet",
    "waiting": "warn",
    "approved": "ok",
    "returned": "danger",
    "rejected": "danger",
    "withdrawn": "quiet",
}
_LONGEST = 9
_TOLD = ("waiting", "approved", "returned", "rejected")


def option_looks(desk: CaseDesk) -> list[tuple[Mapping[str, Any], OptionLook]]:
    """Return the options in their order, each with what its card shows; dropped ones last."""
    rows = sorted(options(desk.head.id), key=lambda row: row["state"] == DROPPED)
    asked = _approval_states(desk.head.id)
    return [
        (row, _look(desk, place, row, asked.get(row["no"], "")))
        for place, row in enumerate(rows, 1)
    ]


def option_choices(desk: CaseDesk) -> list[tuple[str, str]]:
    """Return the options that are on the table, for a list to choose from."""
    rows: Sequence[Mapping[str, Any]] = options(desk.head.id)
    return [(str(row["no"]), _short(row["title"])) for row in rows if row["state"] != DROPPED]


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[:_LONGEST]}…"


def _look(desk: CaseDesk, place: int, row: Mapping[str, Any], asked: str) -> OptionLook:
    t = desk.t
    covered = numbers(row["covers"])
    covers = t("negotiation", "Answers demand {list}", list="、".join(map(str, covered)))
    return OptionLook(
        row["no"],
        _rank(desk, place, row),
        row["title"],
        row["text"],
        desk.labels.money(row["amount"]),
        covers if covered else t("negotiation", "Answers no demand"),
        _state(desk, row, asked),
        _called(desk, place),
    )


def _rank(desk: CaseDesk, place: int, row: Mapping[str, Any]) -> TagLook:
    if row["state"] == DROPPED:
        return TagLook(desk.t("negotiation", "state dropped"), "quiet")
    if place == 1:
        return TagLook(desk.t("negotiation", "First choice"), "accent")
    return TagLook(desk.t("negotiation", "Reserve {place}", place=place), "plain")


def _called(desk: CaseDesk, place: int) -> str:
    """Return how a sentence speaks of the option."""
    if place == 1:
        return desk.t("negotiation", "The first choice")
    return desk.t("negotiation", "Reserve option {place}", place=place)


def _state(desk: CaseDesk, row: Mapping[str, Any], asked: str) -> TagLook | None:
    if row["state"] not in (PREPARED, DROPPED):
        return TagLook(desk.t("negotiation", f"state {row['state']}"), HUES[row["state"]])
    if asked in _TOLD and row["state"] != DROPPED:
        return TagLook(desk.t("approval", f"state {asked}"), HUES[asked])
    return None


def _approval_states(case_id: int) -> dict[int, str]:
    """Return the state of the newest request on each option."""
    return {
        view.subject_no: view.state for view in of_case(case_id) if view.subject_kind == "option"
    }
