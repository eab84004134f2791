"""Contacts with the customer: clocks, apology apart from liability, promises."""

from __future__ import annotations

import pytest

from models.casework.case import clock, contacts, queries
from models.casework.case.tables import Case
from models.kernel.command import unit_of_work
from models.kernel.errors import Invalid, NotPossible
from models.kernel.zone import HOUR, MINUTE
from models.stages.analysis.queries import responsibility

CALL = {"way": "phone", "direction": "out", "purpose": "first_response", "summary": "已说明进度"}


@pytest.fixture
def case(dealership):
    found = dealership.case("RECEIVED", level="MAJOR", level_rank=4)
    with unit_of_work(dealership.person("liumin"), "test.start") as work:
        clock.start(work, found)
    return found


def dues(dealership, case):
    head = queries.head(dealership.person("liumin"), case.id)
    return {due.kind: due for due in head.dues}


def test_the_first_contact_after_receipt_stops_the_first_clock(dealership, case):
    dealership.clock.now += 12 * MINUTE
    contacts.add_contact(dealership.person("liumin"), case.case_no, CALL | {"reached": True})

    head = queries.head(dealership.person("liumin"), case.id)
    assert head.minutes_to_first_contact == 12
    assert not dues(dealership, case)["first_response"].late


def test_a_call_that_reached_nobody_stops_no_clock(dealership, case):
    contacts.add_contact(dealership.person("liumin"), case.case_no, CALL | {"reached": False})

    assert dues(dealership, case)["first_response"].met_at is None
    assert queries.head(dealership.person("liumin"), case.id).last_contact_at is None


def test_the_call_the_complaint_came_with_is_not_the_first_response(dealership, case):
    told = CALL | {"purpose": "report", "direction": "in", "reached": True}
    contacts.add_contact(dealership.person("liumin"), case.case_no, told)

    assert dues(dealership, case)["first_response"].met_at is None


def test_an_apology_says_nothing_of_responsibility(dealership, case):
    told = CALL | {"apology": True, "apology_words": "让您受惊了，非常抱歉。", "reached": True}
    contacts.add_contact(dealership.person("liumin"), case.case_no, told)

    row = queries.contacts(case.id)[0]
    assert (row["apology"], row["handler"], row["at"]) == (True, "liumin", dealership.clock.now)
    assert responsibility(case.id) == []


def test_an_apology_needs_a_customer_who_heard_it(dealership, case):
    told = CALL | {"apology": True, "reached": False}
    with pytest.raises(Invalid) as refusal:
        contacts.add_contact(dealership.person("liumin"), case.case_no, told)
    assert "case.contact.apology" in refusal.value.problems


def test_a_promised_answer_starts_a_clock_and_the_answer_stops_it(dealership, case):
    promised = dealership.clock.now + 3 * HOUR
    actor = dealership.person("liumin")
    told = CALL | {"promised_at": promised, "reached": True}
    contacts.add_contact(actor, case.case_no, told)
    assert dues(dealership, case)["answer"].due_at == promised

    dealership.clock.now = promised + MINUTE
    contacts.add_contact(actor, case.case_no, CALL | {"purpose": "answer", "reached": True})
    answered = dues(dealership, case)["answer"]
    assert answered.met_at == dealership.clock.now
    assert answered.late


def test_a_promise_lies_after_the_contact(dealership, case):
    told = CALL | {"promised_at": dealership.clock.now - MINUTE, "reached": True}
    with pytest.raises(Invalid) as refusal:
        contacts.add_contact(dealership.person("liumin"), case.case_no, told)
    assert "case.contact.promised_at" in refusal.value.problems


@pytest.mark.parametrize("state", ["DRAFT", "MERGED", "ARCHIVED"])
def test_where_there_is_nobody_to_call_no_contact_is_logged(dealership, state):
    case = dealership.case(state)
    with pytest.raises(NotPossible):
        contacts.add_contact(dealership.person("liumin"), case.case_no, CALL)


def test_hours_of_silence_count_from_the_last_contact(dealership, case):
    contacts.add_contact(dealership.person("liumin"), case.case_no, CALL | {"reached": True})
    dealership.clock.now += 7 * HOUR + 59 * MINUTE
    head = queries.head(dealership.person("liumin"), case.id)
    assert queries.hours_since_contact(head, dealership.clock.now) == 7


def test_an_ended_case_is_not_silent(dealership):
    case = dealership.case("CLOSED", closed_at=dealership.clock.now)
    head = queries.head(dealership.person("liumin"), case.id)
    assert queries.hours_since_contact(head, dealership.clock.now) is None
    assert Case.get_by_id(case.id).closed_at == dealership.clock.now
