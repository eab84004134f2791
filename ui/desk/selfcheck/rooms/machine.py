"""The program on this computer: versions, folders, log, time zones, nothing left open."""

from __future__ import annotations

import logging
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside
from PySide6.QtCore import qVersion

from models.kernel.home import default_folder
from models.kernel.zone import local_time, moment_of
from resources import VERSION
from ui.desk.opening import application
from ui.desk.selfcheck.bench import expect

if TYPE_CHECKING:
    from ui.desk.selfcheck.bench import Bench

_LEAST_FREE = 200_000_000
_SUMMER = datetime(1988, 7, 1, 4, tzinfo=UTC)
"""Noon in China is 13 o'clock: only a real table of time zones knows the summer time of 1988."""


def program(_bench: Bench) -> str:
    """Name the program and what it runs on."""
    python = ".".join(map(str, sys.version_info[:3]))
    screen = application().platformName()
    return (
        f"Kesutong {VERSION}, Python {python}, PySide6 {pyside}, Qt {qVersion()}, "
        f"{sys.platform}, screen {screen}"
    )


def data(_bench: Bench) -> str:
    """Name the folder of this person's data; it needs some room."""
    folder = default_folder()
    there = next(place for place in (folder, *folder.parents) if place.is_dir())
    free = shutil.disk_usage(there).free
    expect(free > _LEAST_FREE, f"only {free // 1_000_000} MB are free for {folder}")
    return f"{folder}, {free // 1_000_000_000} GB free"


def log(bench: Bench) -> str:
    """The log can be written, and what goes wrong goes there."""
    file = bench.tools.log
    begun = not file.exists()
    with file.open("a", encoding="utf-8"):
        pass
    if begun:
        file.unlink()
    named = {getattr(handler, "baseFilename", "") for handler in logging.getLogger().handlers}
    expect(str(file.absolute()) in named, f"nothing is written to {file}")
    return str(file)


def zones(_bench: Bench) -> str:
    """The times of China are known, those of the past as well."""
    local = local_time(moment_of(_SUMMER))
    expect(local.isoformat() == "1988-07-01T13:00:00+09:00", f"04:00 UTC became {local}")
    return str(local.tzinfo)


def closing(bench: Bench) -> str:
    """Nothing was left open: Windows removes no file that a program still holds."""
    count = sum(1 for entry in Path(bench.folder).rglob("*") if entry.is_file())
    bench.tidy()
    expect(not bench.folder.exists(), f"{bench.folder} is still there")
    return f"{count} files removed"
