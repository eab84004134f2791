"""Stored values in plain forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from models.flow.registry import all_commands
from models.kernel.db import FAR_FUTURE, FenField, MomentField, Record
from models.outlook.exchange.plain import kinds_by_key, plain
from resources.texts import Message, Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.windows


class Row(NamedTuple):
    amount: int
    at: int
    due_at: int | None
    note: Message
    done: bool


def test_money_times_and_sentences() -> None:
    row = Row(123_450, 1_785_546_000_000, FAR_FUTURE, Message("x", "Well."), True)
    assert plain({"rows": (row,)}) == {
        "rows": [
            {
                "amount": "1234.50",
                "at": "2026-08-01T09:00:00+08:00",
                "due_at": None,
                "note": "Well.",
                "done": True,
            }
        ]
    }


def test_a_stored_reason_is_spoken() -> None:
    stored = Message("today", "The first response is late.").stored()
    assert plain(stored, Texts("en")) == "The first response is late."


def test_a_column_name_means_the_same_in_every_table() -> None:
    all_commands()
    found: dict[str, set[str]] = {}
    for table in tables(Record):
        for name, field in table._meta.fields.items():
            if field.field_type in ("INT", "BIGINT"):
                kind = "money" if isinstance(field, FenField) else ""
                kind = "moment" if isinstance(field, MomentField) else kind
                found.setdefault(name, set()).add(kind)
    mixed = {name for name, kinds in found.items() if len(kinds) > 1}
    assert not mixed
    assert kinds_by_key()["amount"] == "money"


def tables(table: type[Record]) -> Iterator[type[Record]]:
    for child in table.__subclasses__():
        yield child
        yield from tables(child)
