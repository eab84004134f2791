"""Bringing a backup back: examined first, the store that was there set aside."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resources.texts import Message

from . import files
from .backup import MANIFEST, PROGRAM, STAMP, BackupInfo, info_of, name_of
from .command import unit_of_work
from .db import DATABASE_FILE, new_uid, refuse_unfit, schema_steps
from .dbfile import check_integrity, release
from .disk import discard, move, sync_file, sync_folder
from .errors import EnvironmentTrouble, NeedsConfirmation
from .progress import SILENT, Progress
from .trouble import made_by_newer, trouble_as_sentences
from .zone import local_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .actor import Actor

REPLACED = "replaced"
Root = Path | zipfile.Path
_SHA256 = re.compile("[0-9a-f]{64}")
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError)


def examine(source: Path, *, progress: Progress = SILENT) -> BackupInfo:
    """Read a whole backup and compare it with its manifest; refuse a damaged or newer one."""
    with trouble_as_sentences(source):
        if not source.exists():
            raise EnvironmentTrouble(
                Message("backup", "There is no backup at {file}. Choose another.", file=str(source))
            )
        try:
            with _opened(source) as root:
                manifest = _manifest(root)
                damaged = _damage(root, manifest, progress)
        except _UNREADABLE as problem:
            raise _no_backup(source) from problem
    if damaged:
        raise _damaged(source, damaged)
    if not set(manifest["schema"]) <= set(schema_steps()):
        raise made_by_newer(source)
    return info_of(source, manifest)


@contextmanager
def _opened(source: Path) -> Iterator[Root]:
    if source.is_dir():
        yield source
        return
    with zipfile.ZipFile(source) as archive:
        yield zipfile.Path(archive)


def _manifest(root: Root) -> dict[str, Any]:
    if not (root / MANIFEST).exists():
        raise ValueError(MANIFEST)
    manifest = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
    if manifest["program"] != PROGRAM:
        raise ValueError(manifest["program"])
    # Names become paths: nothing but a SHA-256 may lead anywhere.
    if not all(_SHA256.fullmatch(name) for name in manifest["files"]):
        raise ValueError(manifest["files"])
    return dict(manifest)


def _damage(root: Root, manifest: dict[str, Any], progress: Progress) -> list[str]:
    wanted = {DATABASE_FILE: manifest["database"]}
    wanted |= {name_of(sha256): sha256 for sha256 in manifest["files"]}
    damaged = []
    for done, (name, sha256) in enumerate(wanted.items()):
        progress.step(done, len(wanted))
        entry = root / name
        if not entry.exists():
            damaged.append(name)
            continue
        with entry.open("rb") as content:
            if hashlib.file_digest(content, "sha256").hexdigest() != sha256:  # type: ignore[arg-type]
                damaged.append(name)
    return damaged


def _no_backup(source: Path) -> EnvironmentTrouble:
    return EnvironmentTrouble(
        Message(
            "backup",
            "{file} is no backup of this program, or it is damaged. Choose another backup; "
            "nothing was changed.",
            file=str(source),
        )
    )


def _damaged(source: Path, damaged: list[str]) -> EnvironmentTrouble:
    return EnvironmentTrouble(
        Message(
            "backup",
            "The backup {file} is damaged: {count} of its parts do not fit, the first is {part}. "
            "Choose another backup; nothing was changed.",
            file=str(source),
            count=len(damaged),
            part=damaged[0],
        )
    )


def restore(
    source: Path,
    folder: Path,
    *,
    now: int,
    replace: bool = False,
    progress: Progress = SILENT,
) -> BackupInfo:
    """Bring a backup back into ``folder``; every store there must be closed.

    An existing store is refused unless ``replace``; then its database is moved to the folder
    ``replaced`` under the present time. Attachments are only ever added: their names are their
    contents, so what the old database refers to stays beside it.
    """
    refuse_unfit(folder)
    if (folder / DATABASE_FILE).exists() and not replace:
        raise NeedsConfirmation(
            Message(
                "backup",
                "There is a store in {folder}. It will be set aside and the backup put in its "
                "place. Restore?",
                folder=str(folder),
            )
        )
    info = examine(source, progress=progress)
    with trouble_as_sentences(folder):
        folder.mkdir(parents=True, exist_ok=True)
        staged = folder / f"restored-{new_uid()}.part"
        try:
            with _opened(source) as root:
                _copy(root / DATABASE_FILE, staged)
                if check_integrity(staged):
                    raise _damaged(source, [DATABASE_FILE])
                _bring_files(root, folder, progress)
            _exchange(folder, staged, local_time(now).strftime(STAMP))
        finally:
            discard(staged)
    return info


def _bring_files(root: Root, folder: Path, progress: Progress) -> None:
    wanted = _manifest(root)["files"]
    for done, sha256 in enumerate(wanted):
        progress.step(done, len(wanted))
        target = files.place(folder, sha256)
        if target.exists() and files.hash_of(target) == sha256:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(target.name + ".part")
        _copy(root / name_of(sha256), partial)
        move(partial, target)
        sync_folder(target.parent)


def _copy(entry: Root, target: Path) -> None:
    with entry.open("rb") as content, target.open("wb") as handle:
        shutil.copyfileobj(content, handle, 1024 * 1024)
    sync_file(target)


def _exchange(folder: Path, staged: Path, stamp: str) -> None:
    """Set the database aside and put the staged one in its place, or leave everything as it was."""
    database = folder / DATABASE_FILE
    aside = folder / REPLACED / stamp
    moved: list[Path] = []
    try:
        if database.exists():
            release(database)
            aside.mkdir(parents=True)
            # The log goes first: beside another database SQLite would replay it.
            parts = [database.with_name(database.name + end) for end in ("-wal", "-shm", "")]
            for part in filter(Path.exists, parts):
                move(part, aside / part.name)
                moved.append(part)
            sync_folder(aside)
        move(staged, database)
    except OSError:
        for part in moved:
            move(aside / part.name, part)
        raise
    sync_folder(folder)


def note_restored(actor: Actor, info: BackupInfo) -> None:
    """Record in the restored store, now open, who brought it back from which backup."""
    with unit_of_work(actor, "store.restore", "store.restore") as work:
        work.note("store:restore", {"path": str(info.path), "made_at": info.made_at})
