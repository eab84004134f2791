"""The ways to a customer: the list of complaints, the head of a case, the search in the top bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from ui.widgets.label import ElidedLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk.window import DeskWindow


def test_the_list_of_complaints_leads_to_the_customers(entered: DeskWindow) -> None:
    frame = entered.frame
    frame.open_page("cases").findChild(QPushButton, "cases.customers").click()
    assert frame.shown() == "customers"
    assert frame.findChild(QWidget, "shell.nav.cases").isChecked()


def test_the_head_of_a_case_leads_to_its_customer(entered: DeskWindow, case_no: str) -> None:
    frame = entered.frame
    frame.open_case(case_no)
    name = frame.page("case").findChild(ElidedLabel, "case.customer").text()
    frame.page("case").findChild(QPushButton, "case.open_customer").click()
    assert frame.page("customers").findChild(QLabel, "customers.name").text() == name


def test_the_search_finds_the_customer_below_the_cases(
    entered: DeskWindow, case_no: str, qtbot: QtBot
) -> None:
    frame = entered.frame
    frame.open_case(case_no)
    name = frame.page("case").findChild(ElidedLabel, "case.customer").text()
    search = frame.findChild(QLineEdit, "shell.search")
    search.setText(name)
    search.textEdited.emit(name)
    hits = entered.findChild(QListWidget, "shell.search.hits")
    qtbot.waitUntil(lambda: hits.count() > 1)
    assert case_no in hits.item(0).text()
    assert hits.item(1).text().startswith("客户")
    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert frame.page("customers").findChild(QLabel, "customers.name").text() == name


def test_the_customers_lead_to_the_import(entered: DeskWindow) -> None:
    frame = entered.frame
    frame.open_page("customers").findChild(QPushButton, "customers.import").click()
    assert frame.page("settings").findChild(QWidget, "settings.imports").isVisible()
