"""``cases``: the list of cases; the last row carries the cursor of the next page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.fields import LEVELS, STATES
from models.casework.case.listing import SORTS, Filter, page

from .answer import Answer
from .numbers import count
from .subcommand import SubCommand

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from models.casework.case.queries import CaseHead, DueView

    from .session import Session


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--state", action="append", choices=STATES, default=[])
    parser.add_argument("--level", action="append", choices=LEVELS, default=[])
    parser.add_argument("--open", action="store_true", dest="open_only")
    parser.add_argument("--sort", choices=tuple(SORTS), default="received_at")
    parser.add_argument("--after", default="", metavar="CURSOR")
    parser.add_argument("--limit", type=count, default=50, metavar="N")


def _run(session: Session) -> Answer:
    args = session.args
    wanted = Filter(
        states=tuple(args.state), levels=tuple(args.level), open_only=bool(args.open_only)
    )
    found = page(session.actor, wanted, sort=args.sort, after=args.after, limit=args.limit)
    last = len(found.rows) - 1
    return Answer(
        [
            row_of(case) | {"cursor": found.cursor if number == last else ""}
            for number, case in enumerate(found.rows)
        ]
    )


def row_of(case: CaseHead) -> dict[str, Any]:
    """Return a case as a row of the list."""
    return {
        "case_no": case.case_no,
        "state": case.state,
        "hold": case.hold,
        "stage": case.stage,
        "level": case.level,
        "channel": case.channel,
        "received_at": case.received_at,
        "customer": case.customer_name,
        "plate_no": case.plate_no,
        "vin": case.vin,
        "owner": case.owner,
        "department": case.department,
        "repeat_no": case.repeat_no,
        "dues": [due_of(due) for due in case.dues if due.met_at is None],
        "last_contact_at": case.last_contact_at,
        "closed_at": case.closed_at,
        "outcome": case.outcome,
    }


def due_of(due: DueView) -> dict[str, Any]:
    """Return a running clock."""
    return {
        "kind": due.kind,
        "due_at": due.due_at,
        "legal": due.legal,
        "paused": due.paused,
        "minutes_left": due.minutes_left,
    }


CASES = SubCommand("cases", "lists cases, page by page", _run, _arguments)
