"""Cards, banners, problems, buttons, empty pages and the authority bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ui.widgets.authority_bar import AuthorityBar, AuthorityStep
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import ElidedLabel, Glyph, label
from ui.widgets.layout import column, empty_layout, row, surface
from ui.widgets.page_head import PageHead
from ui.widgets.problem import ProblemLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

STEPS = (
    AuthorityStep("客服专员", "≤ 200", 20_000),
    AuthorityStep("经理", "≤ 1,000", 100_000),
    AuthorityStep("总经理", "≤ 20,000", 2_000_000),
    AuthorityStep("厂家", "以上", None),
)


def test_a_card_has_a_heading_a_link_and_can_be_the_chosen_one(qtbot: QtBot) -> None:
    card = Card("诉求", caption="3 项")
    qtbot.addWidget(card)
    link = card.add_link("加一项", name="intake.demand.add", icon="add")
    card.add(label("退回该车"), 4, None)
    with qtbot.waitSignal(card.link_clicked):
        link.click()
    card.set_chosen(True)
    assert card.property("surface") == "chosen"
    card.set_caption("4 项")
    assert "4 项" in [made.text() for made in card.findChildren(QLabel)]
    assert card.accessibleName() == "诉求"


def test_a_banner_speaks_only_when_it_has_something_to_say(qtbot: QtBot) -> None:
    page = surface(column(banner := Banner("info", name="case.banner")))
    qtbot.addWidget(page)
    page.show()
    assert not banner.isVisible()
    banner.say("danger", "磁盘空间不足", link="移动数据")
    assert banner.isVisible()
    assert (banner.text(), banner.accessibleName()) == ("磁盘空间不足", "磁盘空间不足")
    with qtbot.waitSignal(banner.link_clicked):
        banner.findChild(QPushButton, "case.banner.link").click()
    banner.say("ok", "")
    assert not banner.isVisible()


def test_a_problem_is_a_sentence_or_nothing(qtbot: QtBot) -> None:
    page = surface(column(problem := ProblemLabel("intake.phone.problem")))
    qtbot.addWidget(page)
    page.show()
    assert not problem.isVisible()
    problem.set_sentence("手机号应为 11 位，现在是 10 位。")
    assert problem.isVisible()
    assert problem.accessibleName() == problem.text() == "手机号应为 11 位，现在是 10 位。"
    problem.set_sentence("")
    assert not problem.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_both_enter_keys_press_a_button(qtbot: QtBot, key: Qt.Key) -> None:
    page = surface(row(made := button("登记", "primary", name="intake.save", key="Ctrl+Enter")))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    with qtbot.waitSignal(made.clicked):
        qtbot.keyClick(page, key, Qt.KeyboardModifier.ControlModifier)
    assert made.text() == "登记  Ctrl+Enter"
    assert made.accessibleName() == "登记"


def test_a_bare_icon_has_a_name(qtbot: QtBot) -> None:
    made = button("", "icon", name="case.more", icon="more_horizontal", tip="更多", key="F4")
    qtbot.addWidget(made)
    assert (made.accessibleName(), made.toolTip()) == ("更多", "更多  F4")


def test_a_long_text_ends_in_dots_and_has_a_hint(qtbot: QtBot) -> None:
    made = ElidedLabel("两台公务车保养预约后仍排队一个半小时以上，要求说明原因", bold=True)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.grab()
    assert made.toolTip() == ""
    made.resize(80, 20)
    made.grab()
    assert made.toolTip() == made.text() == made.accessibleName()
    made.set_text("短", "text2")
    made.grab()
    assert made.toolTip() == ""


def test_labels_never_read_markup(qtbot: QtBot) -> None:
    made = label("<b>张伟</b>", "heading", selectable=True)
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText


def test_an_icon_can_change(qtbot: QtBot) -> None:
    glyph = Glyph("info", "accent_text", 16)
    qtbot.addWidget(glyph)
    before = glyph.grab().toImage()
    glyph.set_icon("warning", "warn", filled=True)
    assert glyph.grab().toImage() != before


def test_an_empty_page_says_what_to_do_first(qtbot: QtBot) -> None:
    state = EmptyState(
        "library", "还没有案例", "先从一件处理得好的投诉开始。", name="library.empty"
    )
    qtbot.addWidget(state)
    first = state.add_button("挑选", "primary", name="library.pick")
    assert (state.objectName(), state.accessibleName()) == ("library.empty", "还没有案例")
    with qtbot.waitSignal(first.clicked):
        first.click()
    assert not state.grab().isNull()


def test_the_head_of_a_page(qtbot: QtBot) -> None:
    head = PageHead("今日", "2026年11月20日", button("全店", "chip"))
    qtbot.addWidget(head)
    head.set_title("明日")
    head.set_caption("2026年11月21日")
    head.add(button("打印"))
    assert {"明日", "2026年11月21日"} <= {made.text() for made in head.findChildren(QLabel)}


def test_a_layout_can_be_emptied(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box = column(row(label("a"), label("b")), label("c"), 4, None)
    page.setLayout(box)
    empty_layout(box)
    assert box.count() == 0


@pytest.mark.parametrize(
    ("cost", "needed", "reach"),
    [(0, 0, 0.0), (20_000, 0, 0.25), (60_000, 1, 0.375), (860_000, 2, 0.6), (9_000_000, 3, 0.875)],
)
def test_the_bar_shows_who_must_decide(qtbot: QtBot, cost: int, needed: int, reach: float) -> None:
    bar = AuthorityBar(name="negotiation.authority")
    qtbot.addWidget(bar)
    bar.resize(800, 54)
    assert not bar.grab().isNull()
    bar.show_cost(STEPS, mine=1, cost=cost, sentence="首选方案")
    assert bar.needed() == needed
    assert bar.reach() == pytest.approx(reach, abs=0.001)
    assert bar.property("beyond") == ("true" if needed > 1 else "false")
    assert not bar.grab().isNull()
