"""Contacts with the customer: logged with mood; an apology stands apart from liability."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.kernel.command import Done, Values, Work
from models.kernel.db import FAR_FUTURE
from models.kernel.errors import Invalid
from resources.texts import Message

from . import clock
from .editing import EVERY_STATE, add_row, case_command
from .fields import CONTACT_FIELDS, LOCKED
from .tables import Case, Contact

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

INCOMING_COMPLAINT = "report"
EDITABLE_IN = EVERY_STATE - LOCKED - {"DRAFT"}
_UPSET = 4
_MEETS = {"answer": clock.ANSWER, "offer": clock.PLAN}


@case_command(
    "case.add_contact",
    permission="complaint.edit",
    specs=CONTACT_FIELDS,
    editable_in=EDITABLE_IN,
)
def add_contact(work: Work, case: Case, values: Values) -> Done:
    """Log a contact (C05, C06); its promise starts a clock, the first one stops the first."""
    return record_contact(work, case, values)


def record_contact(work: Work, case: Case, values: Values) -> Done:
    """Log a contact from a step of another room; ``values`` are already checked."""
    values = dict(values)
    values["at"] = at = values.get("at") or work.now
    values["handler"] = values.get("handler") or work.actor.login
    values.setdefault("reached", True)
    _check(values, at, work.now)
    row = add_row(work, case, Contact, values)
    if row.reached:
        _heard(work, case, row)
    return Done(case.case_no, row.no, row.id, row.version)


def _check(values: Values, at: int, now: int) -> None:
    promised = values.get("promised_at")
    if promised is not None and promised <= at:
        raise Invalid(
            {
                "case.contact.promised_at": Message(
                    "case", "The promised answer has to lie after the contact. Choose a later time."
                )
            }
        )
    if values.get("apology") and not values.get("reached"):
        raise Invalid(
            {
                "case.contact.apology": Message(
                    "case",
                    "An apology needs a customer who was reached. Mark the customer as reached "
                    "or leave the apology out.",
                )
            }
        )


def _heard(work: Work, case: Case, row: Contact) -> None:
    known = case.last_contact_at
    if known == FAR_FUTURE or row.at > known:
        work.change(case, {"last_contact_at": row.at})
    if row.purpose != INCOMING_COMPLAINT and case.first_response_at == FAR_FUTURE:
        work.change(case, {"first_response_at": row.at})
        clock.meet(work, case, clock.FIRST_RESPONSE, row.at)
    if row.purpose in _MEETS:
        clock.meet(work, case, _MEETS[row.purpose], row.at)
    if row.promised_at is not None:
        clock.promise(work, case, row.promised_at)


def last_mood(found: Sequence[Mapping[str, Any]]) -> int | None:
    """Return the customer's mood at the newest contact that noted one; contacts newest first."""
    return next((row["mood"] for row in found if row["mood"] is not None), None)


def needs_composure(found: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether the feeling comes before the matter: the customer was upset the last time."""
    mood = last_mood(found)
    return mood is not None and mood >= _UPSET
