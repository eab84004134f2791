"""The vehicles of a customer, now and before, who else owned them, and the verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.dealership.parties.commands import add_vehicle_of, change_vehicle, end_ownership
from models.dealership.parties.fields import (
    END_OWNERSHIP_FIELDS,
    OWNED_VEHICLE_FIELDS,
    VEHICLE_FIELDS,
)
from ui.forms.rows_model import Column
from ui.forms.rows_table import RowsTable
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.layout import row

from .desk import ROOM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.dealership.parties.directory import Owner
    from models.dealership.parties.queries import OwnedVehicle

    from .desk import CustomerDesk

_LAYOUT = (
    ("plate_no", "vin"),
    ("brand", "model"),
    ("spec", "engine_no"),
    ("production_date", "batch_no"),
    ("invoice_date", "delivery_date"),
    ("odometer_km", "use_kind"),
    ("powertrain", "sold_by_us"),
    ("note",),
)
_NEW = tuple(spec for spec in OWNED_VEHICLE_FIELDS if spec.key != "customer")
_UNTIL = tuple(spec for spec in END_OWNERSHIP_FIELDS if spec.key == "until")


class VehiclesCard(Card):
    """``customers.vehicle`` lists them; ``customers.vehicle_sold`` ends being the owner."""

    def __init__(self, desk: CustomerDesk) -> None:
        """Make the card without vehicles."""
        super().__init__(desk.t(ROOM, "Vehicles"))
        self._desk, t = desk, desk.t
        columns = (
            Column("plate", t("parties", "Plate")),
            Column("car", t("parties", "Model"), stretch=True),
            Column("vin", "VIN"),
            Column("km", t("parties", "Mileage (km)"), right=True),
            Column("bought", t(ROOM, "Bought")),
            Column("standing", t(ROOM, "Relation")),
        )
        empty = t(ROOM, "No vehicle is known yet.")
        self.rows = RowsTable(
            "customers.vehicle",
            columns,
            t,
            empty=empty,
            add=t(ROOM, "Add a vehicle"),
            buttons_below=False,
        )
        for made in self.rows.buttons:
            self.add_to_head(made)
        self.rows.add_wanted.connect(self.add_vehicle)
        self.rows.edit_wanted.connect(self.edit)
        self.rows.chosen.connect(self._follow)
        self._owners = label("", "caption", name="customers.owners", wrap=True)
        self._sold = button(t(ROOM, "No longer the owner"), "small", name="customers.vehicle_sold")
        self._sold.clicked.connect(self.sell)
        self.add(self.rows, self._owners, row(self._sold, None))

    def load(self) -> None:
        """Show the vehicles of the desk."""
        found = self._desk.file.vehicles if self._desk.file else ()
        self.rows.set_rows([self._line(one) for one in found])
        self.rows.set_editable(self._desk.may_edit())
        add, _edit, remove = self.rows.buttons
        add.setVisible(self._desk.may_edit() and bool(self._desk.customer_id))
        remove.hide()
        if self.rows.chosen_row() is None and found:
            self.rows.choose(0)
        self._follow(self.rows.chosen_row())

    def _line(self, one: OwnedVehicle) -> dict[str, Any]:
        car, labels = one.vehicle, self._desk.labels
        return {
            "plate": labels.plate(car.plate_no) or "—",
            "car": " ".join(filter(None, (car.brand, car.model, car.spec))) or "—",
            "vin": car.vin or "—",
            "km": "—" if car.odometer_km is None else f"{car.odometer_km:,}",
            "bought": car.invoice_date or car.delivery_date or "—",
            "standing": self._standing(one.relation, one.since, one.until),
            "owned": one,
        }

    def _standing(self, relation: str, since: str, until: str) -> str:
        word = self._desk.labels.code("relation", relation) if relation else "—"
        if until:
            return self._desk.t(ROOM, "{relation} until {day}", relation=word, day=until)
        return (
            self._desk.t(ROOM, "{relation} since {day}", relation=word, day=since)
            if since
            else word
        )

    def _follow(self, chosen: Mapping[str, Any] | None) -> None:
        owned: OwnedVehicle | None = chosen["owned"] if chosen else None
        present = owned is not None and bool(owned.ownership_id) and not owned.until
        self._sold.setVisible(present and self._desk.may_edit())
        owners = (
            self._desk.file.owners.get(owned.vehicle.id, ()) if owned and self._desk.file else ()
        )
        others = [self._other(one) for one in owners if one.customer_id != self._desk.customer_id]
        names = "；".join(others)
        self._owners.setText(self._desk.t(ROOM, "Also: {names}", names=names) if names else "")
        self._owners.setVisible(bool(names))

    def _other(self, one: Owner) -> str:
        return f"{one.name} {self._standing(one.relation, one.since, one.until)}"

    def chosen_car(self) -> int:
        """Return the number of the chosen vehicle, 0 for none."""
        chosen = self.rows.chosen_row()
        return chosen["owned"].vehicle.id if chosen is not None else 0

    def add_vehicle(self) -> None:
        """Ask for a new vehicle of the customer."""
        self._desk.ask(
            self,
            self._desk.t(ROOM, "New vehicle"),
            _NEW,
            (*_LAYOUT[:-1], ("relation", "since"), *_LAYOUT[-1:]),
            add_vehicle_of,
            stored={"relation": "owner"},
            customer=self._desk.customer_id,
        )

    def edit(self, chosen: Mapping[str, Any]) -> None:
        """Ask for other facts of a vehicle."""
        car = chosen["owned"].vehicle
        self._desk.ask(
            self,
            self._desk.t(ROOM, "Change the vehicle"),
            VEHICLE_FIELDS,
            _LAYOUT,
            change_vehicle,
            stored=car._asdict(),
            id=car.id,
            version=car.version,
        )

    def sell(self) -> None:
        """Ask until when the customer was the owner."""
        chosen = self.rows.chosen_row()
        if chosen is not None:
            owned = chosen["owned"]
            title = self._desk.t(ROOM, "No longer the owner")
            self._desk.ask(self, title, _UNTIL, (("until",),), end_ownership, id=owned.ownership_id)
