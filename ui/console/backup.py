"""``backup`` and ``restore``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.dealership.office.queries import exists
from models.kernel.backup import BackupInfo, back_up
from models.kernel.db import DATABASE_FILE, folder_of, open_store
from models.kernel.errors import EnvironmentTrouble
from models.kernel.restore import note_restored, restore

from .answer import Answer
from .session import target
from .subcommand import SubCommand

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from pathlib import Path

    from models.kernel.actor import Actor

    from .session import Session


def _file(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")


def _backup(session: Session) -> Answer:
    return _answer(back_up(session.actor, session.store, target(session.args.file)))


def _restore_arguments(parser: ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--replace", action="store_true")


def _restore(session: Session) -> Answer:
    folder = folder_of(session.place)
    actor = _who_replaces(session, folder)
    info = restore(
        target(session.args.file),
        folder,
        now=session.clock(),
        replace=session.args.replace,
    )
    if actor is not None:
        _ = session.store
        note_restored(actor, info)
    return _answer(info)


def _who_replaces(session: Session, folder: Path) -> Actor | None:
    """Return who may replace the store that is there; a damaged one can ask nobody."""
    if not (folder / DATABASE_FILE).exists():
        return None
    try:
        open_store(folder).close()
    except EnvironmentTrouble:
        return None
    actor = session.actor if _in_use(session) else None
    if actor is not None:
        actor.require("store.restore")
    session.forget()
    return actor


def _in_use(session: Session) -> bool:
    _ = session.store
    return exists()


def _answer(info: BackupInfo) -> Answer:
    return Answer(
        {
            "file": info.path,
            "made_at": info.made_at,
            "counts": info.counts,
            "files": info.files,
            "missing": info.missing,
        }
    )


ALL = (
    SubCommand("backup", "writes the store with its attachments into one file", _backup, _file),
    SubCommand("restore", "brings a backup back", _restore, _restore_arguments),
)
