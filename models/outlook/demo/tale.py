"""A case while it is being made up: what is known of it so far, and the lines written down."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from models.kernel.zone import MINUTE
from models.stages.intake.level import Proposal

from .lines import Line
from .situations import said

if TYPE_CHECKING:
    from random import Random

    from .invented import Party
    from .outline import Outline
    from .situations import Situation, Wish

OWNERS = ("chenjie", "chenjie", "liuyang", "liuyang", "sunhao", "zhengkai")
ASKERS = {"chenjie": "liuyang"}
DEPARTMENT = {
    "chenjie": "customer_care",
    "liuyang": "customer_care",
    "sunhao": "service",
    "zhengkai": "service",
}
"""The departments of those who register; the store's accounts say the same."""

PEOPLE = {
    "workshop": "zhoubin",
    "parts": "wuting",
    "service": "zhaolei",
    "body_paint": "hanfei",
    "finance": "qianyi",
    "sales": "hejun",
    "marketing": "xumeng",
    "customer_care": "wangmin",
    "management": "gaoyuan",
}
"""Who does the work of a department."""

LEADER = "wangmin"
_FEN, _STEP = 100, 10
_SMALL = 10_000


NOT_YET = Proposal("MINOR", ())


@dataclass(slots=True)
class Asked:
    """A demand of the case: what was asked for, and what became of it."""

    no: int
    wish: Wish
    amount: int | None
    answer: str = "open"
    granted: int | None = None


@dataclass(slots=True)
class Tale:
    """One case in the making; the chapters write its lines."""

    outline: Outline
    rng: Random
    party: Party
    now: int
    owner: str
    proposal: Proposal = NOT_YET
    asked: list[Asked] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    tasks: int = 0
    approvals: int = 0
    systemic: bool = False
    mood: int = 3
    at: int = 0

    @property
    def situation(self) -> Situation:
        """What the case is about."""
        return self.outline.situation

    @property
    def state(self) -> str:
        """How far the case gets."""
        return self.outline.state

    @property
    def paid(self) -> bool:
        """Tell whether money or a value is granted in the end."""
        return self.outline.paid and self.situation.stands == "stands"

    @property
    def granted(self) -> int:
        """What is granted in all, in fen."""
        return sum(one.granted or 0 for one in self.asked)

    def asked_amount(self) -> int:
        """Return what was asked for in all, in fen; something small when it was no money."""
        return sum(one.amount or 0 for one in self.asked) // 2 or _SMALL

    def begin(self, phase: str) -> None:
        """Go on at the time of a phase."""
        self.at = self.outline.at(phase)

    def do(self, command: str, by: str, **values: Any) -> None:
        """Write the next line down; the one after it comes two minutes later."""
        self.lines.append(Line(command, by, self.at, values))
        self.at += 2 * MINUTE

    def one_of(self, key: str) -> str:
        """Return one of the sentences that people say."""
        found: str = self.rng.choice(said()[key])
        return found

    def amount(self, wish: Wish) -> int:
        """Return an amount in fen that fits a demand: small ones are common, large ones rare."""
        low, high = wish.yuan or (0, 0)
        yuan = low * math.exp(self.rng.random() * math.log(high / low))
        return max(round(yuan / _STEP) * _STEP, _STEP) * _FEN


def yuan(fen: int) -> int:
    """Return whole yuan, for a sentence."""
    return fen // _FEN
