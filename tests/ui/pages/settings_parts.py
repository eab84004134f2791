"""A store after its first run, and the settings page opened at a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QListWidget, QPushButton

from models.dealership.access import queries as access
from models.dealership.access.set_up import first_actor, set_up_store
from ui.forms.rows_table import RowsTable
from ui.pages.settings.settings_page import SECTIONS, SettingsPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from models.kernel.actor import Actor
    from models.kernel.db import Store
    from tests.stores import Clock
    from ui.shell.context import AppContext

PASSWORD = "Kesutong-2026"
BRANCH_VALUES = {
    "name": "星澜汽车一店",
    "short_name": "星澜一店",
    "credit_code": "",
    "address": "",
    "phone": "",
    "place": "",
    "logo": "",
    "admin_login": "admin",
    "admin_name": "管理员",
    "admin_password": PASSWORD,
}


class Staff:
    """Gives actors by login."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def person(self, login: str) -> Actor:
        return access.actor_for(login, clock=self._clock)


@pytest.fixture
def dealership(store: Store, clock: Clock) -> Staff:
    """A store after its first run, with one person who logs in as the administrator."""
    set_up_store(first_actor(clock), BRANCH_VALUES)

    return Staff(clock)


def opened(ctx: AppContext, qtbot: QtBot, section: str) -> SettingsPage:
    page = SettingsPage(ctx)
    qtbot.addWidget(page)
    page.resize(1180, 690)
    page.show()
    open_section(page, section)
    return page


def open_section(page: SettingsPage, name: str) -> None:
    sections = page.findChild(QListWidget, "settings.sections")
    sections.setCurrentRow([kind.name for kind in SECTIONS].index(name))


def rows(page: SettingsPage, name: str) -> RowsTable:
    return page.findChild(RowsTable, name)


def choose(page: SettingsPage, name: str, **wanted: object) -> None:
    table = rows(page, name)
    for place in range(table.model.rowCount()):
        if all(table.model.row(place)[key] == value for key, value in wanted.items()):
            table.choose(place)
            return
    raise AssertionError(wanted)


def press(page: SettingsPage, name: str) -> None:
    page.findChild(QPushButton, name).click()
