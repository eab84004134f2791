"""An agreement can be changed until it is printed; then a change makes the next version."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.kernel.errors import Invalid, NeedsConfirmation, NotPossible, Stale
from models.stages.agreement import queries
from models.stages.agreement.commands import save
from models.stages.agreement.terms import add_term, change_term, remove_term

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from tests.papercase import Desk

VALID_CARD = "11010519491231002X"


def change(desk: Desk, case: Case, **values: object) -> None:
    save(desk.house.person("liumin"), case.id, values)


def problems(desk: Desk, case: Case, **values: object) -> list[str]:
    with pytest.raises(Invalid) as refused:
        change(desk, case, **values)
    return list(refused.value.problems)


def test_nothing_is_done_before_it_is_signed(desk: Desk) -> None:
    case = desk.agreed()
    with pytest.raises(Invalid) as refused:
        change_term(desk.house.person("liumin"), case.id, {"no": 1, "due_on": "2026-07-31"})
    assert list(refused.value.problems) == ["agreement.term.due_on"]


def test_the_day_of_signing_cannot_pass_a_deadline(desk: Desk) -> None:
    case = desk.ready()
    assert problems(desk, case, sign_date="2026-08-06") == ["agreement.sign_date"]
    change(desk, case, sign_date="2026-08-05")


def test_amounts_are_never_negative(desk: Desk) -> None:
    case = desk.agreed()
    with pytest.raises(Invalid) as refused:
        change_term(desk.house.person("liumin"), case.id, {"no": 1, "amount": "-5"})
    assert list(refused.value.problems) == ["agreement.term.amount"]


@pytest.mark.parametrize(("key", "value"), [("amount", "若干"), ("due_on", "尽快")])
def test_vague_words_are_no_amount_and_no_date(desk: Desk, key: str, value: str) -> None:
    case = desk.agreed()
    with pytest.raises(Invalid) as refused:
        change_term(desk.house.person("liumin"), case.id, {"no": 1, key: value})
    assert list(refused.value.problems) == [f"agreement.term.{key}"]


def test_vague_words_in_a_text_need_a_yes(desk: Desk) -> None:
    case = desk.agreed()
    vague = {"no": 2, "text": "尽快修好"}
    with pytest.raises(NeedsConfirmation, match="尽快"):
        change_term(desk.house.person("liumin"), case.id, vague)
    change_term(desk.house.person("liumin"), case.id, vague | {"confirmed": True})
    assert queries.terms(case.id)[1]["text"] == "尽快修好"


def test_a_document_number_is_checked_by_its_kind(desk: Desk) -> None:
    case = desk.agreed()
    wrong = VALID_CARD[:-1] + "1"
    assert problems(desk, case, id_kind="id_card", id_no=wrong) == ["agreement.id_no"]
    change(desk, case, id_kind="id_card", id_no=VALID_CARD.lower())
    row = queries.agreement(case.id)
    assert row is not None
    assert row["id_no"] == VALID_CARD
    code = {"customer_kind": "company", "id_no": "91350100M000100Y4Z"}
    assert problems(desk, case, **code) == ["agreement.id_no"]


def test_a_minor_is_a_warning_not_a_lock(desk: Desk) -> None:
    case = desk.ready()
    change(desk, case, id_kind="id_card", id_no="110105201501010017")
    found = [str(hint) for hint in queries.hints(case.id, desk.house.clock.now)]
    assert any("guardian" in hint for hint in found)
    assert queries.missing_to_print(case.id) == []


def test_a_term_answers_a_demand_of_the_case(desk: Desk) -> None:
    case = desk.agreed()
    with pytest.raises(Invalid, match="no demand 9"):
        add_term(
            desk.house.person("liumin"),
            case.id,
            {"kind": "gift", "text": "送一份礼品", "demand_no": 9},
        )


def test_terms_are_numbered_again_when_one_is_taken_out(desk: Desk) -> None:
    case = desk.agreed()
    actor = desk.house.person("liumin")
    add_term(actor, case.id, {"kind": "gift", "text": "送一份礼品", "amount": "0"})
    remove_term(actor, case.id, {"no": 1})
    found = [(term["no"], term["kind"]) for term in queries.terms(case.id)]
    assert found == [(1, "rework"), (2, "gift")]
    with pytest.raises(NotPossible, match="no term 3"):
        remove_term(actor, case.id, {"no": 3})


def test_two_people_do_not_overwrite_each_other(desk: Desk) -> None:
    case = desk.agreed()
    seen = queries.agreement(case.id)
    assert seen is not None
    change(desk, case, place="甲地")
    with pytest.raises(Stale):
        change(desk, case, place="乙地", version=seen["version"])


def test_a_change_after_printing_is_a_new_version(desk: Desk) -> None:
    case = desk.ready()
    first = desk.print(case)
    change(desk, case, extra_clause="乙方自取车辆。")
    printed, draft = queries.versions(case.id)
    assert (printed["state"], draft["state"]) == ("printed", "draft")
    assert [term["text"] for term in draft["terms"]] == [t["text"] for t in printed["terms"]]
    assert desk.print(case).version == first.version + 1
    old, new = queries.versions(case.id)
    assert (old["state"], new["state"], new["paper_version"]) == ("void", "printed", 2)


def test_a_changed_term_of_a_printed_version_leaves_that_version_alone(desk: Desk) -> None:
    case = desk.ready()
    desk.print(case)
    actor = desk.house.person("liumin")
    change_term(actor, case.id, {"no": 1, "amount": "160"})
    remove_term(actor, case.id, {"no": 2})
    printed, draft = queries.versions(case.id)
    assert [term["amount"] for term in printed["terms"]] == [15_000, None]
    assert [term["amount"] for term in draft["terms"]] == [16_000]


def test_saving_what_is_there_already_changes_nothing(desk: Desk) -> None:
    case = desk.ready()
    desk.print(case)
    change(desk, case, place="示例市示例区")
    change_term(desk.house.person("liumin"), case.id, {"no": 1, "text": "承担拖车费"})
    assert len(queries.versions(case.id)) == 1


def test_before_the_parties_agree_there_is_nothing_to_write(desk: Desk) -> None:
    case = desk.register()
    with pytest.raises(NotPossible):
        change(desk, case, place="甲地")
    desk.set(case, state="AGREED")
    with pytest.raises(NotPossible, match="agree with the customer first"):
        change(desk, case, place="甲地")
