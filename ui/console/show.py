"""``show``: everything of one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.outlook.dossier import dossier

from .answer import Answer
from .subcommand import SubCommand

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from .session import Session


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("case_no", metavar="CASE_NO")


def _run(session: Session) -> Answer:
    return Answer(dossier(session.actor, session.args.case_no))


SHOW = SubCommand("show", "shows everything of one case", _run, _arguments)
