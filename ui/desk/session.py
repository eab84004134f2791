"""From a store to a person who works in it: which view comes first, and the log-in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from models.dealership.access import log_in, queries
from models.dealership.office import queries as office
from models.kernel.actor import Actor, system_clock

if TYPE_CHECKING:
    from collections.abc import Sequence

Clock = Callable[[], int]


def is_new() -> bool:
    """Tell whether the open store still needs its first run."""
    return not office.exists()


def people() -> Sequence[tuple[str, str]]:
    """Return (login, name) of everybody who may log in."""
    return [(p.login, p.name) for p in queries.people(office.home_branch_id())]


def branch_name() -> str:
    """Return the registered name of the dealership."""
    return office.branch(office.home_branch_id()).name


def enter(login: str, password: str | None, clock: Clock = system_clock) -> Actor:
    """Log in; without a password only into a demo store. Raises Forbidden."""
    if password is None:
        return log_in.log_in_to_demo(login, clock=clock)
    return log_in.log_in(login, password, clock=clock)


def was_given_password(actor: Actor) -> bool:
    """Tell whether the password is one that its owner has to replace."""
    return log_in.must_change_password(actor)
