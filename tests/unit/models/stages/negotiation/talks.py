"""Short words for what the tests of the negotiation do: prepare an option, talk, answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.demands import answer_demand
from models.stages.negotiation import commands, options, queries

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from models.kernel.command import Done
    from tests.casefile import Dealership


def option(dealership: Dealership, case: Case, amount: int | None = None, **values: Any) -> int:
    told = {
        "title": "承担拖车费",
        "text": "凭发票报销拖车费",
        "kinds": "towing",
        "amount": amount,
        "basis": "保修条款",
    }
    return options.add_option(dealership.person("liumin"), case.id, told | values).no


def talk(dealership: Dealership, case: Case, no: int | None, result: str, **values: Any) -> Done:
    by = dealership.person(values.pop("actor", "liumin"))
    told = {"way": "phone", "option_no": no, "words": "需要考虑", "result": result}
    return commands.add_round(by, case.id, told | values)


def state(case: Case, no: int) -> str:
    return next(str(row["state"]) for row in queries.options(case.id) if row["no"] == no)


def answer(dealership: Dealership, case: Case, no: int, word: str, **values: Any) -> None:
    answer_demand(dealership.person("liumin"), case.id, {"no": no, "answer": word} | values)


def places(found: list[Any]) -> list[str]:
    return [item.place for item in found]
