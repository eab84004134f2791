"""The opinion on paper: one page that names what is suspected, and refuses nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import reports
from models.casework.documents.queries import papers_of
from models.flow.papers import missing_to_print, print_paper
from models.kernel.errors import NotPossible
from models.kernel.zone import DAY, HOUR, day_of
from models.stages.analysis.sanbao import commands
from tests.unit.models.stages.analysis.sanbao.test_case import DAYS, SAFETY, a_car, order
from tests.unit.reports import samples
from tests.unit.reports.reading import flat, pages, rendered

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from models.casework.documents.commands import Printed
    from tests.casefile import Dealership
    from tests.papercase import Desk

KIND = "sanbao_opinion"


def printed(dealership: Dealership, case: Case, *, draft: bool = False) -> Printed:
    who = dealership.person("liumin")
    return print_paper(who, case.id, KIND, render=reports.render, draft=draft)


@pytest.fixture
def bare(desk: Desk, dealership: Dealership) -> Case:
    """A registered complaint about a car of which nothing is recorded."""
    made = desk.register()
    desk.set(made, state="INVESTIGATING", vehicle_id=a_car(dealership))
    return desk.case(made.case_no)


@pytest.fixture
def case(bare: Case, dealership: Dealership) -> Case:
    """A complaint about a car that was 31 days in the workshop."""
    me, made = dealership.person("liumin"), bare
    order(dealership, made, "W1", 90, days=31)
    commands.add_problem(me, made.id, SAFETY | {"order_no": "W1"})
    return made


def test_it_names_article_evidence_remedy_and_missing_papers(
    dealership: Dealership, case: Case
) -> None:
    commands.save_demand(
        dealership.person("liumin"), case.id, {"received_on": day_of(dealership.clock.now)}
    )
    done = printed(dealership, case)
    text = flat(done.pdf)
    assert len(pages(done.pdf)) == 1
    for words in (
        "24(1)(四)",
        "累计修理31日",
        "证据工单：W1",
        "更换或退货，由消费者选择",
        "未见单证购车发票、三包凭证",
        "答复换退要求",
        "需人工确认",
        "不构成对任何诉求的拒绝",
    ):
        assert words in text, words


def test_the_decision_of_a_person_stands_beside_the_verdict(
    dealership: Dealership, case: Case
) -> None:
    told = {"rule": DAYS, "decision": "set_aside", "reason": "其中两日为运输"}
    commands.decide(dealership.person("liumin"), case.id, told)
    text = flat(printed(dealership, case).pdf)
    assert "人工认定：刘敏不采纳：其中两日为运输" in text
    assert "累计修理31日" in text


def test_the_same_day_the_same_paper_another_fact_a_new_version(
    dealership: Dealership, case: Case
) -> None:
    first = printed(dealership, case)
    dealership.clock.now += HOUR
    assert printed(dealership, case).pdf == first.pdf
    dealership.clock.now += DAY
    assert printed(dealership, case).version == first.version + 1
    assert [paper.kind for paper in papers_of(case.id)] == [KIND] * 2


def test_it_needs_a_car(dealership: Dealership, desk: Desk, bare: Case) -> None:
    desk.set(bare, vehicle_id=0)
    (missing,) = missing_to_print(dealership.person("liumin"), bare.id, KIND)
    assert missing.place == "intake.plate_no"
    with pytest.raises(NotPossible):
        printed(dealership, bare)


def test_a_car_without_any_record_is_said_once(dealership: Dealership, bare: Case) -> None:
    done = printed(dealership, bare, draft=True)
    assert done.pages == 1
    assert "全部11条事实不全尚无修理记录和问题记录" in flat(done.pdf)


def test_eight_rules_fit_one_page_and_eleven_lose_nothing() -> None:
    line = replace(samples.sanbao_opinion().lines[0], decision="")
    assert rendered(KIND, {"lines": (line,) * 8}).pages == 1
    full = rendered(KIND, {"lines": (line,) * 11, "not_met": ()})
    assert flat(full.pdf).count("累计修理31日") == 11
