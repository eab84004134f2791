"""Which of several papers of a kind is meant: the task of a slip, the round of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.case.queries import tasks
from models.flow.papers import PAPERS
from models.stages.agreement.queries import versions
from models.stages.followup.queries import rounds

if TYPE_CHECKING:
    from collections.abc import Callable

    from .desk import PaperDesk

    Several = Callable[[PaperDesk], list[tuple[int, str]]]


def several_of(desk: PaperDesk, kind: str) -> list[tuple[int, str]]:
    """Return (ordinal, words) of every paper of a kind; empty when there is only one."""
    found = _SEVERAL[kind](desk) if kind in _SEVERAL else []
    return found if len(found) > 1 else []


def current_of(desk: PaperDesk, kind: str) -> int:
    """Return the ordinal that is meant when none is named."""
    return PAPERS[kind].current(desk.head.id)


def _tasks(desk: PaperDesk) -> list[tuple[int, str]]:
    return [
        (
            row["no"],
            f"{row['no']}  {row['title']}  {desk.labels.code('department', row['department'])}",
        )
        for row in tasks(desk.head.id)
    ]


def _rounds(desk: PaperDesk) -> list[tuple[int, str]]:
    t = desk.t
    return [(r["no"], t("printing", "Follow-up {no}", no=r["no"])) for r in rounds(desk.head.id)]


def _agreements(desk: PaperDesk) -> list[tuple[int, str]]:
    found = sorted({row["ordinal"] for row in versions(desk.head.id)})
    return [(no, desk.t("printing", "Agreement {no}", no=no)) for no in found]


_SEVERAL: dict[str, Several] = {
    "dispatch_slip": _tasks,
    "follow_up_record": _rounds,
    "settlement_agreement": _agreements,
}
