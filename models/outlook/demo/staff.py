"""The invented dealership: its branch, its people and the mark that makes a store a demo store."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import resources
from models.dealership.access.commands import store_hashed
from models.dealership.access.passwords import hashed
from models.dealership.access.queries import actor_for
from models.dealership.access.roles import ADMINISTRATOR
from models.dealership.access.set_up import first_actor, set_up_store
from models.kernel import settings
from models.kernel.command import unit_of_work

from .lines import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable


class DemoAccount(NamedTuple):
    """How to log in as one of the people."""

    login: str
    password: str
    role: str


class House(NamedTuple):
    """The dealership that was opened: its name and everybody's account."""

    branch: str
    accounts: tuple[DemoAccount, ...]


def open_house(clock: Callable[[], int]) -> House:
    """Set up the store with the branch and its people, and mark it as a demo store."""
    told = _told()
    password, admin = told["password"], told["administrator"]
    first = {"admin_login": admin["login"], "admin_name": admin["name"]}
    set_up_store(first_actor(clock), told["branch"] | first | {"admin_password": password})
    administrator = actor_for(admin["login"], clock=clock)
    one_hash = hashed(password)  # it takes long on purpose; everybody has the same password
    with unit_of_work(administrator, "demo.open_house") as work:
        settings.put(work, "store.demo", True)
        for person in told["accounts"]:
            store_hashed(work, person, one_hash)
    accounts = [(p["login"], p["role"]) for p in told["accounts"]] + [
        (admin["login"], ADMINISTRATOR)
    ]
    return House(
        told["branch"]["name"],
        tuple(DemoAccount(login, password, role) for login, role in accounts),
    )


def _told() -> dict[str, Any]:
    text = resources.path(f"{FOLDER}/staff.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
