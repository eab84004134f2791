"""Attachments: kept once per content under their SHA-256, the file on disk before its row."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from resources.texts import Message

from . import settings
from .checked import BadValue, shown
from .db import current_folder, new_uid
from .disk import discard, move, sync_folder, write_file
from .errors import EnvironmentTrouble, Invalid
from .media import HEAD_BYTES, recognise, safe_name
from .progress import SILENT, Progress
from .tables import StoredFile
from .trouble import trouble_as_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .command import Work

FOLDER = "files"
_CHUNK = 1024 * 1024
_MEGABYTE = 1024 * 1024


class FileInfo(NamedTuple):
    """A kept file: its content's name, size in bytes, what it is and how people call it."""

    sha256: str
    size: int
    media_type: str
    name: str


class FileReport(NamedTuple):
    """SHA-256 of files that are gone or changed, and names of files that no row knows."""

    missing: list[str]
    changed: list[str]
    orphans: list[str]


def place(folder: Path, sha256: str) -> Path:
    """Return where a store keeps the file with this content."""
    return folder / FOLDER / sha256[:2] / sha256[2:]


def put(work: Work, source: str | Path | bytes, name: str = "", *, field: str = "file") -> FileInfo:
    """Keep the content of a file, or bytes, under a name; return what was kept.

    Raises :class:`Invalid` for ``field`` when the source is missing, empty, too large, unreadable
    or of a kind that is not kept, and :class:`EnvironmentTrouble` when the disk refuses.
    """
    limit = int(settings.get(work.actor.branch_id, "files.max_bytes"))
    try:
        if isinstance(source, bytes):
            _check_size(name, len(source), limit)
            info = _keep(iter([source]), name, limit)
        else:
            path = Path(source)
            _check_file(path, limit)
            info = _keep(_chunks(path), name or path.name, limit)
    except BadValue as refusal:
        raise Invalid({field: refusal.message}) from refusal
    if not StoredFile.select().where(StoredFile.sha256 == info.sha256).exists():
        StoredFile.create(
            sha256=info.sha256, size=info.size, media_type=info.media_type, stored_at=work.now
        )
    return info


def _check_file(path: Path, limit: int) -> None:
    try:
        status = path.stat()
    except PermissionError as problem:
        raise _unreadable(path) from problem
    except (OSError, ValueError) as problem:
        raise BadValue(
            Message(
                "files",
                "The file {path} is not there. Choose it again.",
                path=shown(path),
            )
        ) from problem
    if not stat.S_ISREG(status.st_mode):
        raise BadValue(
            Message(
                "files", "{path} is a folder or a device. Choose a single file.", path=shown(path)
            )
        )
    _check_size(path.name, status.st_size, limit)


def _check_size(name: str, size: int, limit: int) -> None:
    if size == 0:
        raise BadValue(
            Message("files", "{name} is empty. Choose the file that was meant.", name=shown(name))
        )
    if size > limit:
        raise BadValue(
            Message(
                "files",
                "{name} has {size} MB, allowed are {limit} MB. Shorten or compress it, "
                "or keep it elsewhere and write down where.",
                name=shown(name),
                size=f"{size / _MEGABYTE:,.1f}",
                limit=limit // _MEGABYTE,
            )
        )


def _unreadable(path: Path) -> BadValue:
    return BadValue(
        Message(
            "files",
            "{path} cannot be read. Close it in other programs or ask for the right to read it.",
            path=shown(path),
        )
    )


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as handle:
            while chunk := handle.read(_CHUNK):
                yield chunk
    except OSError as problem:
        raise _unreadable(path) from problem


def _keep(chunks: Iterator[bytes], name: str, limit: int) -> FileInfo:
    home = current_folder() / FOLDER
    with trouble_as_sentences(home):
        home.mkdir(exist_ok=True)
        incoming = home / f"incoming-{new_uid()}.part"
        try:
            with incoming.open("xb") as handle:
                sha256, size, head = _copy(chunks, handle, name, limit)
            media = recognise(name, head)
            _settle(incoming, place(home.parent, sha256))
        finally:
            discard(incoming)
    return FileInfo(sha256, size, media.media_type, media.name)


def _copy(
    chunks: Iterator[bytes], handle: BinaryIO, name: str, limit: int
) -> tuple[str, int, bytes]:
    digest, size, head = hashlib.sha256(), 0, b""
    for chunk in chunks:
        if not size:
            head = chunk[:HEAD_BYTES]
        size += len(chunk)
        _check_size(name, size, limit)
        digest.update(chunk)
        handle.write(chunk)
    _check_size(name, size, limit)
    handle.flush()
    os.fsync(handle.fileno())
    return digest.hexdigest(), size, head


def _settle(incoming: Path, target: Path) -> None:
    if target.exists() and hash_of(target) == hash_of(incoming):
        return
    target.parent.mkdir(exist_ok=True)
    move(incoming, target)
    sync_folder(target.parent)
    sync_folder(target.parent.parent)


def hash_of(file: Path) -> str:
    """Return the SHA-256 of a file's content."""
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def open_bytes(sha256: str) -> bytes:
    """Return a kept file's content, or say that it is missing or changed."""
    file = place(current_folder(), sha256)
    with trouble_as_sentences(file):
        content = file.read_bytes() if file.exists() else None
    if content is None or hashlib.sha256(content).hexdigest() != sha256:
        raise EnvironmentTrouble(
            Message(
                "files",
                "The attachment {sha256} is missing from the store or was changed outside the "
                "program. Restore it from a backup.",
                sha256=sha256[:12],
            )
        )
    return content


def path_for(sha256: str, name: str, folder: Path) -> Path:
    """Copy a kept file into ``folder`` under its human name, to be opened by another program."""
    content = open_bytes(sha256)
    own = folder / sha256[:12]
    with trouble_as_sentences(folder):
        own.mkdir(parents=True, exist_ok=True)
        copy = own / safe_name(name)
        write_file(copy, content)
    return copy


def check(progress: Progress = SILENT) -> FileReport:
    """Read every kept file again and compare it with its row."""
    folder = current_folder()
    known = [str(row.sha256) for row in StoredFile.select().order_by(StoredFile.sha256)]
    missing, changed = [], []
    for done, sha256 in enumerate(known):
        progress.step(done, len(known))
        file = place(folder, sha256)
        if not file.exists():
            missing.append(sha256)
        elif hash_of(file) != sha256:
            changed.append(sha256)
    return FileReport(missing, changed, _orphans(folder, {place(folder, s) for s in known}))


def _orphans(folder: Path, expected: set[Path]) -> list[str]:
    found = (file for file in (folder / FOLDER).rglob("*") if file.is_file())
    return sorted(file.relative_to(folder).as_posix() for file in found if file not in expected)
