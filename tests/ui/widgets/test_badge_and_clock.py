"""Badges and clocks say in words what they show in colour and shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from ui.widgets.badge import LevelBadge, StateBadge, Tag, TagLook
from ui.widgets.clock import Clock, ClockState, ClockTile, ListClock
from ui.widgets.clock_words import DAY, HOUR, MINUTE, due_clock, left_words, span_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from resources.texts import Texts
    from ui.shell.theme import Theme


def picture(widget: QWidget) -> bytes:
    image = widget.grab().toImage()
    return bytes(image.constBits())


def test_every_level_has_its_own_word_and_picture(texts: Texts, qtbot: QtBot) -> None:
    badge = LevelBadge(texts, 1, name="case.level")
    qtbot.addWidget(badge)
    seen = {}
    for level in range(1, 6):
        badge.set_level(level)
        seen[badge.accessibleName()] = picture(badge)
    assert list(seen) == ["级别 轻微", "级别 一般", "级别 升级", "级别 重大", "级别 危机"]
    assert len(set(seen.values())) == 5


def test_a_state_carries_the_number_of_its_stage(qtbot: QtBot) -> None:
    badge = StateBadge(4, "协商中")
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "④ 协商中"
    before = badge.width()
    badge.set_state(7, "等待客户回访中")
    assert badge.width() > before


def test_a_tag_speaks_its_word(qtbot: QtBot) -> None:
    tag = Tag("大客户 5 台", icon="star")
    qtbot.addWidget(tag)
    wide = tag.width()
    tag.set_look(TagLook("首选", "ok"))
    assert tag.accessibleName() == "首选"
    assert tag.width() < wide


def test_the_six_clocks_look_different_without_colour(qtbot: QtBot) -> None:
    pictures = set()
    for state in ClockState:
        clock = ListClock(Clock(state, 0.5))
        qtbot.addWidget(clock)
        grey = clock.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        pictures.add(bytes(grey.constBits()))
    assert len(pictures) == len(ClockState)


def test_a_theme_change_repaints_a_clock(look: Theme, qtbot: QtBot) -> None:
    clock = ListClock(Clock(ClockState.LATE, 1, "超 42 分"), name="case.clock")
    qtbot.addWidget(clock)
    light = picture(clock)
    look.apply("dark")
    assert picture(clock) != light


def test_a_tile_says_everything_and_drops_only_the_note(qtbot: QtBot) -> None:
    tile = ClockTile("答复承诺", Clock(ClockState.SOON, 0.8, "剩 2 小时 13 分"), "今天 17:00")
    qtbot.addWidget(tile)
    assert tile.accessibleName() == "答复承诺 剩 2 小时 13 分 今天 17:00"
    assert tile.property("status") == "soon"
    with_note = tile.minimumSizeHint().width()
    tile.set_clock(Clock(ClockState.DONE, 1, "12 分"), "")
    assert tile.minimumSizeHint().width() <= with_note
    assert tile.property("status") == "done"


@pytest.mark.parametrize(
    ("span", "short", "long", "left"),
    [
        (0, "0 分", "0 分", "0:00"),
        (42 * MINUTE, "42 分", "42 分", "0:42"),
        (2 * HOUR + 13 * MINUTE, "2 小时", "2 小时 13 分", "2:13"),
        (DAY + 3 * HOUR, "1 天", "1 天 3 小时", "1 天"),
        (3 * DAY, "3 天", "3 天", "3 天"),
    ],
)
def test_spans_in_words(texts: Texts, span: int, short: str, long: str, left: str) -> None:
    assert span_words(texts, span) == short
    assert span_words(texts, span, long=True) == long
    assert left_words(texts, span) == left


def test_a_promise_runs_gets_close_breaks_or_is_kept(texts: Texts) -> None:
    def clock(now: int, done: int | None = None) -> Clock:
        return due_clock(texts, now=now, started_at=0, due_at=4 * HOUR, done_at=done)

    assert clock(HOUR) == Clock(ClockState.RUNNING, 0.25, "3:00")
    assert clock(3 * HOUR) == Clock(ClockState.SOON, 0.75, "1:00")
    assert clock(4 * HOUR).state is ClockState.SOON
    assert clock(4 * HOUR + 42 * MINUTE) == Clock(ClockState.LATE, 1.0, "超 42 分")
    assert clock(9 * HOUR, done=12 * MINUTE) == Clock(ClockState.DONE, 1.0, "12 分")
    said = due_clock(texts, now=0, started_at=0, due_at=3 * HOUR, long=True)
    assert said.text == "剩 3 小时"
