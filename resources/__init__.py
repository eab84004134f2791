"""Where the program's data files are."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Return the absolute path of a bundled file, such as ``fonts/NotoSansSC-Regular.ttf``."""
    return _ROOT / name
