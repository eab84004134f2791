"""The level proposed from object, demands, words and repeats (domain.md §6.2); people decide."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from models.casework.case.rules import higher
from resources.texts import Message

if TYPE_CHECKING:
    from collections.abc import Iterable


class Proposal(NamedTuple):
    """A level and what speaks for it."""

    level: str
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a complaint while it is registered; amounts in fen."""

    text: str = ""
    demand_kinds: tuple[str, ...] = ()
    amounts: tuple[int, ...] = ()
    channel: str = ""
    injured: bool = False
    repeat_no: int = 1
    recent_repeat: bool = False
    first_line_limit: int = 100_000
    major_amount: int = 2_000_000


_MANY_COMPLAINTS = 3
_OUTSIDE_CHANNELS = frozenset(
    {
        "authority_12315",
        "authority_12345",
        "mayor_mailbox",
        "consumer_association",
        "media",
    }
)
_NOT = r"(?:没有|没|无|未|并未|不是|不会|不想|不打算|排除|并非)"
_SOLVED = r"(?:正常|完好|良好|合格|优惠|打折|价格|报价|多少钱|已修好|已解决|检查过|保养)"
_WORDS: tuple[tuple[str, str, str], ...] = (
    ("CRISIS", r"死亡|身亡|热搜|直播.{0,4}维权", "death or live coverage"),
    ("MAJOR", r"起诉|打官司|上法院|律师", "a threat to sue"),
    ("MAJOR", r"12315|12345|消协|市场监管", "an authority"),
    ("MAJOR", r"曝光|媒体|记者|抖音|拉横幅|发到网上", "exposure"),
    ("MAJOR", r"起火|自燃|着火|冒烟", "fire"),
    ("MAJOR", r"受伤|住院|骨折|流血", "injury"),
    ("MAJOR", r"气囊(?!灯)", "an airbag"),
    (
        "MAJOR",
        r"(?:刹车|制动)(?!片|盘|油)[^，。；！？]{0,8}(?:失灵|失效|不灵|踩不下|没反应|没有反应)"
        r"|(?:刹车|制动)踏板[^，。；！？]{0,6}(?:踩不下|没反应|失灵)",
        "brake failure",
    ),
    ("MAJOR", r"(?:方向盘|转向)[^，。；！？]{0,6}(?:失灵|失效|锁死|打不动)", "steering failure"),
    ("MAJOR", r"退车|换车|退一赔三|换一[辆台]新车", "exchange or return"),
)


def proposed(facts: Facts) -> Proposal:
    """Return the gravest level that something speaks for, with every reason."""
    found = [*_by_words(facts.text), *_by_facts(facts), *_by_amount(facts)]
    level = "GENERAL" if facts.demand_kinds or facts.amounts else "MINOR"
    for one, _reason in found:
        level = higher(level, one)
    return Proposal(level, tuple(reason for one, reason in found if one == level))


def _by_words(text: str) -> Iterable[tuple[str, Message]]:
    folded = unicodedata.normalize("NFKC", text)
    for clause in re.split(r"[，。；！？,;!?\n]", folded):
        for level, pattern, name in _WORDS:
            hit = re.search(pattern, clause)
            if hit and not _harmless(clause, hit):
                yield (
                    level,
                    Message(
                        "intake",
                        "The words “{words}” speak of {what}.",
                        words=hit.group(),
                        what=Message("intake", name),
                    ),
                )


def _harmless(clause: str, hit: re.Match[str]) -> bool:
    before, after = clause[: hit.start()], clause[hit.end() :]
    denied = re.search(_NOT + r".{0,3}$", before) is not None
    solved = re.search(_SOLVED, after[:12]) or re.search(_SOLVED + r".{0,2}$", before)
    return denied or solved is not None


def _by_facts(facts: Facts) -> Iterable[tuple[str, Message]]:
    if facts.injured:
        yield "MAJOR", Message("intake", "Somebody is hurt or in danger.")
    if facts.channel in _OUTSIDE_CHANNELS:
        yield "MAJOR", Message("intake", "It came through an authority or the media.")
    if {"exchange", "return"} & set(facts.demand_kinds):
        yield "MAJOR", Message("intake", "The customer demands an exchange or a return.")
    if facts.repeat_no >= _MANY_COMPLAINTS:
        yield (
            "MAJOR",
            Message(
                "intake", "It is complaint number {count} within a year.", count=facts.repeat_no
            ),
        )
    elif facts.recent_repeat:
        yield "ESCALATED", Message("intake", "It is the second complaint within 30 days.")


def _by_amount(facts: Facts) -> Iterable[tuple[str, Message]]:
    total = sum(facts.amounts)
    if total >= facts.major_amount:
        yield "MAJOR", Message("intake", "The amount demanded is very high.")
    elif total > facts.first_line_limit:
        yield "ESCALATED", Message("intake", "The amount demanded is above the manager's limit.")
