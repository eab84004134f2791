"""Which marks may start or end a line of Chinese, and what a break may not divide (W3C CLREQ)."""

from __future__ import annotations

import re

OPENING = frozenset("“‘（《〈【「『〔｛［")  # full width, ink in the right half
CLOSING = frozenset("”’）》〉】」』〕｝］，。、；：")  # full width, ink in the left half
ENDING = CLOSING | frozenset("？！")  # these two lose their blank only beside another mark
NO_START = ENDING | frozenset("·…—～％%‰℃°′″!),.:;?]}〗々ー–/")
NO_END = OPENING | frozenset("￥¥$([{#@№〖")
SPACES = frozenset(" \u3000")

# Marks without a shape: controls, zero widths, direction, emoji presentation. The variation
# selectors that choose another shape of an ideograph are not among them: those must be noticed.
_SHAPELESS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe0e\ufe0f\ufeff]"
)
PLATE = re.compile(
    "[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新]"
    "[A-Z]·?[A-Z0-9]{4,6}[挂学警领港澳]?"
)
_WHOLE = re.compile(
    rf"""
    [¥￥$€]\s?[0-9][0-9,]*(?:\.[0-9]+)?(?:万元|亿元|元)?             # ¥1,234.00
  | {PLATE.pattern}                                                # 粤B·D12345
  | 第[〇零一二三四五六七八九十百0-9]+[条款项章页次版]               # 第十二条
  | [-+]?[0-9][0-9,]*(?:\.[0-9]+)?\s?(?:                           # 12 个月, 986公里, 2026年
        [%％‰℃]|[万亿]?元|万?公里|千米|毫米|米|个?工作日|个月|小时|分钟
        |[角分日天年月周时秒次份张台辆页项套升]
        |(?:km/h|km|kWh|kW|mm|cm|kg|MPa|V|Ah|A|L)(?![A-Za-z0-9]))
  | [A-Za-z0-9]+(?:[-_./@:+,'&\#~=?\u00a0][A-Za-z0-9]+|\*+[A-Za-z0-9]*)*   # VIN, phone, mail
  | ——|……|\u00a0+|\n|[ \u3000]+|.""",
    re.VERBOSE | re.DOTALL,
)


def clean(text: str) -> str:
    """Return text without what has no shape; line ends become one mark, tabs a space."""
    return _SHAPELESS.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))


def is_han(char: str) -> bool:
    """Tell whether a character is an ideograph (marks are not)."""
    return (
        char >= "\u2e80" and not "\u3000" <= char <= "\u303f" and not "\uff00" <= char <= "\uffef"
    )


def is_latin(char: str) -> bool:
    """Tell whether a character is a Latin letter, a digit or a mark that belongs to figures."""
    return char < "\u0250" and (char.isalnum() or char in "¥$%")


def atoms_of(text: str) -> list[tuple[int, int]]:
    """Cut text into (start, end) pieces a break may not divide, marks glued to their word."""
    atoms: list[tuple[int, int]] = []
    seen = "\n"  # the last character that is not a space
    for match in _WHOLE.finditer(text):
        start, end = match.span()
        first = text[start]
        if _is_glued(seen, first):
            if first in NO_START and text[atoms[-1][0]] in SPACES and len(atoms) > 1:
                atoms.pop()  # a mark after a space: word, space and mark stay together
            atoms[-1] = (atoms[-1][0], end)
        else:
            atoms.append((start, end))
        if first not in SPACES:
            seen = text[end - 1]
    return atoms


def _is_glued(seen: str, first: str) -> bool:
    if "\u00a0" in (seen, first):
        return seen != "\n" and first != "\n"
    return seen != "\n" and (first in NO_START or (seen in NO_END and first != "\n"))
