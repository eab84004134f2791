"""``import``: takes a list of another program in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.outlook.exchange.importing import (
    DUPLICATE,
    IN,
    REFUSED,
    WARNED,
    Imported,
    import_file,
)
from models.outlook.exchange.report import write_report

from .answer import Answer
from .session import target
from .subcommand import SubCommand

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from .session import Session

_MOST_PROBLEMS = 100


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND")
    parser.add_argument("file", type=target, metavar="FILE")
    parser.add_argument("--dry-run", action="store_true", dest="dry_run")
    parser.add_argument("--report", type=target, default=None, metavar="OUT.xlsx")


def _run(session: Session) -> Answer:
    args = session.args
    imported = import_file(session.actor, args.kind, args.file, dry_run=args.dry_run)
    if args.report is not None:
        write_report(imported, args.report, session.texts)
    return Answer(_told(imported))


def _told(imported: Imported) -> dict[str, Any]:
    problems = [one for one in imported.outcomes if one.sentences][:_MOST_PROBLEMS]
    return {
        "rows": len(imported.outcomes),
        "in": imported.count(IN, WARNED),
        "warned": imported.count(WARNED),
        "refused": imported.count(REFUSED),
        "duplicates": imported.count(DUPLICATE),
        "dry_run": imported.dry_run,
        "unknown_columns": imported.unknown,
        "problems": [
            {"row": one.row.number, "outcome": one.outcome, "reasons": list(one.sentences)}
            for one in problems
        ],
    }


IMPORT = SubCommand("import", "takes a list of another program in", _run, _arguments)
