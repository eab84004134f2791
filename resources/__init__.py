"""Where the program's data files are, and which version it is."""

from __future__ import annotations

from pathlib import Path

VERSION = "0.1.0"
"""The version of the program, as ``setup.cfg``, the window and the installer give it."""

_ROOT = Path(__file__).resolve().parent

PROGRAM = _ROOT.parent
"""The folder of the program's own files; its modules may be packed, but not its resources."""


def path(name: str) -> Path:
    """Return the absolute path of a bundled file, such as ``fonts/NotoSansSC-Regular.ttf``."""
    return _ROOT / name
