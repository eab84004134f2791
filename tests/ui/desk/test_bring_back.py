"""A backup comes back while the window is open: pages let go, the store opens again, log-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.casework.case import listing
from models.dealership.access.queries import actor_for
from models.dealership.access.set_up import first_actor, set_up_store
from models.dealership.office import queries as office
from models.dealership.office.commands import change_branch
from models.kernel import backup
from models.kernel.restore import REPLACED
from tests.stores import BRANCH, clock, store
from ui.desk.window import DeskWindow
from ui.shell.preferences import Preferences
from ui.window.login import LoginView

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from models.kernel.db import Store
    from resources.texts import Texts
    from tests.stores import Clock
    from ui.shell.theme import Theme

__all__ = ["clock", "store"]

pytestmark = pytest.mark.windows

FIRST = {
    "name": "星澜汽车一店",
    "short_name": "",
    "credit_code": "",
    "address": "",
    "phone": "",
    "place": "",
    "logo": "",
    "admin_login": "admin",
    "admin_name": "管理员",
    "admin_password": "Kesutong-2026",
}


@pytest.fixture
def window(
    store: Store, clock: Clock, texts: Texts, look: Theme, tmp_path: Path, qtbot: QtBot
) -> DeskWindow:
    set_up_store(first_actor(clock), FIRST)
    likes = Preferences(str(tmp_path / "likes.ini"))
    made = DeskWindow(store, texts, likes, lambda *_: None, look, clock)
    qtbot.addWidget(made)
    made.show()
    made.enter(actor_for("admin", clock=clock))
    return made


def shows_login(window: DeskWindow) -> bool:
    return bool(window.findChildren(LoginView)) and window.frame is None


def test_it_is_there_again_and_the_other_data_is_set_aside(
    window: DeskWindow,
    store: Store,
    clock: Clock,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(window.ask, "tell", told.append)
    admin = actor_for("admin", clock=clock)
    info = backup.back_up(admin, store, tmp_path / "kept.ksbak")
    change_branch(admin, {"name": "改错了的名字"})
    window.frame.ctx.events.restore_wanted.emit(str(info.path))
    qtbot.waitUntil(lambda: shows_login(window) and bool(told))
    assert told == ["备份已恢复，请重新登录。"]
    assert office.branch(BRANCH).name == "星澜汽车一店"
    assert list((store.folder / REPLACED).iterdir())
    window.enter(actor_for("admin", clock=clock))
    assert window.frame.shown() == "today"
    assert listing.count(admin, listing.Filter()) == 0


def test_a_damaged_backup_changes_nothing(
    window: DeskWindow,
    store: Store,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(window.ask, "tell", told.append)
    broken = tmp_path / "broken.ksbak"
    broken.write_bytes(b"no archive")
    window.frame.ctx.events.restore_wanted.emit(str(broken))
    qtbot.waitUntil(lambda: shows_login(window) and bool(told))
    assert "broken.ksbak" in told[0]
    assert office.branch(BRANCH).name == "星澜汽车一店"
