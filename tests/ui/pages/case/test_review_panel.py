"""The panel of the review: figures, the lesson, rectification, what closing lacks."""

from __future__ import annotations

import pytest

from models.casework.case.contacts import add_contact
from models.stages.review import queries
from tests.ui.pages.case.typing_in import Typist, part, press, shown, words
from ui.pages.case.review_panel import ReviewPanel

ITEM = {
    "what": "常用配件列入安全库存",
    "kind": "parts_stock",
    "priority": "important",
    "owner": "zhouhao",
    "due_on": "2026-08-31",
}


@pytest.fixture
def typist(monkeypatch):
    return Typist(monkeypatch)


@pytest.fixture
def case(dealership):
    return dealership.case("FOLLOW_UP")


@pytest.fixture
def open_as(qtbot, ctx_of, case):
    return lambda login="liumin": shown(qtbot, ctx_of(login), ReviewPanel, case)


def test_the_lesson_is_saved_and_no_longer_missing(open_as, case):
    panel = open_as("zhouhao")
    before = part(panel, "review.missing.count").text()
    part(panel, "review.lesson").set_value("先到现场再谈赔偿")
    press(panel, "review.save")
    assert queries.review(case.id)["lesson"] == "先到现场再谈赔偿"
    assert part(panel, "review.missing.count").text() != before


def test_a_link_leads_to_what_is_missing_in_another_stage(open_as, qtbot):
    panel = open_as("zhouhao")
    with qtbot.waitSignal(panel.place_wanted) as asked:
        press(panel, "review.missing.1")
    assert asked.args == ["followup.record"]


def test_an_item_is_done_by_its_owner_and_checked_by_another(open_as, typist, case):
    clerk = open_as("liumin")
    typist.types(**ITEM)
    press(clerk, "review.rectification.add")
    assert part(clerk, "review.rectification.finish").isHidden()

    owner = open_as("zhouhao")
    typist.types(result="已建立安全库存", finished_on="2026-08-01")
    press(owner, "review.rectification.finish")
    assert part(owner, "review.rectification.check").isHidden()

    manager = open_as("zhaolei")
    press(manager, "review.rectification.check")
    assert words(manager, "review.rectification")[0][5] == "已核查"


def test_an_item_without_a_day_is_refused_at_its_field(open_as, typist, case):
    panel = open_as()
    typist.types(**ITEM | {"due_on": ""})
    press(panel, "review.rectification.add")
    assert set(typist.problems) == {"review.rectification.due_on"}
    assert queries.rectifications(case.id) == []


def test_figures_are_read_in_words(dealership, open_as, case):
    dealership.demand(case, 123_450)
    dealership.clock.forward(minutes=12)
    call = {"way": "phone", "direction": "out", "purpose": "progress", "summary": "进度"}
    add_contact(dealership.person("liumin"), case.id, call | {"reached": True})
    panel = open_as()
    assert part(panel, "review.figure.first").text() == "12 分钟"
    assert part(panel, "review.figure.asked").text() == "¥ 1,234.50"
    assert part(panel, "review.figure.close").text() == "—"


def test_whoever_may_not_write_reads_only(open_as):
    panel = open_as("qianyi")
    assert part(panel, "review.lesson").state == "locked"
    assert part(panel, "review.save").isHidden()
    assert part(panel, "review.rectification.add").isHidden()
