"""A complaint is registered while the customer is on the telephone; nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from models.casework.case import queries
from models.casework.case.demands import demands
from models.flow.registration import register_complaint
from models.kernel import drafts
from models.stages.intake.queries import registration
from ui.pages.register.register_page import RegisterPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.casefile import Dealership
    from ui.shell.context import AppContext

STORY = "高速上制动踏板踩不下去，靠发动机制动停到应急车道。"


@pytest.fixture
def ctx(ctx_of: Callable[..., AppContext]) -> AppContext:
    return ctx_of("liumin")


@pytest.fixture
def page(qtbot: QtBot, ctx: AppContext) -> Iterator[RegisterPage]:
    made = RegisterPage(ctx)
    qtbot.addWidget(made)
    made.resize(1198, 614)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    for timer in (made.draft_timer, made.match_timer):
        timer.stop()


def part(page: QWidget, name: str, kind: type = QWidget) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def opened(ctx: AppContext) -> list[tuple[str, str]]:
    wanted: list[tuple[str, str]] = []
    ctx.events.case_wanted.connect(lambda case_no, place: wanted.append((case_no, place)))
    return wanted


def tell(page: RegisterPage) -> None:
    """Type the least a complaint needs."""
    part(page, "intake.phone").setText("13800000001")
    part(page, "intake.customer_name").setText("陈女士")
    part(page, "intake.object_kind.quality", QPushButton).click()
    part(page, "intake.story").setPlainText(STORY)


def test_it_opens_at_the_telephone_and_fits_the_screen(page: RegisterPage) -> None:
    assert page.focusWidget().objectName() == "intake.phone"
    for area in page.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0
        assert area.verticalScrollBar().maximum() == 0


def test_a_complaint_with_two_demands_is_registered(page: RegisterPage, ctx: AppContext) -> None:
    wanted = opened(ctx)
    tell(page)
    part(page, "intake.demand.1.text").setText("退回该车")
    part(page, "intake.demand.1.amount").setText("386000")
    part(page, "intake.demand.add", QPushButton).click()
    part(page, "intake.demand.2.text").setText("出具检测报告")
    part(page, "intake.register", QPushButton).click()
    (case_no, place), *_ = wanted
    head = queries.head(ctx.actor, case_no)
    assert (place, head.state, head.channel) == ("registration", "RECEIVED", "phone")
    assert [row["text"] for row in demands(head.id)] == ["退回该车", "出具检测报告"]
    assert part(page, "intake.story").toPlainText() == ""


def test_what_is_wrong_stands_at_its_field_and_all_stays(
    page: RegisterPage, ctx: AppContext
) -> None:
    wanted = opened(ctx)
    tell(page)
    part(page, "intake.vin").setText("短")
    part(page, "intake.demand.1.text").setText("赔偿")
    part(page, "intake.demand.1.amount").setText("很多")
    part(page, "intake.register", QPushButton).click()
    assert wanted == []
    assert part(page, "intake.vin.problem", QLabel).text()
    assert part(page, "intake.demand.problem").text()
    assert part(page, "intake.story").toPlainText() == STORY


def test_channel_and_object_are_one_key_away_and_the_rest_in_a_menu(page: RegisterPage) -> None:
    part(page, "intake.channel.more", QPushButton).actions_by_code()["letter"].trigger()
    part(page, "intake.object_kind.more", QPushButton).actions_by_code()["quality_brake"].trigger()
    values = page.values()
    assert (values["channel"], values["object_kind"]) == ("letter", "quality_brake")


def test_a_known_customer_shows_with_cars_and_earlier_problems(
    page: RegisterPage, dealership: Dealership
) -> None:
    told = {"phone": "13800000009", "customer_name": "张伟", "plate_no": "京A12345"}
    told |= {"model": "星澜 A7", "channel": "phone", "object_kind": "quality", "story": "漏水"}
    register_complaint(dealership.person("liumin"), told)
    part(page, "intake.phone").setText("13800000009")
    page.find_known()
    links = [made.text() for made in page.known.findChildren(QPushButton)]
    assert "京A·12345 星澜 A7" in links
    assert "漏水" in links
    next(made for made in page.known.findChildren(QPushButton) if "星澜" in made.text()).click()
    assert part(page, "intake.customer_name").text() == "张伟"
    assert page.focusWidget().objectName() == "intake.story"


def test_a_graver_level_is_proposed_with_its_reasons_and_taken(page: RegisterPage) -> None:
    tell(page)
    part(page, "intake.level.MINOR", QPushButton).click()
    page.find_known()
    banner = part(page, "register.proposal")
    assert "建议级别：重大" in banner.text()
    assert "制动失灵" in banner.text()
    part(page, "register.proposal.link", QPushButton).click()
    assert page.values()["level"] == "MAJOR"
    assert banner.isHidden()


def test_what_was_typed_is_kept_and_offered_again(
    qtbot: QtBot, page: RegisterPage, ctx: AppContext
) -> None:
    tell(page)
    part(page, "intake.demand.1.text").setText("退回该车")
    assert page.may_leave()
    again = RegisterPage(ctx)
    qtbot.addWidget(again)
    assert not part(again, "draft.offer").isHidden()
    part(again, "draft.restore", QPushButton).click()
    assert part(again, "intake.story").toPlainText() == STORY
    assert part(again, "intake.demand.1.text").text() == "退回该车"
    for timer in (again.draft_timer, again.match_timer):
        timer.stop()


def test_discarding_asks_first(page: RegisterPage, ctx: AppContext) -> None:
    tell(page)
    ctx.ask.yes = False  # type: ignore[attr-defined]
    part(page, "intake.discard", QPushButton).click()
    assert part(page, "intake.story").toPlainText() == STORY
    ctx.ask.yes = True  # type: ignore[attr-defined]
    part(page, "intake.discard", QPushButton).click()
    assert part(page, "intake.story").toPlainText() == ""
    assert drafts.load(ctx.actor, "intake") is None


def test_an_unfinished_complaint_is_put_aside_without_a_number(
    page: RegisterPage, ctx: AppContext
) -> None:
    wanted = opened(ctx)
    part(page, "intake.customer_name").setText("陈女士")
    part(page, "intake.put_aside", QPushButton).click()
    head = queries.head(ctx.actor, wanted[0][0])
    assert head.state == "DRAFT"
    assert registration(head.id)["customer_name"] == "陈女士"


def test_a_narrow_page_folds_what_is_known_behind_a_button(page: RegisterPage) -> None:
    unfold = part(page, "register.unfold", QPushButton)
    assert unfold.isHidden()
    page.resize(900, 600)
    assert not unfold.isHidden()
    assert not page.known.isVisible()
    unfold.click()
    assert page.known.isVisible()


def test_tab_runs_in_the_order_of_the_conversation(qtbot: QtBot, page: RegisterPage) -> None:
    part(page, "intake.phone").setFocus()
    order = []
    for _ in range(8):
        order.append(page.focusWidget().objectName())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert order[:6] == [
        "intake.phone",
        "intake.customer_name",
        "intake.relation.owner",
        "intake.plate_no",
        "intake.odometer_km",
        "intake.vehicle_where.at_shop",
    ]
