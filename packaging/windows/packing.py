"""Packs the program's own modules into one file.

A program that lies in a thousand small files starts slowly on Windows: each of them is looked for,
opened, and looked into by the virus scanner. The sources are packed as well, for fault reports.
"""

from __future__ import annotations

import shutil
import zipfile
from typing import TYPE_CHECKING

from stage import PACKAGE, files_of

if TYPE_CHECKING:
    from pathlib import Path

PACKED = ("models", "reports", "ui")


def pack_program(app: Path) -> None:
    """Move sources and byte-code of the packed modules into ``app/program.zip``.

    The migrations stay as files too, since peewee reads them from their folder. Nothing is
    compressed, the installer does that; all entries have zip's first date.
    """
    migrations = {file: file.read_bytes() for file in (app / "models" / "migrations").glob("*.py")}
    with zipfile.ZipFile(app / PACKAGE, "w") as package:
        for file in (file for top in PACKED for file in files_of(app / top)):
            package.writestr(zipfile.ZipInfo(entry_of(file, app)), file.read_bytes())
    for top in PACKED:
        shutil.rmtree(app / top)
    for file, content in migrations.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def entry_of(file: Path, app: Path) -> str:
    """Return where Python looks for a file inside a package: byte-code lies beside its source."""
    name = file.relative_to(app)
    if name.suffix == ".pyc":
        name = name.parent.parent / f"{file.name.partition('.')[0]}.pyc"
    return name.as_posix()
