"""Lengths and colours of the look, read once from the theme's token file."""

from __future__ import annotations

import json

import resources

TOKENS = json.loads(resources.path("themes/tokens.json").read_text(encoding="utf-8"))
FAMILY: str = TOKENS["font"]["family"]
SIZE: dict[str, int] = TOKENS["font"]["size"]
LINE: dict[str, int] = TOKENS["font"]["line_height"]
HEIGHT: dict[str, int] = TOKENS["height"]
WIDTH: dict[str, int] = TOKENS["width"]
RADIUS: dict[str, int] = TOKENS["radius"]
ICON: dict[str, int] = TOKENS["icon"]
SCHEMES = ("light", "dark")
