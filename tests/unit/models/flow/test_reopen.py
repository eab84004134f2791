"""A case that ended is opened again, to a place it has been at before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.casework.case.tables import Case
from models.flow.commands import take
from models.kernel.errors import Invalid, NotPossible

if TYPE_CHECKING:
    from tests.casefile import Dealership


def reopen(desk: Dealership, case: Case, state: str) -> Case:
    take(desk.person("sunqi"), case.case_no, "reopen", {"state": state, "reason": "客户又来电"})
    return Case.get_by_id(case.id)  # type: ignore[no-any-return]


@pytest.mark.parametrize("ended", ["WITHDRAWN", "REJECTED_EXPLAINED"])
def test_what_was_never_agreed_is_not_carried_out(ended: str, dealership: Dealership) -> None:
    case = dealership.registered(ended)
    with pytest.raises(Invalid) as refused:
        reopen(dealership, case, "IMPLEMENTING")
    assert list(refused.value.problems) == ["flow.state"]
    assert reopen(dealership, case, "INVESTIGATING").state == "INVESTIGATING"


def test_what_was_carried_out_badly_is_carried_out_again(dealership: Dealership) -> None:
    assert reopen(dealership, dealership.registered("CLOSED"), "IMPLEMENTING").reopened == 1


@pytest.mark.parametrize("state", ["CLOSED", "SIGNED", "MERGED", "DRAFT", "nowhere"])
def test_only_the_places_of_work_are_offered(state: str, dealership: Dealership) -> None:
    case = dealership.registered("CLOSED")
    with pytest.raises(Invalid):
        reopen(dealership, case, state)


def test_an_open_case_is_not_opened_again(dealership: Dealership) -> None:
    case = dealership.registered("CLOSED")
    reopen(dealership, case, "NEGOTIATING")
    with pytest.raises(NotPossible):
        reopen(dealership, case, "NEGOTIATING")
    assert Case.get_by_id(case.id).reopened == 1
