"""``verify``: whether the store is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.documents.queries import damaged
from models.flow.registry import all_commands
from models.kernel.audit import ChainReport
from models.kernel.db import DATABASE_FILE
from models.kernel.dbfile import check_integrity
from models.kernel.errors import EnvironmentTrouble
from models.kernel.files import FileReport
from models.kernel.trouble import trouble_as_sentences
from models.kernel.verify import Report, SearchReport, verify
from resources.texts import Message

from .answer import DAMAGE, Answer
from .subcommand import SubCommand

if TYPE_CHECKING:
    from .session import Session


def _run(session: Session) -> Answer:
    store = session.store
    all_commands()  # with every room imported, every table that can be searched is known
    try:
        with trouble_as_sentences(store.folder):
            report, papers = verify(store), damaged()
    except EnvironmentTrouble:
        damage = check_integrity(store.folder / DATABASE_FILE)
        if not damage:
            raise
        report, papers = _unreadable(damage), []
    ok = report.ok and not papers
    found = {"ok": ok, **report._asdict(), "papers": papers}
    return Answer(found) if ok else Answer(found, DAMAGE, _DAMAGED)


_DAMAGED = Message(
    "console", "The store is damaged. Keep a copy of its folder, then restore the newest backup."
)


def _unreadable(found: list[str]) -> Report:
    """Return the report of a database in which nothing more can be read."""
    return Report(found, ChainReport(0, []), FileReport([], [], []), SearchReport(0, 0))


VERIFY = SubCommand("verify", "checks whether the store is whole", _run)
