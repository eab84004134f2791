"""A store just set up, with an administrator, a care agent and a clock that tests turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.dealership.access import set_up
from models.dealership.access.queries import actor_for
from models.kernel.db import open_store
from tests.stores import copied
from tests.unit.models.dealership.people import add_person
from tests.unit.models.dealership.turned_clock import TurnedClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from models.kernel.actor import Actor
    from models.kernel.db import Store

FIRST_RUN = {
    "name": "临江汽车销售服务有限公司",
    "admin_login": "admin",
    "admin_name": "何静",
    "admin_password": "open the doors",
}


@pytest.fixture(scope="session")
def store_with_admin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Set a store up once; each test works on a copy of it."""
    folder = tmp_path_factory.mktemp("dealership") / "admin"
    store = open_store(folder, create=True)
    set_up.set_up_store(set_up.first_actor(TurnedClock()), FIRST_RUN)
    store.close()
    return folder


@pytest.fixture(scope="session")
def store_with_agent(store_with_admin: Path) -> Path:
    folder = copied(store_with_admin, store_with_admin.with_name("agent"))
    store = open_store(folder)
    add_person(actor_for("admin", clock=TurnedClock()), "lin", "林晓", "care_agent")
    store.close()
    return folder


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock()


@pytest.fixture
def empty_store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "store", create=True)
    yield store
    store.close()


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    name = "store_with_agent" if "agent" in request.fixturenames else "store_with_admin"
    store = open_store(copied(request.getfixturevalue(name), tmp_path / "store"))
    yield store
    store.close()


@pytest.fixture
def admin(store: Store, clock: TurnedClock) -> Actor:
    return actor_for("admin", clock=clock)


@pytest.fixture
def agent(store: Store, clock: TurnedClock) -> Actor:
    return actor_for("lin", clock=clock)
