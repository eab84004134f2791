"""Whatever a script puts into a command: it is done, or refused with a sentence, never a fault."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from models.casework.case.finding import find
from models.casework.case.listing import SORTS, Filter, page
from models.casework.case.tables import Case, Demand
from models.dealership.access.tables import Account, Credential
from models.dealership.office.tables import Branch
from models.flow.registry import all_commands
from models.kernel.command import unit_of_work
from models.kernel.db import proxy
from models.kernel.errors import Invalid, NotPossible, UserError
from models.kernel.given import CONTROL_KEYS
from resources.texts import Texts
from tests.casefile import dealership
from tests.stores import clock, store
from ui.console.answer import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.kernel.actor import Actor
    from models.kernel.command import Command
    from tests.casefile import Dealership

__all__ = ["clock", "dealership", "store"]

HOSTILE: dict[str, Any] = {
    "nothing": None,
    "yes": True,
    "negative": -1,
    "fraction": 1.5,
    "not a number": float("nan"),
    "beyond 64 bits": 2**64,
    "four hundred digits": 10**400,
    "list": ["a", None],
    "object": {"a": 1},
    "half a character": "\ud800",
    "NUL": "a\x00b",
    "100,000 characters": "字" * 100_000,
    "the end of time": "9999-12-31",
    "no such day": "2026-13-45T25:00",
    "wildcards and quotes": "%_\\'\"",
    "tag": "<b>王 & 李<i",
    "emoji": "😀",
}
LONGEST_ANSWER = 20_000
TEXTS = Texts("zh_CN")


ROOMS = sorted({name.partition(".")[0] for name in all_commands()})


@pytest.fixture
def furnished(dealership: Dealership) -> Dealership:
    """Return a dealership whose house and passwords can be changed as well."""
    with unit_of_work(dealership.person("wugang"), "test.furnish") as work:
        work.insert(Branch, name="临江汽车销售服务有限公司")
    for account in Account.select():
        Credential.create(account=account, password_hash="x")
    return dealership


def everybody(dealership: Dealership) -> Actor:
    """Return somebody whom no permission stops, so that the values are looked at."""
    person = dealership.person("wugang")
    return replace(person, permissions=frozenset(x.permission for x in all_commands().values()))


def answered(command: Command, actor: Actor, case: Case, values: dict[str, Any]) -> str:
    """Run a command and take it back; return the refusal, '' when it was done."""
    given: list[Any] = [case.case_no, values] if command.on_case else [values]
    with proxy.atomic() as tried:
        try:
            command.run(actor, *given)
        except UserError as problem:
            told = refusal(problem, TEXTS)
        else:
            return ""
        finally:
            tried.rollback()
    assert told["message"]
    answer = json.dumps(told, ensure_ascii=False)
    assert len(answer.encode("utf-8")) < LONGEST_ANSWER
    return answer


def attempts(command: Command, value: Any) -> Iterator[dict[str, Any]]:
    """Yield the values of a command with one hostile value in each place in turn."""
    yield dict.fromkeys([spec.key for spec in command.specs], value)
    for key in CONTROL_KEYS:
        yield {key: value}
    for rows, specs in command.lists.items():
        yield {rows: value}
        yield {rows: [value]}
        yield {rows: [dict.fromkeys([spec.key for spec in specs], value)]}


@pytest.mark.parametrize("room", ROOMS)
def test_every_command_takes_or_refuses_every_value(room: str, furnished: Dealership) -> None:
    actor, case = everybody(furnished), furnished.registered("NEGOTIATING")
    for command in [one for name, one in all_commands().items() if name.startswith(f"{room}.")]:
        Case.update(state=min(command.editable_in, default="NEGOTIATING")).execute()
        for value in HOSTILE.values():
            for values in attempts(command, value):
                answered(command, actor, case, values)
        assert "no such key" in answered(command, actor, case, {"no such key": 1}), command.name


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_what_names_no_case_is_refused(value: Any, dealership: Dealership) -> None:
    dealership.case()
    with pytest.raises(NotPossible, match="There is no case"):
        all_commands()["case.add_demand"].run(dealership.person("liumin"), value, {})


@pytest.mark.parametrize("version", [None, 7])
def test_a_new_row_begins_with_its_first_version(
    version: int | None, dealership: Dealership
) -> None:
    case = dealership.case("RECEIVED")
    told = {"kind": "towing", "text": "拖车费", "version": version}
    all_commands()["case.add_demand"].run(dealership.person("liumin"), case.case_no, told)
    assert Demand.get(Demand.case == case).version == 1


def test_an_unconfirmed_no_is_no_yes(dealership: Dealership) -> None:
    case = dealership.case("RECEIVED")
    told = {"kind": "towing", "text": "拖车费", "confirmed": "perhaps"}
    with pytest.raises(Invalid) as refused:
        all_commands()["case.add_demand"].run(dealership.person("liumin"), case.case_no, told)
    assert list(refused.value.problems) == ["confirmed"]


CURSORS = ("garbage", "|", "5|x", "1|" + "9" * 30, "\ud800|1", "5|-1")
BEFORE_THE_ID = ("x|5", "|5", "9" * 30 + "|5")


@pytest.mark.parametrize(
    ("sort", "cursor"),
    [*product(SORTS, CURSORS), *product(("received_at", "level"), BEFORE_THE_ID)],
)
def test_a_cursor_that_is_none_is_refused(sort: str, cursor: str, dealership: Dealership) -> None:
    with pytest.raises(Invalid) as refused:
        page(dealership.person("liumin"), Filter(), sort=sort, after=cursor)
    assert list(refused.value.problems) == ["after"]


@pytest.mark.parametrize("text", ["%", "_", "\\", "'", '"', "*", "%%", "a' OR '1'='1"])
def test_a_sign_with_a_meaning_of_its_own_is_searched_as_it_is(
    text: str, dealership: Dealership
) -> None:
    dealership.registered("RECEIVED")
    assert find(dealership.person("liumin"), text).total == 0
    dealership.demand(Case.get(), text=f"赔偿{text}元")
    assert find(dealership.person("liumin"), text).total == 1


@pytest.mark.parametrize(
    "text", ["字" * 10_000, "a b " * 2_500, " ".join(map(str, range(60))), "\ud800", "a\x00"]
)
def test_a_search_that_no_store_can_answer_is_refused(text: str, dealership: Dealership) -> None:
    with pytest.raises(Invalid) as refused:
        find(dealership.person("liumin"), text)
    assert list(refused.value.problems) == ["search"]
