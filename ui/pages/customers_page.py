"""Customers and vehicles: the directory at the left, all that is known of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from models.dealership.parties import directory
from ui.pages.customers.complaints_card import ComplaintsCard
from ui.pages.customers.desk import ROOM, CustomerDesk
from ui.pages.customers.directory_list import DirectoryList
from ui.pages.customers.facts_card import FactsCard, ask_new
from ui.pages.customers.repairs_card import RepairsCard
from ui.pages.customers.vehicles_card import VehiclesCard
from ui.pages.page import Page
from ui.widgets.button import button
from ui.widgets.layout import column, row, surface
from ui.widgets.page_head import PageHead

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from models.kernel.changes import Change
    from ui.shell.context import AppContext

_TABLES = frozenset({"customer", "vehicle", "ownership", "repair_order", "complaint_case"})
_GAP, _WIDEST, _GREEDY = 8, 1040, 100
_NARROW, _LIST, _SHORT_LIST = 1100, 320, 244


class CustomersPage(Page):
    """``customers.{add,import}`` at the top; cards named ``customers.*`` for the chosen one."""

    name: ClassVar[str] = ROOM

    def __init__(self, ctx: AppContext) -> None:
        """Lay the page out without rows."""
        super().__init__(ctx)
        self.desk = CustomerDesk(ctx)
        t = self.t
        self.list = DirectoryList(self.desk)
        self.facts = FactsCard(self.desk)
        self.vehicles = VehiclesCard(self.desk)
        self.repairs = RepairsCard(self.desk, self.vehicles.chosen_car)
        self.complaints = ComplaintsCard(self.desk)
        self._cards = (self.facts, self.vehicles, self.complaints, self.repairs)
        self._file = surface(column(*self._cards, None, margins=(0, 0, 8, 0), gap=_GAP))
        self._file.setMaximumWidth(_WIDEST)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(surface(row((self._file, _GREEDY), None)))
        lists = button(t(ROOM, "Import a list"), name="customers.import")
        lists.clicked.connect(self.open_import)
        add = button(t(ROOM, "New customer"), name="customers.add", icon="add")
        add.clicked.connect(self.add)
        if not self.desk.may_edit():
            lists.hide()
            add.hide()
        head = PageHead(t(ROOM, "Customers and vehicles"), "", lists, add)
        body = row(self.list, (area, 1), gap=12)
        self.setLayout(column(head, (body, 1), margins=(20, 12, 12, 8), gap=10))
        self.setFocusProxy(self.list)
        self._file.hide()
        self.list.chosen.connect(self._load)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave more to the file when the window is narrow."""
        super().resizeEvent(event)
        self.list.setFixedWidth(_LIST if self.width() >= _NARROW else _SHORT_LIST)

    def refresh(self) -> None:
        """Read the list and the shown file anew."""
        self.list.load()
        self._load()

    def data_changed(self, changes: tuple[Change, ...]) -> None:
        """Follow changes of customers, vehicles and complaints."""
        if any(change.table in _TABLES for change in changes):
            self.refresh()

    def show_customer(self, customer_id: int) -> None:
        """Show a customer, whether the list has the line or not."""
        self.list.show_key((customer_id, 0))
        self._load()

    def add(self) -> None:
        """Ask for a new customer and show it."""
        added = ask_new(self.desk, self)
        if added:
            self.show_customer(added)

    def open_import(self) -> None:
        """Go to the import of the settings."""
        self.ctx.events.page_wanted.emit("settings.imports")

    def _load(self) -> None:
        customer_id, vehicle_id = self.list.key
        self.desk.file = directory.file_of(
            self.ctx.actor, customer_id=customer_id, vehicle_id=vehicle_id
        )
        self._file.setVisible(self.desk.file is not None)
        for card in self._cards:
            card.load()
