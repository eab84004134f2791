"""People that the tests of the dealership add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.dealership.access import commands

if TYPE_CHECKING:
    from models.kernel.actor import Actor

PASSWORD = "good morning"


def add_person(admin: Actor, login: str, name: str, role: str) -> None:
    commands.add_account(
        admin,
        {
            "login": login,
            "name": name,
            "role": role,
            "department": "customer_care",
            "password": PASSWORD,
        },
    )
