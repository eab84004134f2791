"""Where a person's store is when no other place is named."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs


def default_folder() -> Path:
    """Return the data folder of this user: ``%LOCALAPPDATA%`` or ``~/.local/share``."""
    name = "Kesutong" if sys.platform == "win32" else "kesutong"
    return Path(platformdirs.user_data_dir(name, appauthor=False))
