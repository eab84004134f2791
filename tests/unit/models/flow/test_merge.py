"""A case goes on in another one, and only in one that somebody still works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.casework.case.tables import Case
from models.flow.commands import take
from models.kernel.errors import Invalid, NotPossible

if TYPE_CHECKING:
    from tests.casefile import Dealership


def merge(desk: Dealership, case: Case, into: str) -> Case:
    take(desk.person("sunqi"), case.case_no, "merge", {"into": into, "reason": "同一件事"})
    return Case.get_by_id(case.id)  # type: ignore[no-any-return]


def test_a_second_complaint_about_the_same_goes_on_in_the_first(dealership: Dealership) -> None:
    first, second = dealership.registered("NEGOTIATING"), dealership.registered("RECEIVED")
    merged = merge(dealership, second, first.case_no)
    assert (merged.state, merged.merged_into) == ("MERGED", first.id)


@pytest.mark.parametrize(
    "state", ["DRAFT", "CLOSED", "ARCHIVED", "REJECTED_EXPLAINED", "WITHDRAWN", "MERGED"]
)
def test_nothing_disappears_in_a_case_that_does_not_go_on(
    state: str, dealership: Dealership
) -> None:
    other, case = dealership.registered(state), dealership.registered("RECEIVED")
    with pytest.raises(Invalid) as refused:
        merge(dealership, case, other.case_no)
    assert list(refused.value.problems) == ["flow.into"]
    assert Case.get_by_id(case.id).state == "RECEIVED"


def test_a_case_is_not_merged_into_itself_nor_in_a_circle(dealership: Dealership) -> None:
    first, second = dealership.registered("RECEIVED"), dealership.registered("RECEIVED")
    with pytest.raises(Invalid):
        merge(dealership, first, first.case_no)
    merge(dealership, second, first.case_no)
    with pytest.raises(Invalid):
        merge(dealership, first, second.case_no)
    with pytest.raises(NotPossible):
        merge(dealership, second, first.case_no)


def test_a_case_whose_data_may_only_be_kept_takes_none_in(dealership: Dealership) -> None:
    other, case = dealership.registered("RECEIVED"), dealership.registered("RECEIVED")
    Case.update(hold="restricted").where(Case.id == other.id).execute()
    with pytest.raises(Invalid):
        merge(dealership, case, other.case_no)
