"""Which cases a demo has: every state, dates in order, nothing after today."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from models.casework.case.fields import STATES
from models.kernel.zone import DAY
from models.outlook.demo.chapters import history
from models.outlook.demo.outline import SPAN_DAYS, counts, outlines
from models.outlook.demo.situations import said, situations
from tests.unit.models.outlook.demo.twins import NOW

if TYPE_CHECKING:
    from models.outlook.demo.situations import Situation

CASES = 600


@pytest.mark.parametrize("cases", [100, 300, 1000, 99_999])
def test_every_state_has_its_share(cases: int) -> None:
    found = counts(cases)
    assert set(found) == set(STATES)
    assert sum(found.values()) == cases
    assert min(found.values()) >= cases / 100


@pytest.mark.parametrize("cases", [0, 1, 5, 16])
def test_few_cases_are_possible_too(cases: int) -> None:
    assert len(outlines(cases, 1, NOW)) == cases


def test_complaints_come_in_order_within_two_years() -> None:
    received = [one.received_at for one in outlines(CASES, 1, NOW)]
    assert all(a <= b for a, b in pairwise(received))
    assert received[0] > NOW - (SPAN_DAYS + 1) * DAY
    assert received[0] < NOW - 500 * DAY
    assert received[-1] < NOW


def test_the_same_seed_gives_the_same_histories() -> None:
    first, again, other = (
        [history(one, seed, NOW) for one in outlines(60, seed, NOW)] for seed in (1, 1, 2)
    )
    assert first == again
    assert first != other


def test_everything_happens_in_order_and_before_today() -> None:
    for one in outlines(CASES, 3, NOW):
        moments = [line.at for line in history(one, 3, NOW).lines]
        assert moments == sorted(moments)
        assert moments[0] == one.received_at
        assert moments[-1] <= NOW


def test_a_merged_complaint_follows_one_of_the_same_customer_and_car() -> None:
    found = {one.number: one for one in outlines(CASES, 1, NOW)}
    merged = [one for one in found.values() if one.state == "MERGED"]
    assert merged
    for one in merged:
        host = found[one.host]
        assert host.received_at <= one.received_at
        parties = [history(each, 1, NOW).party for each in (host, one)]
        assert parties[0] == parties[1]


def test_no_two_customers_share_a_telephone_plate_or_vin() -> None:
    told = [history(one, 1, NOW) for one in outlines(CASES, 1, NOW)]
    own = [one.party for one in told if one.host < 0]
    for key in ("phone", "plate_no", "vin"):
        assert max(Counter(getattr(party, key) for party in own).values()) == 1
    assert all(party.phone[3:7] == "0000" for party in own)


def test_there_are_three_hundred_situations_each_different() -> None:
    told = {(one.family, one.part, one.symptom) for one in situations()}
    assert len(told) == len(situations()) >= 300


@pytest.mark.parametrize("one", situations(), ids=lambda one: f"{one.family}-{one.number}")
def test_a_situation_has_words_for_all_that_is_said(one: Situation) -> None:
    package = one.package
    story = one.said(one.stories[0], place=one.places[0], km=1)
    assert one.symptom in story
    for wish in (package.wanted, *package.extras):
        for text in (wish.text, wish.agreed, wish.refused):
            assert "{" not in one.said(text, yuan=100)
    assert 1 <= one.mood[0] <= one.mood[1] <= 5
    assert said()["first"]
