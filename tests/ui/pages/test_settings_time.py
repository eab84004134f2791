"""Settings of working time, holidays and backups: what moves is told before it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from models.casework.case.clock import start
from models.casework.case.queries import head
from models.casework.case.tables import Case
from models.dealership.office import queries as office
from models.kernel import backup, settings
from models.kernel.command import unit_of_work
from tests.stores import BRANCH

from .settings_parts import dealership, opened, press, rows

__all__ = ["dealership"]

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from models.kernel.actor import Actor
    from models.kernel.db import Store
    from tests.stores import Clock
    from ui.shell.context import AppContext

    Contexts = Callable[..., AppContext]


def test_working_hours_are_kept(ctx_of: Contexts, qtbot: QtBot) -> None:
    page = opened(ctx_of("admin"), qtbot, "working_time")
    hours = page.findChild(QLineEdit, "office.time.periods")
    hours.setText("25:00-26:00")
    press(page, "office.time.save")
    assert page.findChild(QWidget, "office.time.periods.problem").isVisible()
    hours.setText("09:00-12:00, 13:00-18:00")
    press(page, "office.time.save")
    assert settings.get(BRANCH, "clock.periods") == [[540, 720], [780, 1080]]


def test_a_holiday_file_says_what_it_moves_before_it_does(
    ctx_of: Contexts, dealership: Any, qtbot: QtBot, tmp_path: Path, clock: Clock
) -> None:
    case = _case_with_clocks(dealership.person("admin"), clock)
    ctx = ctx_of("admin")
    page = opened(ctx, qtbot, "working_time")
    file = tmp_path / "2026.csv"
    file.write_text("2026-08-01,holiday,测试假\n2026-08-03,holiday,测试假\n", encoding="gb18030")
    ctx.ask.chosen, ctx.ask.yes = [str(file)], False
    before = {due.kind: due.due_at for due in head(ctx.actor, case).dues}
    press(page, "settings.calendar")
    told = ctx.ask.asked[-1]
    assert "文件里有 2 天" in told
    assert "KS-2026-000001 陈女士，首次响应" in told
    assert {due.kind: due.due_at for due in head(ctx.actor, case).dues} == before
    ctx.ask.yes = True
    press(page, "settings.calendar")
    after = {due.kind: due.due_at for due in head(ctx.actor, case).dues}
    assert after["first_response"] > before["first_response"]
    assert head(ctx.actor, case).next_due_at == min(after.values())
    assert office.calendar_days(BRANCH, 2026)


def test_a_file_that_is_no_calendar_is_refused_in_words(
    ctx_of: Contexts, qtbot: QtBot, tmp_path: Path
) -> None:
    ctx = ctx_of("admin")
    page = opened(ctx, qtbot, "working_time")
    file = tmp_path / "x.csv"
    for content in (b"\0\1\2", "今天,天气".encode()):
        file.write_bytes(content)
        ctx.ask.chosen = [str(file)]
        press(page, "settings.calendar")
    assert len(ctx.ask.told) == 2


def test_a_backup_is_written_and_brought_back_after_a_question(
    ctx_of: Contexts, qtbot: QtBot, tmp_path: Path, store: Store, clock: Clock
) -> None:
    backup.daily(store, clock.now)
    ctx = ctx_of("admin")
    page = opened(ctx, qtbot, "backups")
    ctx.ask.target = str(tmp_path / "out.ksbak")
    press(page, "settings.backup")
    assert (tmp_path / "out.ksbak").exists()
    assert "今天 09:00" in page.findChild(QLabel, "settings.last_backup").text()
    ctx.ask.chosen = [str(tmp_path / "out.ksbak")]
    with qtbot.waitSignal(ctx.events.restore_wanted) as told:
        press(page, "settings.restore_file")
    assert told.args == [str(tmp_path / "out.ksbak")]
    rows(page, "settings.day").choose(0)
    with qtbot.waitSignal(ctx.events.restore_wanted) as told:
        press(page, "settings.restore_day")
    assert backup.FOLDER in told.args[0]
    broken = tmp_path / "broken.ksbak"
    broken.write_bytes(b"no archive")
    ctx.ask.chosen = [str(broken)]
    ctx.ask.told.clear()
    press(page, "settings.restore_file")
    qtbot.waitUntil(lambda: bool(ctx.ask.told))


def _case_with_clocks(actor: Actor, clock: Clock) -> int:
    told = {
        "case_no": "KS-2026-000001",
        "state": "RECEIVED",
        "level": "GENERAL",
        "level_rank": 2,
        "received_at": clock.now,
        "customer_name": "陈女士",
    }
    with unit_of_work(actor, "test.open_case") as work:
        case = work.insert(Case, **told)
        start(work, case)
    return int(case.id)
