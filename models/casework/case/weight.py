"""Marking the customer of a case as one whose loss weighs heavily (A15)."""

from __future__ import annotations

from models.dealership.parties.commands import set_key_customer
from models.dealership.parties.fields import KEY_CUSTOMER_FIELDS
from models.kernel.command import Done, Values, Work
from models.kernel.db import alive
from models.kernel.errors import NotPossible
from resources.texts import Message

from .editing import EVERY_STATE, case_command
from .fields import LOCKED
from .tables import Case

KEY_FIELDS = tuple(spec for spec in KEY_CUSTOMER_FIELDS if spec.key != "id")


@case_command(
    "case.mark_key_customer",
    permission="complaint.edit",
    specs=KEY_FIELDS,
    editable_in=EVERY_STATE - LOCKED,
)
def mark_key_customer(work: Work, case: Case, values: Values) -> Done:
    """Mark the customer with the reason, or take the mark away; every case of theirs shows it."""
    if not case.customer_id:
        raise NotPossible(
            Message(
                "case",
                "Nobody is known behind this case yet. Enter a name or a phone number first.",
            )
        )
    told = {spec.key: values[spec.key] for spec in KEY_FIELDS}
    set_key_customer(work.actor, told | {"id": case.customer_id})
    theirs = Case.select().where(
        Case.branch_id == case.branch_id, Case.customer_id == case.customer_id, alive(Case)
    )
    for one in theirs:
        if one.key_customer != told["key_customer"]:
            work.change(one, {"key_customer": told["key_customer"]})
    return Done(case.case_no, 0, case.id, case.version)
