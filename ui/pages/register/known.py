"""Beside the registration form: the known customer with vehicles, and what was wrong before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from models.casework.case import listing
from models.dealership.parties.queries import customer_card
from ui.shell.theme import font
from ui.shell.tip import tip
from ui.widgets.badge import Tag
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.ink import metrics
from ui.widgets.label import label
from ui.widgets.layout import column, row, surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.casework.case.queries import CaseHead
    from models.dealership.parties.matching import CustomerMatch
    from models.dealership.parties.queries import VehicleView
    from ui.pages.labels import Labels
    from ui.shell.context import AppContext

_MOST_FAULTS = 6
_LINK_WIDTH = 226


class KnownCustomer(QWidget):
    """Offers the customers that what was typed may mean; a click takes one over."""

    taken = Signal(object, object)
    case_wanted = Signal(str)

    def __init__(self, ctx: AppContext, labels: Labels) -> None:
        """Begin with nobody."""
        super().__init__()
        self._ctx, self._labels, self.t = ctx, labels, ctx.texts
        self._body = column(gap=8)
        self.setLayout(self._body)
        self.earlier: list[CaseHead] = []
        self.show_matches(())

    def show_matches(self, matches: Sequence[CustomerMatch]) -> None:
        """Show who may be calling; one match alone shows everything known of it."""
        self.earlier = []
        cards: list[QWidget] = []
        for found in matches:
            cards.append(self._card(found))
        if len(matches) == 1:
            cards.append(self._faults(matches[0]))
        if not matches:
            hint = self.t("register", "A known customer shows here while you type.")
            cards.append(label(hint, "caption", wrap=True))
        self._replace(cards)

    def _card(self, found: CustomerMatch) -> Card:
        known = found.customer
        name = known.name if known else self.t("register", "Vehicle without a known customer")
        card = Card(name or (known.phone if known else ""))
        if known is not None and known.key_customer:
            cars = len(found.vehicles)
            card.add_to_head(
                Tag(self.t("register", "Key customer, {cars} cars", cars=cars), icon="star")
            )
        if known is not None and known.key_reason:
            card.add(label(known.key_reason, "caption", wrap=True))
        if known is not None and known.wants_to_buy:
            words = self.t("register", "Wants to buy {count} more", count=known.wants_to_buy)
            card.add(label(words, "caption"))
        for vehicle in found.vehicles or (None,):
            card.add(self._take_button(found, vehicle))
        return card

    def _take_button(self, found: CustomerMatch, vehicle: VehicleView | None) -> QWidget:
        t = self.t
        if vehicle is None:
            words = t("register", "Take over the customer")
        else:
            plate = self._labels.plate(vehicle.plate_no) or vehicle.vin
            words = " ".join(filter(None, (plate, vehicle.brand, vehicle.model)))
        name = f"register.take.{vehicle.id if vehicle else 'customer'}"
        made = _link(words, name, icon="vehicle_car")
        made.setFont(font("body", halt=True))
        made.clicked.connect(lambda _on=False: self.taken.emit(found.customer, vehicle))
        if vehicle is None:
            return made
        facts = []
        if vehicle.invoice_date:
            facts.append(t("register", "bought {day}", day=vehicle.invoice_date))
        if vehicle.odometer_km is not None:
            facts.append(f"{vehicle.odometer_km:,} km")
        note = label("，".join(facts), "caption")
        return surface(column(made, row(34, note), gap=0))

    def _faults(self, found: CustomerMatch) -> Card:
        customer_id = found.customer.id if found.customer else 0
        vehicle_id = found.vehicles[0].id if not customer_id else 0
        self.earlier = listing.earlier_cases(
            self._ctx.actor, customer_id=customer_id, vehicle_id=vehicle_id
        )
        repairs = self._repairs(customer_id)
        count = len(self.earlier) + len(repairs)
        caption = self.t("register", "{count} times", count=count) if count else ""
        card = Card(self.t("register", "Earlier problems"), caption=caption)
        for case in self.earlier[:_MOST_FAULTS]:
            card.add(self._case_line(case))
        for words in repairs[:_MOST_FAULTS]:
            card.add(label(words, "caption", wrap=True))
        if not count:
            card.add(label(self.t("register", "None known."), "caption"))
        return card

    def _case_line(self, case: CaseHead) -> QWidget:
        link = _link(case.subject, f"register.case.{case.case_no}")
        link.clicked.connect(lambda _on=False, no=case.case_no: self.case_wanted.emit(no))
        when = self._labels.moment(case.received_at)
        plate = self._labels.plate(case.plate_no)
        state = self.t("case", f"state {case.state}")
        return surface(column(link, row(8, label(f"{when} {plate} {state}", "caption")), gap=0))

    def _repairs(self, customer_id: int) -> list[str]:
        card = customer_card(customer_id) if customer_id else None
        if card is None:
            return []
        return [
            f"{self._labels.moment(order.confirmed_at)} "
            f"{self._labels.plate(owned.vehicle.plate_no)} {order.symptom}"
            for owned in card.vehicles
            for order in owned.repair_orders
        ]

    def _replace(self, cards: list[QWidget]) -> None:
        while (item := self._body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for card in cards:
            self._body.addWidget(card)
        self._body.addStretch(1)


def _link(words: str, name: str, *, icon: str = "") -> QPushButton:
    """Return a link that ends in … where the card ends; its hint has the whole."""
    fitting = metrics().elidedText(words, Qt.TextElideMode.ElideRight, _LINK_WIDTH)
    made = button(fitting, "link", place="row", name=name, icon=icon)
    made.setAccessibleName(words)
    made.setToolTip(tip(words) if fitting != words else "")
    return made
