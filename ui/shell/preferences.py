"""What a person likes to see, kept on this machine: columns, widths, theme, window place."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QSettings


class Preferences:
    """Plain values by key in one settings file; never anything the business needs."""

    def __init__(self, file: str) -> None:
        """Use ``file``; it is made with the first value written."""
        self._settings = QSettings(file, QSettings.Format.IniFormat)

    def read(self, key: str, default: Any) -> Any:
        """Return the value of ``key``, ``default`` when there is none that can be read."""
        text = self._settings.value(key, "")
        try:
            return json.loads(text) if isinstance(text, str) and text else default
        except ValueError:
            return default

    def write(self, key: str, value: Any) -> None:
        """Keep ``value``: text, numbers, booleans and lists or dicts of them."""
        self._settings.setValue(key, json.dumps(value, ensure_ascii=True))

    def forget(self, key: str) -> None:
        """Go back to the default of ``key``."""
        self._settings.remove(key)
