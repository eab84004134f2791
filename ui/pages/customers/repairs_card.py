"""The repair orders of a customer's vehicles: what was reported, found and done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.dealership.parties.fields import REPAIR_ORDER_FIELDS
from models.dealership.parties.workshop import add_repair_order, change_repair_order
from ui.forms.rows_model import Column
from ui.forms.rows_table import RowsTable
from ui.widgets.card import Card

from .desk import ROOM

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from models.dealership.parties.queries import RepairOrderView

    from .desk import CustomerDesk

_ORDER = tuple(spec for spec in REPAIR_ORDER_FIELDS if spec.key != "vehicle")
_LAYOUT = (
    ("order_no", "odometer_km"),
    ("confirmed_at", "completed_at"),
    ("symptom",),
    ("finding",),
    ("work",),
    ("parts",),
    ("paid_fen", "warranty"),
)


class RepairsCard(Card):
    """``customers.repair`` lists them, the newest first; ``chosen_car`` gets the new ones."""

    def __init__(self, desk: CustomerDesk, chosen_car: Callable[[], int]) -> None:
        """Make the card without orders."""
        super().__init__(desk.t(ROOM, "Repair orders"))
        self._desk, t = desk, desk.t
        self._chosen_car = chosen_car
        columns = (
            Column("when", t("parties", "Repair agreed at")),
            Column("plate", t("parties", "Plate")),
            Column("order_no", t("parties", "Order number")),
            Column("told", t("parties", "What the customer reported"), stretch=True),
            Column("km", t("parties", "Mileage (km)"), right=True),
        )
        self.rows = RowsTable(
            "customers.repair",
            columns,
            t,
            empty=t(ROOM, "No repair order is known yet."),
            add=t(ROOM, "Add a repair order"),
            buttons_below=False,
        )
        for made in self.rows.buttons:
            self.add_to_head(made)
        self.rows.add_wanted.connect(self.add_order)
        self.rows.edit_wanted.connect(self.edit)
        self.add(self.rows)

    def load(self) -> None:
        """Show the orders of all vehicles of the desk."""
        found = self._desk.file.vehicles if self._desk.file else ()
        orders = [(one.vehicle.plate_no, order) for one in found for order in one.repair_orders]
        orders.sort(key=lambda line: line[1].confirmed_at, reverse=True)
        self.set_caption(f"{len(orders):,}" if orders else "")
        self.rows.set_rows([self._line(plate, order) for plate, order in orders])
        self.rows.set_editable(self._desk.may_edit())
        add, _edit, remove = self.rows.buttons
        add.setVisible(self._desk.may_edit() and bool(found))
        remove.hide()

    def _line(self, plate: str, order: RepairOrderView) -> dict[str, Any]:
        return {
            "when": self._desk.labels.moment(order.confirmed_at),
            "plate": self._desk.labels.plate(plate) or "—",
            "order_no": order.order_no or "—",
            "told": " ".join(order.symptom.split()),
            "km": "—" if order.odometer_km is None else f"{order.odometer_km:,}",
            "order": order,
        }

    def add_order(self) -> None:
        """Ask for a new order of the chosen vehicle."""
        car = self._chosen_car()
        if car:
            title = self._desk.t(ROOM, "New repair order, {car}", car=self._desk.car(car))
            self._desk.ask(self, title, _ORDER, _LAYOUT, add_repair_order, vehicle=car)

    def edit(self, chosen: Mapping[str, Any]) -> None:
        """Ask for other facts of an order."""
        order: RepairOrderView = chosen["order"]
        self._desk.ask(
            self,
            self._desk.t(ROOM, "Repair order, {car}", car=self._desk.car(order.vehicle_id)),
            _ORDER,
            _LAYOUT,
            change_repair_order,
            stored=order._asdict(),
            id=order.id,
            version=order.version,
        )
