"""The pure rules by the name under which ``check`` asks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cases import authority, level, read_back
from .question import Question, Verdict
from .sanbao import sanbao
from .times import working_time
from .values import capital_amount, single_value
from .wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable

RULES: dict[str, Callable[[Question], Verdict]] = {
    "vin": single_value,
    "plate": single_value,
    "phone": single_value,
    "id_card": single_value,
    "credit_code": single_value,
    "amount_capital": capital_amount,
    "working_time": working_time,
    "level": level,
    "authority": authority,
    "read_back": read_back,
    "sanbao": sanbao,
    "lint": wording,
}

__all__ = ["RULES", "Question", "Verdict"]
