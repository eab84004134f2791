"""Every ink can be read on its ground, in both themes."""

from __future__ import annotations

import pytest

from ui.shell.tokens import TOKENS

TEXT = [
    *[("text", g) for g in ("card", "page", "chrome", "sunken", "selected")],
    *[("text2", g) for g in ("card", "page", "chrome", "sunken")],
    *[("text3", g) for g in ("card", "page", "chrome", "selected")],
    ("accent_text", "card"),
    ("accent_text", "accent_soft"),
    *[("on_accent", g) for g in ("accent", "accent_hover", "accent_pressed")],
    *[(hue, f"{hue}_soft") for hue in ("ok", "warn", "danger")],
    *[("danger", g) for g in ("card", "selected")],
    *[(f"level{n}", f"level{n}_soft") for n in range(1, 6)],
    ("paper_text", "paper"),
]
MARKS = [
    ("border_strong", "card"),
    *[("focus", ground) for ground in ("card", "page", "chrome")],
    *[("warn_mark", "card"), ("chart1", "card"), ("chart2", "card")],
]


def light(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(scheme: str, ink: str, ground: str) -> float:
    first, second = (light(TOKENS[scheme][role]) for role in (ink, ground))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read(scheme: str) -> None:
    pale = {pair: contrast(scheme, *pair) for pair in TEXT if contrast(scheme, *pair) < 4.5}
    assert pale == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_can_be_seen(scheme: str) -> None:
    pale = {pair: contrast(scheme, *pair) for pair in MARKS if contrast(scheme, *pair) < 3.0}
    assert pale == {}
