"""Writing the plan and the rounds; a round is a contact and may offer an option."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.contacts import record_contact
from models.casework.case.editing import add_row, case_command, row_of, rows_of
from models.kernel.command import Done, Values, Work, confirm
from models.kernel.db import FAR_FUTURE, alive
from models.kernel.errors import Invalid, NotPossible
from resources.texts import Message

from .fields import EDITABLE_IN, OFFERED_IN, PLAN_FIELDS, ROUND_FIELDS
from .promise import refuse_beyond_authority
from .rules import ACCEPTED, DROPPED, OFFERED, REFUSED, beyond_limit
from .tables import Option, Plan, Round

if TYPE_CHECKING:
    from models.casework.case.tables import Case

_OUTCOME = {"accepted": ACCEPTED, "rejected": REFUSED, "persuasion_failed": REFUSED}


@case_command(
    "negotiation.save_plan",
    permission="case.negotiate",
    specs=PLAN_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def save_plan(work: Work, case: Case, values: Values) -> Done:
    """Save the five questions, the limits of both sides and the negotiator (G06, G13, G18)."""
    row = Plan.get_or_none(Plan.case == case, alive(Plan))
    if row is None or "negotiator" in values:
        values["negotiator"] = values.get("negotiator") or work.actor.login
    if row is None:
        row = add_row(work, case, Plan, values)
    else:
        columns = {k: v for k, v in values.items() if k not in {"no", "version", "confirmed"}}
        work.change(row, columns, values.get("version"))
    return Done(case.case_no, row.no, row.id, row.version)


@case_command(
    "negotiation.add_round",
    permission="case.negotiate",
    specs=ROUND_FIELDS,
    editable_in=OFFERED_IN,
)
def add_round(work: Work, case: Case, values: Values) -> Done:
    """Record a talk (G04, G08, G29-G32, G38): it is a contact, and it moves the option offered."""
    option = _offered(work, case, values)
    values["at"] = values["at"] or work.now
    values["by"] = values["by"] or work.actor.login
    values["option_no"] = option.no if option else 0
    contact = record_contact(work, case, _contact(values))
    row = add_row(work, case, Round, values | {"contact_no": contact.no})
    if option:
        _move(work, option, values)
    return Done(case.case_no, row.no, row.id, row.version)


def _offered(work: Work, case: Case, values: Values) -> Any:
    if not values["option_no"]:
        if values["result"] == "accepted":
            raise Invalid(
                {
                    "negotiation.round.option_no": Message(
                        "negotiation",
                        "Say which option was accepted. Put the customer's own proposal down "
                        "as an option first: it needs the same authority.",
                    )
                }
            )
        return None
    option = row_of(case, Option, {"no": values["option_no"]})
    if option.state == DROPPED:
        raise NotPossible(
            Message("negotiation", "Option {no} was dropped. Choose another one.", no=option.no)
        )
    refuse_beyond_authority(work, case, option)
    plan = next(iter(rows_of(Plan, case.id)), {})
    doubt = beyond_limit(plan, option.amount or 0)
    if doubt is not None and option.offered_at == FAR_FUTURE:
        confirm(values, doubt)
    return option


def _contact(values: Values) -> Values:
    same = ("at", "way", "place", "with_whom", "mood", "next_at")
    return {key: values[key] for key in same} | {
        "direction": "out",
        "purpose": "offer" if values["option_no"] else "negotiate",
        "handler": values["by"],
        "summary": values["words"],
    }


def _move(work: Work, option: Any, values: Values) -> None:
    columns: Values = {"state": _OUTCOME.get(values["result"], OFFERED)}
    if option.offered_at == FAR_FUTURE:
        columns |= {"offered_at": values["at"], "offered_by": work.actor.login}
    work.change(option, columns)
