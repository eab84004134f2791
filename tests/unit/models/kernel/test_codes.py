"""Lists are filled from the seed, read in their order, and keep retired values known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import resources
from models.kernel import codes
from models.kernel.command import unit_of_work
from models.kernel.seeding import SEED_FILE, seed_codes
from models.kernel.tables import Code

if TYPE_CHECKING:
    from models.kernel.actor import Actor

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def seeded(actor: Actor) -> dict[str, list[dict[str, str]]]:
    with unit_of_work(actor, "test") as work:
        seed_codes(work)
    text = resources.path(SEED_FILE).read_text(encoding="utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


def test_every_list_of_the_seed_is_there_in_order(
    actor: Actor, seeded: dict[str, list[dict[str, str]]]
) -> None:
    for name, rows in seeded.items():
        values = codes.values(actor.branch_id, name)
        assert [value.code for value in values] == [row["code"] for row in rows]
        assert all(value.built_in and value.active for value in values)


def test_a_parent_is_in_the_same_list(seeded: dict[str, list[dict[str, str]]]) -> None:
    for rows in seeded.values():
        known = {row["code"] for row in rows}
        assert len(known) == len(rows)
        assert {row.get("parent", "") for row in rows} - {""} <= known


def test_a_retired_value_is_offered_no_more_but_known(actor: Actor) -> None:
    with unit_of_work(actor, "test") as work:
        for position, code in enumerate(("phone", "fax")):
            work.insert(Code, list_name="channel", code=code, label=code, position=position)
    with unit_of_work(actor, "test") as work:
        work.change(Code.get(Code.code == "fax"), {"active": False})
    assert [value.code for value in codes.values(actor.branch_id, "channel")] == ["phone"]
    assert codes.known_in(actor.branch_id)("channel") == {"phone", "fax"}
    assert codes.labels(actor.branch_id)["channel", "fax"].active is False


def test_another_branch_has_its_own_lists(actor: Actor) -> None:
    with unit_of_work(actor, "test") as work:
        work.insert(Code, list_name="channel", code="phone", label="Phone")
    assert codes.values(actor.branch_id + 1, "channel") == []
