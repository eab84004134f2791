"""Writing the options: prepared in their order, approved where needed, dropped."""

from __future__ import annotations

from typing import Any

from models.casework.approval.commands import ask_approval, void
from models.casework.case.editing import (
    add_row,
    case_command,
    change_row,
    remove_row,
    row_of,
    rows_of,
)
from models.casework.case.tables import Case, Demand
from models.kernel.command import Done, Values, Work
from models.kernel.errors import Invalid, NotPossible
from resources.texts import Message

from .fields import ASK_FIELDS, EDITABLE_IN, OPTION_FIELDS, ORDER_FIELDS
from .promise import SUBJECT, accepted_besides
from .rules import DROPPED, PREPARED, PRICED_KINDS, numbers
from .tables import Option

_TERMS = ("text", "kinds", "amount", "cost_bearer")


@case_command(
    "negotiation.add_option",
    permission="case.negotiate",
    specs=OPTION_FIELDS,
    editable_in=EDITABLE_IN,
)
def add_option(work: Work, case: Case, values: Values) -> Done:
    """Prepare an option behind the others (G01, G05, G11, G19-G28)."""
    _check(case, values)
    ranks = [row["rank"] for row in rows_of(Option, case.id)]
    return _done(case, add_row(work, case, Option, values | {"rank": max(ranks, default=0) + 1}))


@case_command(
    "negotiation.change_option",
    permission="case.negotiate",
    specs=OPTION_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def change_option(work: Work, case: Case, values: Values) -> Done:
    """Change a prepared option; an approval of the earlier terms no longer counts."""
    row = _prepared(case, values)
    _check(case, {key: getattr(row, key) for key in ("kinds", "amount", "covers")} | values)
    differs = any(key in values and values[key] != getattr(row, key) for key in _TERMS)
    row = change_row(work, case, Option, values)
    if differs:
        void(work, case, SUBJECT, row.no)
    return _done(case, row)


@case_command("negotiation.remove_option", permission="case.negotiate", editable_in=EDITABLE_IN)
def remove_option(work: Work, case: Case, values: Values) -> Done:
    """Take out an option that was never offered."""
    _prepared(case, values)
    row = remove_row(work, case, Option, values)
    void(work, case, SUBJECT, row.no)
    return _done(case, row)


@case_command("negotiation.drop_option", permission="case.negotiate", editable_in=EDITABLE_IN)
def drop_option(work: Work, case: Case, values: Values) -> Done:
    """Take an option off the table, also one that was offered or accepted."""
    row = row_of(case, Option, values)
    work.change(row, {"state": DROPPED}, values.get("version"))
    void(work, case, SUBJECT, row.no)
    return _done(case, row)


@case_command(
    "negotiation.rank_options",
    permission="case.negotiate",
    specs=ORDER_FIELDS,
    editable_in=EDITABLE_IN,
)
def rank_options(work: Work, case: Case, values: Values) -> Done:
    """Put the options in the order of ``order``, the best first; the rest follows as it was."""
    wanted = numbers(values["order"])
    rows: list[Any] = [row_of(case, Option, {"no": no}) for no in wanted]
    listed = sorted(rows_of(Option, case.id), key=lambda row: row["rank"])
    rest = [row["no"] for row in listed if row["no"] not in wanted]
    rows += [row_of(case, Option, {"no": no}) for no in rest]
    for rank, row in enumerate(rows, start=1):
        work.change(row, {"rank": rank})
    return Done(case.case_no, 0, case.id, case.version)


@case_command(
    "negotiation.ask_approval",
    permission="case.negotiate",
    specs=ASK_FIELDS,
    editable_in=EDITABLE_IN,
)
def ask_option_approval(work: Work, case: Case, values: Values) -> Done:
    """Ask for approval of an option by its number, with its own amount and text (G12)."""
    row = row_of(case, Option, values)
    request = {
        "subject_kind": SUBJECT,
        "subject_no": row.no,
        "amount": row.amount or 0,
        "text": values["request_text"] or row.text,
    }
    return ask_approval(work, case, request, committed=accepted_besides(case, row))


def _prepared(case: Case, values: Values) -> Any:
    row = row_of(case, Option, values)
    if row.state != PREPARED:
        raise NotPossible(
            Message(
                "negotiation",
                "Option {no} was already offered and stays as it was. Prepare a new one.",
                no=row.no,
            )
        )
    return row


def _check(case: Case, values: Values) -> None:
    problems = {}
    if not values["amount"] and PRICED_KINDS & set(values["kinds"].split(",")):
        problems["negotiation.option.amount"] = Message(
            "negotiation", "Say what it costs: the amount decides who may promise it."
        )
    known = {row["no"] for row in rows_of(Demand, case.id)}
    parts = [part for part in values["covers"].split(",") if part]
    unknown = [part for part in parts if not part.isdigit() or int(part) not in known]
    if unknown:
        problems["negotiation.option.covers"] = Message(
            "negotiation",
            "There is no demand {unknown} in this case; its demands are: {known}.",
            unknown=", ".join(unknown),
            known=", ".join(str(no) for no in sorted(known)) or "–",
        )
    if problems:
        raise Invalid(problems)


def _done(case: Case, row: Option) -> Done:
    return Done(case.case_no, row.no, row.id, row.version)
