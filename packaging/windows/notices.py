"""Writes THIRD-PARTY-NOTICES.txt: whose works the installed program contains, on what terms."""

from __future__ import annotations

from email.parser import HeaderParser
from pathlib import Path
from typing import TYPE_CHECKING

import trim
from stage import ROOT, files_of

if TYPE_CHECKING:
    from email.message import Message

HERE = Path(__file__).resolve().parent
NAME = "THIRD-PARTY-NOTICES.txt"
QT_PACKAGES = ("pyside6", "shiboken6")
FONT_LICENCE = "fonts/LICENSE_FONT.txt"


def write_notices(stage: Path) -> None:
    """Write the file beside the program and beside its licence."""
    text = notices(stage)
    for folder in (stage, stage / "app"):
        (folder / NAME).write_text(text, encoding="utf-8-sig", newline="\r\n")


def notices(stage: Path) -> str:
    """Return the whole text for what lies in a stage."""
    packages = sorted(
        (stage / "lib").glob("*.dist-info"), key=lambda folder: folder.name.casefold()
    )
    qt = [folder for folder in packages if folder.name.casefold().startswith(QT_PACKAGES)]
    others = [folder for folder in packages if folder not in qt]
    resources = ROOT / "resources"
    head = _text(HERE / "notices.txt").format(
        qt_files=", ".join(f"Qt6{module}" for module in trim.QT_MODULES) + " and plug-ins",
        qt_version=_metadata(qt[0])["Version"],
        font_licence=_text(resources / FONT_LICENCE).strip(),
        icon_notice=_text(resources / "icons" / "fluent" / "NOTICE").strip(),
        icon_licence=_text(resources / "icons" / "fluent" / "LICENSE").strip(),
    )
    terms = [
        _titled(name, _text(HERE / "licences" / f"{name}.txt")) for name in ("LGPL-3", "GPL-3")
    ]
    return "\n\n\n".join([head.strip(), *map(_package, others), *terms]) + "\n"


def _package(folder: Path) -> str:
    data = _metadata(folder)
    texts = [_text(file) for file in files_of(folder) if file.name != "METADATA"]
    if not texts:  # some wheels name their terms without printing them
        holder = data["Author"] or data["Author-email"] or data["Name"]
        texts = [
            f"Copyright (c) {holder}\nLicence: {data['License'] or data['License-Expression']}"
        ]
    return _titled(f"{data['Name']} {data['Version']}", "\n\n".join(text.strip() for text in texts))


def _titled(title: str, text: str) -> str:
    return f"{title}\n{'-' * len(title)}\n{text.strip()}"


def _metadata(folder: Path) -> Message:
    return HeaderParser().parsestr(_text(folder / "METADATA"))


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
