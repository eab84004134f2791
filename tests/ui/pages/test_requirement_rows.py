"""Rows of docs/requirements.md that are about where something stands in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from models.casework.case.demands import demands
from models.casework.case.tables import Case
from models.casework.case.weight import mark_key_customer
from models.dealership.parties.commands import add_ownership, add_vehicle
from models.dealership.parties.workshop import add_repair_order
from models.flow.registration import register_complaint
from models.stages.intake.queries import registration
from tests.ui.pages.answering import fill, press
from ui.pages.case.case_page import CasePage
from ui.pages.case.read_back import proposed_read_back
from ui.pages.labels import Labels
from ui.pages.register.register_page import RegisterPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from models.kernel.command import Done
    from resources.texts import Texts
    from tests.casefile import Dealership
    from ui.shell.context import AppContext

TOLD = {
    "phone": "13800000001",
    "customer_name": "陈女士",
    "plate_no": "京A12345",
    "channel": "phone",
    "object_kind": "quality_fuel",
    "story": "新车不到一千公里，高速上熄火。\n已叫拖车，人在路边等。",
    "odometer_km": 968,
    "happened_place": "环湖高速 K38",
    "mood": 4,
    "demands": [{"kind": "towing", "text": "承担拖车费", "amount": "800"}],
}
REGISTER = {
    "customer": "phone customer_name customer_kind contact_person relation address anonymous",
    "vehicle": "plate_no vin model odometer_km invoice_date production_date batch_no",
    "away": "vehicle_where vehicle_place home_dealer",
    "way in": "channel source source_no",
    "story": "object_kind subject story happened_at happened_place key_points",
    "product": "symptom used_how recent_use part replaced_parts",
    "staff": "employee repair_order_no",
    "weight": "mood level promised_at owner injured",
}
PANELS = {
    "registration": "intake.read_back_text intake.focus intake.read_back_confirmed "
    "intake.explicit_problem intake.hidden_problem case.demand.table",
    "response": "case.contact.table case.contact.incoming case.contact.outgoing case.demand.table",
    "analysis": "analysis.severity analysis.safety analysis.judge_handling analysis.report "
    "analysis.explain analysis.order_apology case.task.table evidence.item.table "
    "analysis.cause.table analysis.responsibility.table analysis.complaint_stands "
    "analysis.speaks_against analysis.more_visits analysis.finding_side analysis.root_cause",
    "negotiation": "negotiation.option.table negotiation.round.table negotiation.our_limit "
    "negotiation.customer_limit negotiation.negotiator negotiation.ongoing_trade "
    "negotiation.repurchase_hope negotiation.word_of_mouth negotiation.demand_reasonable "
    "negotiation.company_fault negotiation.authority case.demand.table",
    "agreement": "agreement.term.table agreement.total agreement.facts_confirmed agreement.copies",
    "implementation": "implementation.task.table implementation.delivery.table "
    "implementation.repair.table implementation.acceptance",
    "follow_up": "followup.way followup.satisfaction followup.repurchase followup.change_wanted "
    "followup.felt",
    "review": "review.lesson review.mistakes review.missed_chances review.comment "
    "review.rectification.table",
}


@pytest.fixture
def registered(dealership: Dealership) -> Done:
    return register_complaint(dealership.person("liumin"), TOLD)


@pytest.fixture
def page(ctx_of: Callable[..., AppContext], registered: Done, qtbot: QtBot) -> CasePage:
    made = CasePage(ctx_of("liumin"))
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show_case(registered.case_no)
    return made


@pytest.mark.parametrize("what", REGISTER)
def test_the_registration_has_a_field_for_it(
    ctx_of: Callable[..., AppContext], qtbot: QtBot, what: str
) -> None:
    form = RegisterPage(ctx_of("liumin"))
    qtbot.addWidget(form)
    for key in REGISTER[what].split():
        found = form.findChild(QWidget, f"intake.{key}")
        assert found is not None, key


@pytest.mark.parametrize("stage", PANELS)
def test_the_stage_of_the_case_has_its_place(page: CasePage, stage: str) -> None:
    page.show_stage(stage)
    missing = [name for name in PANELS[stage].split() if page.findChild(QWidget, name) is None]
    assert not missing


def test_a_contact_is_logged_with_mood_apology_and_promise(page: CasePage) -> None:
    page.show_stage("response")
    said = {"summary": "说明马上核实", "purpose": "first_response", "mood": 3}
    sorry = {"apology": True, "apology_words": "让您久等了，非常抱歉。", "reached": True}
    assert fill(lambda: press(page, "case.contact.outgoing"), **said, **sorry) == []
    page.refresh()
    assert page.desk.head.minutes_to_first_contact == 0


def test_the_caller_is_shown_with_all_cars_and_what_was_wrong_before(
    dealership: Dealership, ctx_of: Callable[..., AppContext], registered: Done, qtbot: QtBot
) -> None:
    clerk = dealership.person("liumin")
    second = add_vehicle(clerk, {"plate_no": "京B54321", "model": "示例牌 S7"})
    customer = Case.get_by_id(registered.id).customer_id
    add_ownership(clerk, {"customer": customer, "vehicle": second.id})
    repair = {"vehicle": second.id, "symptom": "水箱漏水", "confirmed_at": clerk.clock()}
    add_repair_order(clerk, repair)
    weight = {"key_customer": True, "key_reason": "公司用车五台", "wants_to_buy": 3}
    mark_key_customer(clerk, registered.case_no, weight)

    form = RegisterPage(ctx_of("liumin"))
    qtbot.addWidget(form)
    form.form.editor("phone").set_value("13800000001")
    form.find_known()
    words = shown_words(form.known)
    for expected in ("京B·54321", "京A·12345", "水箱漏水", "公司用车五台", "3"):
        assert expected in words


def test_the_level_is_proposed_from_the_amounts_while_they_are_typed(
    ctx_of: Callable[..., AppContext], qtbot: QtBot
) -> None:
    form = RegisterPage(ctx_of("liumin"))
    qtbot.addWidget(form)
    form.form.editor("story").set_value("维修后又出现异响")
    form.demands.set_values([{"kind": "cash", "text": "赔偿", "amount": 5_000_000}])
    form.find_known()
    proposal = form.findChild(QWidget, "register.proposal")
    assert proposal is not None
    assert not proposal.isHidden()
    assert "金额" in shown_words(proposal)


def test_a_key_customer_is_marked_in_the_window_and_stands_in_the_head(page: CasePage) -> None:
    weight = {"key_customer": True, "key_reason": "公司用车五台，还要再买三台"}
    assert fill(lambda: page.acts.act("key_customer"), **weight) == []
    page.refresh()
    tag = page.findChild(QWidget, "case.key_customer")
    assert tag is not None
    assert tag.isVisibleTo(page)
    assert page.desk.head.key_customer


def test_the_read_back_tells_the_whole_course_and_every_wish(
    ctx_of: Callable[..., AppContext], registered: Done, texts: Texts
) -> None:
    text = proposed_read_back(
        texts, Labels(ctx_of("liumin")), registration(registered.id), demands(registered.id)
    )
    for told in ("陈女士", "968", "环湖高速 K38", TOLD["story"], "承担拖车费", "800"):
        assert str(told) in text


def test_the_guide_says_what_to_ask_say_and_avoid_at_each_stage(page: CasePage) -> None:
    told = set()
    for stage in PANELS:
        page.show_stage(stage)
        told.add(shown_words(page.findChild(QWidget, "case.side.guide")))
    assert len(told) == len(PANELS)
    assert all(words.count("·") > 2 for words in told)


def shown_words(widget: QWidget | None) -> str:
    from PySide6.QtWidgets import QLabel, QPushButton

    assert widget is not None
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return "\n".join(part.text() for part in parts)
