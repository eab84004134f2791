"""L15: figures, capital numerals and sums of an agreement that do not agree with each other."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from models.kernel.checked import BadValue
from models.kernel.money import capital, parse_yuan
from resources.texts import Message

from .rule import ERROR, Rule, patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = r"(\d+(?:\.\d{1,6})?万|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)"
_FIGURES = r"[¥￥]?" + _NUMBER + r"元?"
_NUMERALS = r"([零壹贰叁肆伍陆柒捌玖拾](?:[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*[元角分])+[整正]?)"
_PAIR = re.compile(
    _FIGURES + r"整?[,(:]*(?:人民币)?(?:大写)?(?:金额)?(?:为|是)?[,(:]*(?:人民币)?" + _NUMERALS
)
_PAIR_TURNED = re.compile(
    _NUMERALS + r"[,(:]*(?:小写)?(?:金额)?(?:为|是)?[,(:]*(?:人民币)?[¥￥]?" + _FIGURES
)
_ITEM = re.compile(_NUMBER + r"元")
_TOTAL = re.compile(r"(?:共计|合计|总计|总额|总共|一共|合共)[^\d,]{0,8}" + _FIGURES)
_MULTIPLIED = re.compile(r"每|[×x*]\d|\d+(?:次|张|天|日|个月|台|项)|其中|已(?:付|支付)|减|扣")
_PIECES = re.compile(
    r"(\d{1,3}|[一两二三四五六七八九十])([张次个台项份天日晚月])[,(]?每\2[^\d,]{0,4}"
    + _NUMBER
    + r"元[,)]?"
    r"(?:共计|合计|总计|一共|共)[^\d,]{0,8}" + _FIGURES
)
_PARTS_LISTED = re.compile(r"[,(]其中[^\d]")
_NOT_ALL_LISTED = re.compile(
    r"每|其余|余款|剩余|等|已(?:付|支付)|减|扣|\d+(?:次|张|天|日|个月|台|项)"
)
_DIGITS = {sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
_PLACES = {"拾": 10, "佰": 100, "仟": 1000}
_GROUPS = {"万": 10_000, "亿": 100_000_000}
_COUNTS = {sign: value for value, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_PARTS = {"角": 10, "分": 1}
_FEN_A_YUAN = 100
_FEN_A_WAN = 1_000_000
_FEWEST_ITEMS = 2

RULE = Rule(
    "L15",
    ERROR,
    Message("wording", "The amounts do not agree with each other."),
    "《正确填写票据和结算凭证的基本规定》",
    "请核对小写、大写与合计。",
    patterns(),
)


def differing(sentence: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and right wording of each amount in a sentence that disagrees."""
    for pair, figures, numerals in ((_PAIR, 1, 2), (_PAIR_TURNED, 2, 1)):
        for found in pair.finditer(sentence):
            fen = _fen(found[figures])
            if fen is not None and fen != fen_of(found[numerals]):
                yield found.start(), found.end(), f"大写应为：{capital(fen)}。"
    yield from _wrong_total(sentence)
    yield from _wrong_product(sentence)
    yield from _wrong_parts(sentence)


def fen_of(numerals: str) -> int:
    """Return the fen of an amount in capital numerals such as 壹仟元整."""
    total = group = digit = fen = 0
    for sign in numerals:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _PLACES:
            group += (digit or 1) * _PLACES[sign]
            digit = 0
        elif sign in _GROUPS:
            total = (total + group + digit) * _GROUPS[sign]
            group = digit = 0
        elif sign == "元":
            fen += (total + group + digit) * _FEN_A_YUAN
            total = group = digit = 0
        elif sign in _PARTS:
            fen += digit * _PARTS[sign]
            digit = 0
    return fen


def _wrong_total(sentence: str) -> Iterator[tuple[int, int, str]]:
    found = _TOTAL.search(sentence)
    if found is None or _MULTIPLIED.search(sentence):
        return
    known = _items(sentence[: found.start()])
    total = _fen(found[1])
    if len(known) >= _FEWEST_ITEMS and total is not None and sum(known) != total:
        yield found.start(), found.end(), f"各项相加应为：{capital(sum(known))}。"


def _wrong_product(sentence: str) -> Iterator[tuple[int, int, str]]:
    found = _PIECES.search(sentence)
    if found is None or len(_items(sentence[: found.end(3) + 1])) != 1:
        return
    each, total = _fen(found[3]), _fen(found[4])
    if each is None or total is None:
        return
    right = each * (int(found[1]) if found[1].isdecimal() else _COUNTS[found[1]])
    if right != total:
        yield found.start(), found.end(), f"单价乘以数量应为：{capital(right)}。"


def _wrong_parts(sentence: str) -> Iterator[tuple[int, int, str]]:
    listed = _PARTS_LISTED.search(sentence)
    if listed is None or _NOT_ALL_LISTED.search(sentence):
        return
    whole = _items(sentence[: listed.start()])
    parts = _items(sentence[listed.end() - 1 :])
    if len(whole) == 1 and len(parts) >= _FEWEST_ITEMS and sum(parts) != whole[0]:
        yield listed.start(), len(sentence), f"各项相加应为：{capital(sum(parts))}。"


def _items(text: str) -> list[int]:
    amounts = [_fen(one[1]) for one in _ITEM.finditer(text)]
    return [amount for amount in amounts if amount is not None]


def _fen(figures: str) -> int | None:
    if figures.endswith("万"):
        return int(Decimal(figures[:-1]) * _FEN_A_WAN)
    try:
        return parse_yuan(figures)
    except BadValue:
        return None
