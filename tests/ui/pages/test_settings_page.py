"""The settings: each section changes what it shows, and says who may when one may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from models.dealership.access import queries as access
from models.dealership.access.tables import AuthorityLimit, Credential
from models.dealership.office import queries as office
from models.dealership.office.limits import limits_by_level
from models.kernel import codes
from tests.stores import BRANCH, PNG
from ui.pages.settings.settings_page import SECTIONS, SettingsPage
from ui.widgets.banner import Banner

from .dialogs import fill
from .settings_parts import PASSWORD, choose, dealership, open_section, opened, press

__all__ = ["dealership"]

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from ui.shell.context import AppContext

    Contexts = Callable[..., AppContext]


def add_agent(page: SettingsPage, monkeypatch: pytest.MonkeyPatch, **other: object) -> None:
    values = {
        "login": "liumin",
        "name": "刘敏",
        "role": "care_agent",
        "department": "customer_care",
        "password": PASSWORD,
    }
    fill(monkeypatch, values | other)
    press(page, "access.account.add")


def test_every_section_opens(ctx_of: Contexts, qtbot: QtBot) -> None:
    page = opened(ctx_of("admin"), qtbot, SECTIONS[0].name)
    for kind in SECTIONS:
        open_section(page, kind.name)
        assert page.findChild(QWidget, f"settings.{kind.name}").isVisible()
        assert not page.grab().isNull()


def test_the_name_on_every_paper_is_changed(ctx_of: Contexts, qtbot: QtBot) -> None:
    page = opened(ctx_of("admin"), qtbot, "dealership")
    name = page.findChild(QLineEdit, "office.name")
    name.setText("")
    press(page, "office.save")
    assert page.findChild(QWidget, "office.name.problem").isVisible()
    assert office.branch(BRANCH).name == "星澜汽车一店"
    name.setText("星澜汽车二店")
    press(page, "office.save")
    assert office.branch(BRANCH).name == "星澜汽车二店"


def test_unsaved_text_is_asked_about(ctx_of: Contexts, qtbot: QtBot) -> None:
    ctx = ctx_of("admin")
    page = opened(ctx, qtbot, "dealership")
    page.findChild(QLineEdit, "office.address").setText("测试路 1 号")
    ctx.ask.yes = False
    assert page.may_leave()
    assert page.findChild(QLineEdit, "office.address").text() == ""
    page.findChild(QLineEdit, "office.address").setText("测试路 2 号")
    ctx.ask.yes = True
    assert page.may_leave()
    assert office.branch(BRANCH).address == "测试路 2 号"
    assert len(ctx.ask.asked) == 2


def test_a_logo_is_a_picture(ctx_of: Contexts, qtbot: QtBot, tmp_path: Path) -> None:
    ctx = ctx_of("admin")
    page = opened(ctx, qtbot, "dealership")
    text = tmp_path / "logo.txt"
    text.write_text("kein Bild", encoding="utf-8")
    ctx.ask.chosen = [str(text)]
    press(page, "settings.logo")
    assert ctx.ask.told
    assert office.branch(BRANCH).logo == ""
    picture = tmp_path / "logo.png"
    picture.write_bytes(PNG)
    ctx.ask.chosen = [str(picture)]
    press(page, "settings.logo")
    assert office.branch(BRANCH).logo


def test_accounts_are_added_changed_closed_and_opened(
    ctx_of: Contexts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(ctx_of("admin"), qtbot, "accounts")
    add_agent(page, monkeypatch, password="short")
    assert len(access.accounts(BRANCH)) == 1, "a short password is refused"
    add_agent(page, monkeypatch)
    assert [one.login for one in access.accounts(BRANCH)] == ["admin", "liumin"]
    choose(page, "access.account", login="liumin")
    fill(monkeypatch, {"name": "刘敏慧", "role": "manager"})
    press(page, "access.account.edit")
    assert access.accounts(BRANCH)[1].name == "刘敏慧"
    choose(page, "access.account", login="liumin")
    press(page, "settings.deactivate")
    assert not access.accounts(BRANCH)[1].active
    choose(page, "access.account", login="liumin")
    press(page, "settings.activate")
    assert access.accounts(BRANCH)[1].active


def test_a_new_password_is_given(
    ctx_of: Contexts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(ctx_of("admin"), qtbot, "accounts")
    add_agent(page, monkeypatch)
    before = [row.password_hash for row in Credential.select()]
    choose(page, "access.account", login="liumin")
    fill(monkeypatch, {"password": "Another-2026"})
    press(page, "settings.password")
    assert [row.password_hash for row in Credential.select()] != before


def test_a_limit_of_authority_is_set(
    ctx_of: Contexts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(ctx_of("admin"), qtbot, "authority")
    choose(page, "access.authority", role="manager")
    fill(monkeypatch, {"limit_fen": 150_000})
    press(page, "access.authority.edit")
    assert AuthorityLimit.get(AuthorityLimit.role == "manager").limit_fen == 150_000


def test_time_limits_by_level(
    ctx_of: Contexts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(ctx_of("admin"), qtbot, "limits")
    choose(page, "office.limit", level="GENERAL")
    fill(monkeypatch, {"first_response": 45, "silence_hours": 36})
    press(page, "office.limit.edit")
    general = next(one for one in limits_by_level(BRANCH) if one.level == "GENERAL")
    assert (general.first_response, general.silence_hours, general.close_days) == (45, 36, 3)


def test_lists_grow_are_renamed_and_retired(
    ctx_of: Contexts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(ctx_of("admin"), qtbot, "lists")
    chooser = page.findChild(QComboBox, "settings.list")
    chooser.setCurrentIndex(chooser.findData("channel"))
    dialogs = fill(monkeypatch, {"label": "抖音"})
    press(page, "office.code.add")
    added = codes.values(BRANCH, "channel")[-1]
    assert (added.label, added.built_in) == ("抖音", False)
    press(page, "office.code.add")
    assert dialogs[-1].form.editor("label").property("state") == "problem"
    choose(page, "office.code", code=added.code)
    fill(monkeypatch, {"label": "抖音私信"})
    press(page, "office.code.edit")
    assert codes.values(BRANCH, "channel")[-1].label == "抖音私信"
    choose(page, "office.code", code=added.code)
    press(page, "settings.retire")
    assert added.code not in {one.code for one in codes.values(BRANCH, "channel")}
    choose(page, "office.code", code=added.code)
    press(page, "settings.restore_code")
    assert added.code in {one.code for one in codes.values(BRANCH, "channel")}


def test_the_look_is_kept_and_told(ctx_of: Contexts, qtbot: QtBot) -> None:
    ctx = ctx_of("admin")
    page = opened(ctx, qtbot, "appearance")
    with qtbot.waitSignal(ctx.events.look_changed):
        press(page, "settings.theme.dark")
    with qtbot.waitSignal(ctx.events.look_changed):
        press(page, "settings.language.en")
    assert ctx.preferences.read("theme", "") == "dark"
    assert ctx.preferences.read("language", "") == "en"


def test_others_read_and_learn_who_may_change(
    ctx_of: Contexts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_agent(opened(ctx_of("admin"), qtbot, "accounts"), monkeypatch)
    page = opened(ctx_of("liumin"), qtbot, "accounts")
    for name in ("accounts", "dealership", "limits", "lists", "working_time", "backups"):
        open_section(page, name)
        assert "管理员" in page.findChild(Banner, f"settings.{name}.locked").text()
    assert not page.findChild(QPushButton, "access.account.add").isVisible()
    assert not page.findChild(QPushButton, "office.save").isVisible()
    open_section(page, "appearance")
    assert page.findChild(Banner, "settings.appearance.locked").text() == ""
