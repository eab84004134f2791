"""Customers among the hits of the search in the top bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.kernel.fields.phone import mask_phone
from models.kernel.fields.plate import show_plate
from ui.window.frame import Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.dealership.parties.matching import CustomerMatch
    from models.dealership.parties.queries import CustomerView, VehicleView
    from resources.texts import Texts

CUSTOMER = "customer:"


def customer_hits(texts: Texts, found: Sequence[CustomerMatch]) -> list[Hit]:
    """Return customers as lines under the search field; vehicles of nobody are passed over."""
    return [_hit(texts, one.customer, one.vehicles) for one in found if one.customer]


def _hit(texts: Texts, known: CustomerView, vehicles: Sequence[VehicleView]) -> Hit:
    plates = [show_plate(car.plate_no) or car.vin for car in vehicles]
    about = (
        texts("customers", "Customer"),
        known.name,
        mask_phone(known.phone) if known.phone else "",
        *plates,
    )
    return Hit(f"{CUSTOMER}{known.id}", "  ".join(filter(None, about)))
