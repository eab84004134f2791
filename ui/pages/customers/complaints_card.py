"""All complaints of a customer, or about a vehicle; each opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case import listing
from ui.forms.rows_model import Column
from ui.forms.rows_table import RowsTable
from ui.pages.cases.columns import number_of, state_of
from ui.widgets.badge import state_text
from ui.widgets.card import Card

from .desk import ROOM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.casework.case.queries import CaseHead

    from .desk import CustomerDesk

_MOST = 200


class ComplaintsCard(Card):
    """``customers.complaint`` lists them, the newest first; Enter opens one."""

    def __init__(self, desk: CustomerDesk) -> None:
        """Make the card without complaints."""
        super().__init__(desk.t(ROOM, "Complaints"))
        self._desk, t = desk, desk.t
        columns = (
            Column("when", t(ROOM, "Received")),
            Column("level", t(ROOM, "Level")),
            Column("state", t(ROOM, "State")),
            Column("subject", t(ROOM, "Subject"), stretch=True),
            Column("number", t(ROOM, "Number")),
        )
        empty = t(ROOM, "No complaint of this customer.")
        self.rows = RowsTable("customers.complaint", columns, t, empty=empty)
        self.rows.edit_wanted.connect(self._open)
        self.add(self.rows)

    def load(self) -> None:
        """Show the complaints of the customer, or of the vehicle that nobody owns."""
        found = self._read()
        self.set_caption(f"{len(found):,}" if found else "")
        self.rows.set_rows([self._line(head) for head in found])
        for made in self.rows.buttons:
            made.hide()

    def _read(self) -> list[CaseHead]:
        file, actor = self._desk.file, self._desk.ctx.actor
        if file is None:
            return []
        if file.customer is not None:
            return listing.earlier_cases(actor, customer_id=file.customer.id, limit=_MOST)
        car = file.vehicles[0].vehicle
        return listing.earlier_cases(actor, vehicle_id=car.id, limit=_MOST)

    def _line(self, head: CaseHead) -> dict[str, Any]:
        t, labels = self._desk.t, self._desk.labels
        return {
            "when": labels.moment(head.received_at),
            "level": labels.code("level", head.level),
            "state": state_text(*state_of(t, head)),
            "subject": " ".join(head.subject.split()),
            "number": number_of(t, head),
            "case_no": head.case_no,
        }

    def _open(self, chosen: Mapping[str, Any]) -> None:
        self._desk.ctx.events.case_wanted.emit(chosen["case_no"], "")
