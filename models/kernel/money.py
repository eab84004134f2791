"""Money between yuan as people write it, integer fen as stored, and Chinese capital numerals."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from resources.texts import Message

from .checked import BadValue, shown

LIMIT_FEN = 999_999_999_999
CAPITAL_LIMIT_FEN = 10**14

_FEN = Decimal("0.01")
_LIMIT_YUAN = Decimal(LIMIT_FEN) * _FEN
_YUAN = re.compile(r"(?=[0-9.])(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?P<part>\.[0-9]+)?")
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("元", "万", "亿")
_GROUP_SIZE = 10_000
_JIAO = 10


def parse_yuan(yuan: str | Decimal) -> int:
    """Return the fen of an amount in yuan such as ``1234.5``, ``1,234.50`` or ``¥1234.50``."""
    amount = yuan if isinstance(yuan, Decimal) else _decimal(yuan)
    if not amount.is_finite():
        raise _no_amount(yuan)
    if amount < 0:
        raise _negative(yuan)
    if amount > _LIMIT_YUAN:
        raise _too_large(yuan)
    if amount != amount.quantize(_FEN):
        raise BadValue(
            Message(
                "fields",
                "The amount {value} is finer than one fen; write at most two digits after the "
                "point, such as 1234.50.",
                value=shown(yuan),
            )
        )
    return int(amount.quantize(_FEN) * 100)


def check_fen(fen: int) -> int:
    """Return an amount that is already in fen, refusing what no field may hold."""
    if fen < 0:
        raise _negative(plain_yuan(fen))
    if fen > LIMIT_FEN:
        raise _too_large(plain_yuan(fen))
    return fen


def yuan_text(fen: int) -> str:
    """Return fen as yuan for reading: ``1,234.50``."""
    yuan, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{yuan:,}.{rest:02}"


def plain_yuan(fen: int) -> str:
    """Return fen as yuan for files and for typing again: ``1234.50``."""
    return yuan_text(fen).replace(",", "")


def capital(fen: int) -> str:
    """Return the Chinese capital numerals of an amount, with the currency before them.

    Where the rules leave a choice, no zero stands between a group that ends in 0 and a full
    thousand (107000 is 壹拾万柒仟), a zero stands between yuan that end in 0 and jiao
    (1680.32 is 捌拾元零叁角贰分), and nothing follows jiao: so no gap is left to write in.
    """
    if not 0 <= fen < CAPITAL_LIMIT_FEN:
        raise BadValue(
            Message(
                "fields",
                "The amount {value} cannot be written in capital numerals; they go from 0.00 to "
                "{limit} yuan. Correct the amount.",
                value=yuan_text(fen),
                limit=yuan_text(CAPITAL_LIMIT_FEN - 1),
            )
        )
    yuan, rest = divmod(fen, 100)
    if not rest:
        return f"人民币{_yuan_numerals(yuan)}整"
    return f"人民币{_yuan_numerals(yuan) if yuan else ''}{_rest_numerals(yuan, rest)}"


def _yuan_numerals(yuan: int) -> str:
    if not yuan:
        return "零元"
    words = ""
    skipped = False
    for power in reversed(range(len(_GROUPS))):
        group = yuan // _GROUP_SIZE**power % _GROUP_SIZE
        if not group:
            skipped = bool(words)
            continue
        gap = words and (skipped or group < _GROUP_SIZE // 10)
        words += f"{'零' if gap else ''}{_group_numerals(group)}{_GROUPS[power]}"
        skipped = False
    return words if words.endswith("元") else f"{words}元"


def _group_numerals(group: int) -> str:
    words = ""
    for power in reversed(range(len(_PLACES))):
        digit = group // 10**power % 10
        words += f"{_DIGITS[digit]}{_PLACES[power]}" if digit else "零"
    return re.sub("零+", "零", words).strip("零")


def _rest_numerals(yuan: int, rest: int) -> str:
    jiao, fen = divmod(rest, _JIAO)
    zero = "零" if yuan and (not jiao or yuan % 10 == 0) else ""
    return f"{zero}{f'{_DIGITS[jiao]}角' if jiao else ''}{f'{_DIGITS[fen]}分' if fen else ''}"


def _decimal(typed: str) -> Decimal:
    folded = unicodedata.normalize("NFKC", typed).replace(" ", "").replace("\u2212", "-")
    bare = folded.removeprefix("¥").removesuffix("元")
    if bare.startswith("-") and _YUAN.fullmatch(bare.lstrip("-¥")):
        raise _negative(typed)
    if not _YUAN.fullmatch(bare):
        raise _no_amount(typed)
    return Decimal(bare.replace(",", ""))


def _no_amount(typed: object) -> BadValue:
    return BadValue(
        Message(
            "fields",
            "{value} is not an amount of money; write yuan in digits, such as 1234.50 or 1,234.50.",
            value=shown(typed),
        )
    )


def _negative(typed: object) -> BadValue:
    return BadValue(
        Message(
            "fields",
            "The amount {value} is negative; amounts run from 0.00 to {limit} yuan. Leave out the "
            "minus sign and say in the text who pays whom.",
            value=shown(typed),
            limit=yuan_text(LIMIT_FEN),
        )
    )


def _too_large(typed: object) -> BadValue:
    return BadValue(
        Message(
            "fields",
            "The amount {value} is too large; at most {limit} yuan fit. Count the digits again.",
            value=shown(typed),
            limit=yuan_text(LIMIT_FEN),
        )
    )
