"""Logging in: name and password, a pause after wrong tries, and the demo's open door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.dealership.office.queries import home_branch_id
from models.kernel import settings
from models.kernel.actor import Actor, system_clock
from models.kernel.command import unit_of_work
from models.kernel.db import alive
from models.kernel.errors import Forbidden, UserError
from models.kernel.zone import local_time
from resources.texts import Message

from .passwords import fits
from .queries import actor_for, system_actor
from .tables import Account, Credential

if TYPE_CHECKING:
    from collections.abc import Callable

COMMAND = "access.log_in"
MOST_TRIES = 5
PAUSE_MS = 10 * 60_000


def log_in(
    login: str,
    password: str,
    *,
    clock: Callable[[], int] = system_clock,
    branch_id: int = 0,
) -> Actor:
    """Return the actor of a right login and password; refuse with :class:`Forbidden` otherwise.

    Five wrong tries pause the account for ten minutes. An unknown login and a wrong password get
    the same sentence.
    """
    branch_id = branch_id or home_branch_id()
    login = login.strip().casefold()
    with unit_of_work(system_actor(branch_id, clock=clock), COMMAND) as work:
        credential = _credential(branch_id, login)
        refusal = _refusal(credential, password, work.now)
        if credential is None:
            work.note("account", {"log_in": "unknown"})
        else:
            outcome = "refused" if refusal else "done"
            work.note(f"account:{credential.account.uid}", {"log_in": outcome})
    if refusal is not None:
        raise refusal
    return actor_for(login, clock=clock, branch_id=branch_id)


def log_in_to_demo(
    login: str, *, clock: Callable[[], int] = system_clock, branch_id: int = 0
) -> Actor:
    """Return the actor of a demo store's account without a password."""
    branch_id = branch_id or home_branch_id()
    if not is_demo(branch_id):
        raise Forbidden(Message("access", "This store needs a password to log in."))
    return actor_for(login.strip().casefold(), clock=clock, branch_id=branch_id)


def is_demo(branch_id: int = 0) -> bool:
    """Tell whether the store is a demo store, whose papers say so and which needs no password."""
    return bool(settings.get(branch_id or home_branch_id(), "store.demo"))


def must_change_password(actor: Actor) -> bool:
    """Tell whether the account was given a password that its owner has to replace."""
    credential = _credential(actor.branch_id, actor.login)
    return bool(credential and credential.must_change)


def _credential(branch_id: int, login: str) -> Credential | None:
    found: Credential | None = (
        Credential.select(Credential, Account)
        .join(Account)
        .where(
            Account.branch_id == branch_id,
            Account.login == login,
            Account.active,
            alive(Account),
        )
        .first()
    )
    return found


def _refusal(credential: Credential | None, password: str, now: int) -> UserError | None:
    """Count the try and return why it fails, or None when it does not."""
    if credential is not None and now < credential.locked_until:
        return _paused(credential.locked_until)
    right = fits(credential.password_hash if credential else "", password)
    if credential is None:
        return _wrong()
    if right:
        credential.failed_count = 0
        credential.save()
        return None
    credential.failed_count += 1
    if credential.failed_count >= MOST_TRIES:
        credential.failed_count, credential.locked_until = 0, now + PAUSE_MS
    credential.save()
    return _paused(credential.locked_until) if now < credential.locked_until else _wrong()


def _wrong() -> Forbidden:
    return Forbidden(
        Message(
            "access",
            "Login or password is wrong. Try again; after {most} wrong tries there is a pause of "
            "{minutes} minutes.",
            most=MOST_TRIES,
            minutes=PAUSE_MS // 60_000,
        )
    )


def _paused(until: int) -> Forbidden:
    return Forbidden(
        Message(
            "access",
            "After {most} wrong tries this account is locked until {until}. Try again then, or "
            "ask the administrator for a new password.",
            most=MOST_TRIES,
            until=f"{local_time(until):%H:%M}",
        )
    )
