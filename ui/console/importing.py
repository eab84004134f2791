"""``import``: takes a list of another program in, or writes the empty form of one."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from models.dealership.parties.from_lists.rows import ADDED, CHANGED, SAME
from models.kernel.progress import Progress
from models.outlook.exchange.importing import REFUSED, Imported, import_file
from models.outlook.exchange.report import write_report
from models.outlook.exchange.template import write_template
from resources.texts import Message

from .answer import DONE, Answer
from .answer import REFUSED as NOT_DONE
from .session import target
from .subcommand import SubCommand

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator

    from .session import Session

_MOST_PROBLEMS = 100


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND")
    parser.add_argument("file", type=target, metavar="FILE")
    parser.add_argument("--dry-run", action="store_true", dest="dry_run")
    parser.add_argument("--report", type=target, default=None, metavar="OUT.xlsx")
    parser.add_argument("--template", action="store_true")


def _run(session: Session) -> Answer:
    args = session.args
    if args.template:
        write_template(session.actor, args.kind, args.file, session.texts)
        return Answer({"kind": args.kind, "template": str(args.file)})
    actor = session.actor
    with _told_and_stopped() as progress:
        imported = import_file(actor, args.kind, args.file, dry_run=args.dry_run, progress=progress)
    if args.report is not None:
        write_report(imported, args.report, session.texts)
    if imported.stopped:
        return Answer(_told(imported), NOT_DONE, _stopped(imported))
    return Answer(_told(imported), DONE)


@contextmanager
def _told_and_stopped() -> Iterator[Progress]:
    """Tell on a terminal how far it is; Ctrl+C ends it after the rows under way."""
    asked = []

    def report(done: int, total: int) -> None:
        if sys.stderr is not None and sys.stderr.isatty():
            sys.stderr.write(f"\r{done:,} / {total:,}" + ("\n" if done == total else ""))
            sys.stderr.flush()

    before = signal.signal(signal.SIGINT, lambda *_: asked.append(True))
    try:
        yield Progress(report, lambda: bool(asked))
    finally:
        signal.signal(signal.SIGINT, before)


def _stopped(imported: Imported) -> Message:
    return Message(
        "exchange",
        "Stopped after {done:,} of {rows:,} rows. Import the same list again to go on.",
        done=len(imported.outcomes),
        rows=len(imported.table.rows),
    )


def _told(imported: Imported) -> dict[str, Any]:
    troubled = [one for one in imported.outcomes if one.sentences]
    problems = sorted(troubled, key=lambda one: one.fate != REFUSED)[:_MOST_PROBLEMS]
    return {
        "rows": len(imported.table.rows),
        "in": imported.count(ADDED, CHANGED),
        "warned": imported.doubted,
        "refused": imported.count(REFUSED),
        "duplicates": imported.count(SAME),
        "added": imported.count(ADDED),
        "changed": imported.count(CHANGED),
        "stopped": imported.stopped,
        "dry_run": imported.dry_run,
        "unknown_columns": imported.unknown,
        "problems": [
            {"row": one.row.number, "outcome": one.fate, "reasons": list(one.sentences)}
            for one in problems
        ],
    }


IMPORT = SubCommand("import", "takes a list of another program in", _run, _arguments)
