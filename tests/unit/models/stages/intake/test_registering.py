"""Registering: one go, drafts, gaps that need a yes, corrections, reading back."""

from __future__ import annotations

import pytest

from models.casework.case import queries
from models.casework.case.demands import demands
from models.casework.case.tables import Case
from models.flow.commands import take
from models.flow.registration import register_complaint, save_draft
from models.kernel.errors import Invalid, NeedsConfirmation, NotPossible
from models.stages.intake import commands
from models.stages.intake.queries import missing_to_leave, missing_to_register, registration

TOLD = {
    "phone": "13800000001",
    "customer_name": "陈女士",
    "plate_no": "京A12345",
    "channel": "maker_line",
    "object_kind": "quality_engine",
    "story": "不到一千公里，高速上发动机熄火，无法启动。\n已叫拖车。",
}
TOWING = {"kind": "towing", "text": "承担高速拖车费", "amount": "800"}
READ = {"read_back_text": "您的车在高速上熄火，已拖到店里。", "focus": "高速熄火"}


@pytest.fixture
def clerk(dealership):
    return dealership.person("liumin")


def case_of(done):
    return Case.get_by_id(done.id)


def test_a_registered_complaint_has_number_clocks_call_and_demands(dealership, clerk):
    done = register_complaint(clerk, TOLD | {"demands": [TOWING], "mood": 4})
    head = queries.head(clerk, done.id)
    assert head.case_no == "KS-2026-000001"
    assert (head.state, head.owner, head.department) == ("RECEIVED", "liumin", "customer_care")
    assert {due.kind for due in head.dues} >= {"first_response", "close"}
    assert [row["amount"] for row in demands(done.id)] == [80_000]
    call = queries.contacts(done.id)[0]
    assert (call["purpose"], call["direction"], call["mood"]) == ("report", "in", 4)


def test_the_subject_is_the_beginning_of_the_story(clerk):
    head = queries.head(clerk, register_complaint(clerk, TOLD).id)
    assert head.subject == "不到一千公里，高速上发动机熄火，无法启动。"


def test_the_same_caller_again_is_counted_and_the_customer_is_known(clerk):
    first = queries.head(clerk, register_complaint(clerk, TOLD).id)
    second = queries.head(clerk, register_complaint(clerk, TOLD).id)
    assert second.customer_id == first.customer_id != 0
    assert (first.repeat_no, second.repeat_no) == (1, 2)


def test_a_promise_on_the_phone_starts_a_clock(dealership, clerk):
    at = dealership.clock.now + 3 * 3_600_000
    head = queries.head(clerk, register_complaint(clerk, TOLD | {"promised_at": at}).id)
    assert {due.kind: due.due_at for due in head.dues}["answer"] == at


def test_nobody_at_all_is_refused_at_the_phone(clerk):
    told = {k: v for k, v in TOLD.items() if k not in {"phone", "customer_name"}}
    with pytest.raises(Invalid) as refusal:
        register_complaint(clerk, told)
    assert set(refusal.value.problems) == {"intake.phone"}


def test_an_unnamed_customer_needs_a_yes(clerk):
    told = {k: v for k, v in TOLD.items() if k not in {"phone", "customer_name"}}
    with pytest.raises(NeedsConfirmation):
        register_complaint(clerk, told | {"anonymous": True})
    done = register_complaint(clerk, told | {"anonymous": True, "confirmed": True})
    assert queries.head(clerk, done.id).customer_name == ""


def test_a_refused_registration_leaves_nothing_behind(clerk):
    with pytest.raises(Invalid):
        register_complaint(clerk, TOLD | {"demands": [{"kind": "towing"}]})
    assert Case.select().count() == 0


def test_a_draft_has_no_number_and_is_registered_later(clerk):
    done = save_draft(clerk, {"phone": "13800000001"})
    assert done.case_no.startswith("DRAFT-")
    missing = [item.place for item in missing_to_register(done.id)]
    assert missing == ["intake.channel", "intake.object_kind", "intake.story"]
    with pytest.raises(NotPossible):
        take(clerk, done.id, "receive")

    commands.save(clerk, done.id, {k: TOLD[k] for k in ("channel", "object_kind", "story")})
    take(clerk, done.id, "receive")
    assert case_of(done).case_no == "KS-2026-000001"


def test_a_draft_takes_level_and_owner_a_registered_case_does_not(clerk):
    draft = save_draft(clerk, {"phone": "13800000001"})
    commands.save(clerk, draft.id, {"level": "MAJOR", "owner": "zhaolei"})
    found = case_of(draft)
    assert (found.level, found.level_rank, found.owner) == ("MAJOR", 4, "zhaolei")

    done = register_complaint(clerk, TOLD)
    with pytest.raises(Invalid) as refusal:
        commands.save(clerk, done.id, {"level": "CRISIS"})
    assert set(refusal.value.problems) == {"intake.level"}


def test_a_correction_shows_in_the_head_and_is_found(clerk):
    done = register_complaint(clerk, TOLD)
    commands.save(clerk, done.id, {"customer_name": "陈晓燕", "symptom": "燃油泵不工作"})
    head = queries.head(clerk, done.id)
    assert head.customer_name == "陈晓燕"
    assert registration(done.id)["symptom"] == "燃油泵不工作"


def test_what_was_read_back_is_kept_with_who_and_when(dealership, clerk):
    done = register_complaint(clerk, TOLD)
    assert [item.place for item in missing_to_leave(done.id)] == [
        "intake.focus",
        "intake.read_back_confirmed",
    ]
    commands.read_back(clerk, done.id, READ | {"read_back_confirmed": True})
    kept = registration(done.id)
    assert (kept["read_back_by"], kept["read_back_at"]) == ("liumin", dealership.clock.now)
    assert missing_to_leave(done.id) == []


def test_another_story_has_to_be_read_back_again(clerk):
    done = register_complaint(clerk, TOLD)
    commands.read_back(clerk, done.id, READ | {"read_back_confirmed": True})
    commands.save(clerk, done.id, {"story": "其实是在国道上熄火。"})
    assert [item.place for item in missing_to_leave(done.id)] == ["intake.read_back_confirmed"]
    commands.save(clerk, done.id, {"address": "望京西路 1 号"})
    assert registration(done.id)["focus"] == "高速熄火"


def test_later_the_registration_stands(dealership, clerk):
    case = dealership.registered("NEGOTIATING")
    with pytest.raises(NotPossible):
        commands.save(clerk, case.id, {"story": "改一下"})
