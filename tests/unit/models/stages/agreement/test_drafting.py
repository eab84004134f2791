"""The first version writes down what was agreed; nobody types it twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.kernel.command import unit_of_work
from models.stages.agreement import commands, queries
from models.stages.negotiation.options import add_option
from models.stages.negotiation.tables import Option

if TYPE_CHECKING:
    from tests.papercase import Desk


def test_granted_demands_become_terms_and_dropped_ones_do_not(desk: Desk) -> None:
    case = desk.agreed("1234")
    towing, repair = queries.terms(case.id)
    assert (towing["no"], towing["kind"], towing["amount"]) == (1, "towing", 123_400)
    assert (towing["department"], repair["department"]) == ("finance", "workshop")
    assert repair["text"] == "更换燃油泵并交还该车"
    assert queries.total(case.id) == 123_400


def test_the_parties_and_the_place_are_known_already(desk: Desk) -> None:
    case = desk.agreed()
    row = queries.agreement(case.id)
    assert row is not None
    assert (row["customer_name"], row["relation"]) == ("陈晓", "owner")
    assert (row["place"], row["our_representative"]) == ("示例市示例区", "刘敏")
    assert row["sign_date"] == "2026-08-01"
    assert (row["state"], row["copies"], row["confidential"]) == ("draft", 2, True)


def test_an_unnamed_customer_stays_unnamed(desk: Desk) -> None:
    case = desk.agreed(customer_name="", anonymous=True, confirmed=True)
    row = queries.agreement(case.id)
    assert row is not None
    assert row["customer_name"] == ""


def test_an_accepted_option_without_demands_becomes_a_term(desk: Desk) -> None:
    case = desk.register({"kind": "cash", "text": "补偿", "amount": "500"})
    desk.set(case, state="NEGOTIATING")
    add_option(
        desk.house.person("liumin"),
        case.id,
        {"title": "保养券", "text": "送保养一次", "kinds": "voucher", "amount": "300"},
    )
    Option.update(state="accepted").execute()
    with unit_of_work(desk.house.person("liumin"), "test.agree") as work:
        commands.draft_from_demands(work, desk.case(case.case_no))
    (term,) = queries.terms(case.id)
    assert (term["kind"], term["text"], term["amount"]) == ("voucher", "送保养一次", 30_000)


def test_the_schedule_tells_the_departments_what_to_do(desk: Desk) -> None:
    case = desk.ready()
    towing, _ = queries.schedule(case.id)
    assert towing == {
        "no": 1,
        "demand_no": 1,
        "kind": "towing",
        "text": "承担拖车费",
        "amount": 15_000,
        "department": "finance",
        "responsible": "",
        "due_on": "2026-08-05",
        "proof": "",
        "advanced_by": "",
    }
