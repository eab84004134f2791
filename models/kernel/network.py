"""Whether a folder lies on another machine, where SQLite's locks do not hold."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs"})
_WINDOWS_REMOTE_DRIVE = 4
_EXTENDED = ("\\\\?\\", "\\\\.\\")


def is_network_path(folder: Path) -> bool:
    """Tell whether ``folder`` lies on another machine: SQLite's locks do not hold there."""
    return _is_remote(folder) or _is_remote(Path(os.path.realpath(folder)))


def _is_remote(folder: Path) -> bool:
    if _names_machine(str(folder)):
        return True
    if sys.platform == "win32":
        import ctypes

        drive = ctypes.windll.kernel32.GetDriveTypeW(folder.absolute().anchor)
        return bool(drive == _WINDOWS_REMOTE_DRIVE)
    return _mounted_file_system(folder) in _NETWORK_FILE_SYSTEMS


def _names_machine(place: str) -> bool:
    r"""Tell a share by its name; ``\\?\`` alone only lifts the limit on the length of names."""
    if place.startswith(_EXTENDED):
        return place[len(_EXTENDED[0]) :].upper().startswith("UNC\\")
    return place.startswith(("\\\\", "//"))


def _mounted_file_system(folder: Path) -> str:
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, point, system, *_rest = line.split(" ")
        point = point.replace("\\040", " ")
        inside = folder == Path(point) or Path(point) in folder.parents
        if inside and len(point) >= len(best):
            best, kind = point, system
    return kind
