"""``search``: where a text occurs in the cases."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from models.casework.case.finding import find

from .answer import Answer
from .numbers import count
from .subcommand import SubCommand

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from .session import Session


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT")
    parser.add_argument("--limit", type=count, default=50, metavar="N")


def _run(session: Session) -> Answer:
    actor = session.actor
    begun = time.perf_counter()
    found = find(actor, session.args.text, limit=session.args.limit)
    passed = round((time.perf_counter() - begun) * 1000)
    hits = [{"case_no": h.case_no, "field": h.field, "excerpt": h.excerpt} for h in found.hits]
    return Answer({"hits": hits, "total": found.total, "milliseconds": passed})


SEARCH = SubCommand("search", "finds a text in the cases", _run, _arguments)
