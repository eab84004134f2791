"""Lists of cases: drafts apart, due between two moments, sorted either way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.case.listing import Filter, count, page
from models.kernel.zone import HOUR

if TYPE_CHECKING:
    from tests.casefile import Dealership


def test_drafts_can_be_left_out(dealership: Dealership) -> None:
    dealership.case("DRAFT", case_no="DRAFT-1")
    dealership.case()
    actor = dealership.person("liumin")
    assert count(actor, Filter()) == 2
    assert count(actor, Filter(without_drafts=True)) == 1


def test_due_between_two_moments(dealership: Dealership) -> None:
    now = dealership.clock.now
    cases = [dealership.case(next_due_at=now + hours * HOUR) for hours in (-1, 1, 5)]
    found = page(dealership.person("liumin"), Filter(due_from=now, due_before=now + 4 * HOUR))
    assert [row.id for row in found.rows] == [cases[1].id]


def test_a_list_can_be_sorted_either_way_and_goes_on_where_it_ended(
    dealership: Dealership,
) -> None:
    cases = [dealership.case() for _ in range(5)]
    actor = dealership.person("liumin")
    upwards = [row.id for row in page(actor, Filter(), sort="case_no", descending=False).rows]
    assert upwards == [case.id for case in cases]
    usual = [row.id for row in page(actor, Filter(), sort="case_no").rows]
    assert usual == upwards[::-1]
    first = page(actor, Filter(), sort="case_no", descending=False, limit=2)
    second = page(actor, Filter(), sort="case_no", descending=False, after=first.cursor, limit=2)
    assert [row.id for row in (*first.rows, *second.rows)] == upwards[:4]
