"""The panel of follow-up: who may call, what is asked, and what an unhappy customer leads to."""

from __future__ import annotations

import pytest

from models.casework.case.demands import demands
from models.casework.case.tables import Case
from models.flow.registration import record_follow_up
from models.kernel.command import unit_of_work
from models.stages.followup import queries
from models.stages.followup.commands import plan_rounds
from tests.ui.pages.case.typing_in import Typist, part, press, shown, words
from ui.pages.case.follow_up_panel import FollowUpPanel


@pytest.fixture
def typist(monkeypatch):
    return Typist(monkeypatch)


@pytest.fixture
def case(dealership):
    found = dealership.case("VERIFIED")
    for text in ("承担拖车费", "当面致歉"):
        dealership.demand(found, text=text)
    with unit_of_work(dealership.person("liumin"), "test.plan") as work:
        plan_rounds(work, found)
    return found


@pytest.fixture
def open_as(qtbot, ctx_of, case):
    return lambda login="sunqi": shown(qtbot, ctx_of(login), FollowUpPanel, case)


def attempts(case):
    return [one for row in queries.rounds(case.id) for one in row["attempts"]]


def test_whoever_handled_the_case_is_told_at_once(open_as, case):
    panel = open_as("liumin")
    assert "经办人" in part(panel, "followup.handler").text()
    assert part(panel, "followup.satisfaction").state == "locked"
    assert part(panel, "followup.record").isHidden()
    assert part(panel, "followup.no_answer").isHidden()


def test_a_call_is_recorded_with_each_demand(open_as, case):
    panel = open_as()
    assert part(panel, "followup.handler").isHidden()
    part(panel, "followup.satisfaction").choose("5")
    part(panel, "followup.words").set_value("很满意，换车还来")
    part(panel, "followup.repurchase").choose("will_buy")
    part(panel, "followup.recommend").set_value(9)
    part(panel, "followup.demand.1.satisfied").choose("satisfied")
    part(panel, "followup.demand.2.satisfied").choose("partly")
    press(panel, "followup.record")

    one = attempts(case)[0]
    assert (one["way"], one["satisfaction"], one["recommend"]) == ("phone", 5, 9)
    assert [row["satisfied"] for row in demands(case.id)] == ["satisfied", "partly"]
    assert words(panel, "followup.round")[0][2:5] == ["已回访", "1", "5 分"]
    assert words(panel, "followup.attempt")[0][4] == "已联系上客户"
    assert part(panel, "followup.words").value() == ""
    assert Case.get_by_id(case.id).state == "FOLLOW_UP"


def test_an_answer_without_a_mark_is_refused_and_nothing_is_lost(open_as, case):
    panel = open_as()
    part(panel, "followup.words").set_value("还行")
    part(panel, "followup.demand.2.satisfied").choose("partly")
    press(panel, "followup.record")
    assert part(panel, "followup.satisfaction.problem").isVisibleTo(panel)
    assert part(panel, "followup.words").value() == "还行"
    assert part(panel, "followup.demand.2.satisfied").value() == "partly"
    assert attempts(case) == []


def test_nobody_answering_is_one_click(open_as, case):
    panel = open_as()
    press(panel, "followup.no_answer")
    one = attempts(case)[0]
    assert (one["reached"], one["way"]) == (False, "phone")
    assert words(panel, "followup.attempt")[0][4] == "未联系上"


def test_a_later_round_can_be_recorded_first(open_as, case):
    panel = open_as()
    part(panel, "followup.round").choose(1)
    part(panel, "followup.satisfaction").choose("4")
    press(panel, "followup.record")
    assert [row["state"] for row in queries.rounds(case.id)] == ["due", "done", "due"]


def test_an_unhappy_customer_leads_to_reopening(dealership, open_as, case, typist):
    said = {"way": "phone", "reached": True, "satisfaction": 1, "words": "异响还在"}
    record_follow_up(dealership.person("sunqi"), case.id, said)
    panel = open_as("liumin")
    assert part(panel, "followup.unhappy").isVisibleTo(panel)
    assert part(panel, "followup.handler").isHidden()
    typist.types(state="IMPLEMENTING", reason="异响还在，重新检查")
    press(panel, "followup.unhappy.link")
    assert Case.get_by_id(case.id).state == "IMPLEMENTING"
    assert part(panel, "followup.unhappy.link").isHidden()


def test_who_may_not_reopen_is_offered_no_link(dealership, open_as, case):
    said = {"way": "phone", "reached": True, "satisfaction": 1}
    record_follow_up(dealership.person("sunqi"), case.id, said)
    panel = open_as("qianyi")
    assert part(panel, "followup.unhappy").isVisibleTo(panel)
    assert part(panel, "followup.unhappy.link").isHidden()


def test_when_every_round_is_over_the_form_says_so(dealership, open_as, case):
    for _round in range(3):
        said = {"way": "phone", "reached": True, "satisfaction": 5}
        record_follow_up(dealership.person("sunqi"), case.id, said)
    panel = open_as()
    assert part(panel, "followup.satisfaction").state == "locked"
    assert part(panel, "followup.record").isHidden()


def test_the_guard_of_closing_leads_to_the_first_question(open_as):
    panel = open_as()
    assert panel.jump("followup.record")
    assert not part(panel, "followup.satisfaction").visibleRegion().isEmpty()
