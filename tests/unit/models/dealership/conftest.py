"""A store just set up, with an administrator, a care agent and a clock that tests turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.dealership.access import set_up
from models.dealership.access.queries import actor_for
from models.kernel.db import open_store
from tests.unit.models.dealership.people import add_person
from tests.unit.models.dealership.turned_clock import TurnedClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from models.kernel.actor import Actor
    from models.kernel.db import Store


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock()


@pytest.fixture
def empty_store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "store", create=True)
    yield store
    store.close()


@pytest.fixture
def admin(empty_store: Store, clock: TurnedClock) -> Actor:
    set_up.set_up_store(
        set_up.first_actor(clock),
        {
            "name": "临江汽车销售服务有限公司",
            "admin_login": "admin",
            "admin_name": "何静",
            "admin_password": "open the doors",
        },
    )
    return actor_for("admin", clock=clock)


@pytest.fixture
def agent(admin: Actor, clock: TurnedClock) -> Actor:
    add_person(admin, "lin", "林晓", "care_agent")
    return actor_for("lin", clock=clock)
