"""Backups that can be restored alone: one file on demand, one folder a day of which seven stay."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from . import files, settings
from .command import unit_of_work
from .db import DATABASE_FILE, Store
from .dbfile import copy_database, facts_of
from .disk import discard, move, sync_file, sync_folder
from .progress import SILENT, Progress
from .tables import Setting
from .trouble import trouble_as_sentences
from .zone import local_time, moment_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .actor import Actor

ENDING = ".ksbak"
FOLDER = "backups"
MANIFEST = "manifest.json"
PROGRAM = "kesutong"
STAMP = "%Y-%m-%d_%H%M%S"
KEPT = 7
_PARTIAL = ".part"
_LEFTOVER_AGE = timedelta(days=1)


class BackupInfo(NamedTuple):
    """A backup: where, when, what is in it, and files that were already gone or changed."""

    path: Path
    made_at: int
    counts: dict[str, int]
    files: int
    missing: list[str]


class _Target(Protocol):
    """Where a backup is written to."""

    def add(self, file: Path, name: str) -> None:
        """Take a file under a name."""

    def write(self, name: str, text: str) -> None:
        """Take a text under a name."""


class _Archive(NamedTuple):
    """A single file; attachments hardly shrink and are stored as they are."""

    content: zipfile.ZipFile

    def add(self, file: Path, name: str) -> None:
        shrinks = name == DATABASE_FILE
        method = zipfile.ZIP_DEFLATED if shrinks else zipfile.ZIP_STORED
        self.content.write(file, name, compress_type=method, compresslevel=1)

    def write(self, name: str, text: str) -> None:
        self.content.writestr(name, text)


class _Day(NamedTuple):
    """A folder; an attachment that the backup before has is the same file, not a second copy."""

    folder: Path
    before: Path | None

    def add(self, file: Path, name: str) -> None:
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if self.before is not None and name != DATABASE_FILE:
            with suppress(OSError):
                os.link(self.before / name, target)
                return
        shutil.copyfile(file, target)
        sync_file(target)

    def write(self, name: str, text: str) -> None:
        target = self.folder / name
        target.write_text(text, encoding="utf-8")
        sync_file(target)


def back_up(actor: Actor, store: Store, target: Path, *, progress: Progress = SILENT) -> BackupInfo:
    """Write a backup for somebody who may, and record that it was made."""
    actor.require("store.backup")
    info = backup(store, target, now=actor.clock(), progress=progress)
    with unit_of_work(actor, "store.backup") as work:
        settings.put(work, "backup.last_at", info.made_at)
        work.note("store:backup", {"path": str(info.path), "files": info.files})
    return info


def backup(store: Store, target: Path, *, now: int, progress: Progress = SILENT) -> BackupInfo:
    """Write the store with its attachments into one file, complete or not at all."""
    target = target if target.suffix == ENDING else target.with_name(target.name + ENDING)
    partial = target.with_name(target.name + _PARTIAL)
    with trouble_as_sentences(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with zipfile.ZipFile(partial, "w", strict_timestamps=False) as content:
                manifest = _fill(_Archive(content), store, target, now, progress)
            sync_file(partial)
            move(partial, target)
            sync_folder(target.parent)
        finally:
            discard(partial)
    return info_of(target, manifest)


def daily(
    store: Store, now: int, *, keep: int = KEPT, progress: Progress = SILENT
) -> BackupInfo | None:
    """Make today's backup beside the store unless there is one; keep the newest ``keep``."""
    home = store.folder / FOLDER
    earlier = days(store)
    today = local_time(now)
    if earlier and _time_of(earlier[-1]).date() == today.date():
        return None
    target = home / today.strftime(STAMP)
    partial = target.with_name(target.name + _PARTIAL)
    with trouble_as_sentences(home):
        partial.mkdir(parents=True, exist_ok=True)
        try:
            day = _Day(partial, earlier[-1] if earlier else None)
            manifest = _fill(day, store, target, now, progress)
            move(partial, target)
            sync_folder(home)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
        _tidy(store, today, keep)
    return info_of(target, manifest)


def _fill(
    target: _Target, store: Store, place: Path, now: int, progress: Progress
) -> dict[str, Any]:
    copy = place.with_name(f"{place.name}.db")
    try:
        copy_database(store.folder / DATABASE_FILE, copy, progress)
        facts = facts_of(copy)
        target.add(copy, DATABASE_FILE)
        sha256 = files.hash_of(copy)
    finally:
        discard(copy)
    missing = _add_files(target, store.folder, facts.files, progress)
    manifest = {
        "program": PROGRAM,
        "format": 1,
        "made_at": now,
        "schema": facts.schema,
        "database": sha256,
        "counts": facts.counts,
        "files": [sha for sha in facts.files if sha not in missing],
        "missing": sorted(missing),
    }
    target.write(MANIFEST, json.dumps(manifest, indent=1))
    return manifest


def _add_files(target: _Target, folder: Path, wanted: list[str], progress: Progress) -> set[str]:
    missing = set()
    for done, sha256 in enumerate(wanted):
        progress.step(done, len(wanted))
        file = files.place(folder, sha256)
        if file.exists() and files.hash_of(file) == sha256:
            target.add(file, name_of(sha256))
        else:
            missing.add(sha256)
    return missing


def name_of(sha256: str) -> str:
    """Return the name of an attachment inside a backup."""
    return f"{files.FOLDER}/{sha256[:2]}/{sha256[2:]}"


def info_of(path: Path, manifest: dict[str, Any]) -> BackupInfo:
    """Return what a manifest says of its backup."""
    return BackupInfo(
        path,
        manifest["made_at"],
        manifest["counts"],
        len(manifest["files"]),
        manifest["missing"],
    )


def days(store: Store) -> list[Path]:
    """Return the complete daily backups of a store, oldest first."""
    return _dated(store, lambda folder: (folder / MANIFEST).is_file() and not folder.suffix)


def made_at(folder: Path) -> int:
    """Return when a daily backup was made."""
    return moment_of(_time_of(folder))


def _dated(store: Store, wanted: Callable[[Path], bool]) -> list[Path]:
    home = store.folder / FOLDER
    found = [entry for entry in home.iterdir() if wanted(entry)] if home.is_dir() else []
    return sorted(entry for entry in found if _is_dated(entry))


def _is_dated(folder: Path) -> bool:
    with suppress(ValueError):
        return bool(_time_of(folder))
    return False


def _time_of(folder: Path) -> datetime:
    return datetime.strptime(folder.name.partition(".")[0], STAMP)


def _tidy(store: Store, today: datetime, keep: int) -> None:
    for folder in days(store)[: -max(keep, 1)]:
        _drop(folder)
    limit = today.replace(tzinfo=None) - _LEFTOVER_AGE
    for folder in _dated(store, lambda entry: entry.suffix == _PARTIAL):
        if _time_of(folder) < limit:
            shutil.rmtree(folder, ignore_errors=True)


def _drop(folder: Path) -> None:
    """Delete a day; one that another program looks into stays whole until tomorrow."""
    leaving = folder.with_name(folder.name + _PARTIAL)
    with suppress(OSError):
        move(folder, leaving)
        shutil.rmtree(leaving, ignore_errors=True)


def last_at(store: Store) -> int | None:
    """Return when the newest backup was made, daily or on demand; None when never."""
    moments = [moment_of(_time_of(folder)) for folder in days(store)[-1:]]
    rows = Setting.select().where(Setting.key == "backup.last_at")
    moments += [int(json.loads(row.content)) for row in rows]
    return max((moment for moment in moments if moment), default=None)


def age(store: Store, now: int) -> int | None:
    """Return how old the newest backup is in milliseconds; None when there is none."""
    last = last_at(store)
    return None if last is None else max(0, now - last)
