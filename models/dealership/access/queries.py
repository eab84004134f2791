"""Who there is, what they may do and who may grant how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.dealership.office.queries import home_branch_id
from models.kernel.actor import Actor, system_clock
from models.kernel.db import alive
from models.kernel.errors import NotPossible
from resources.texts import Message

from .roles import DEFAULT_LIMITS_FEN, ROLE_PERMISSIONS, SYSTEM, permissions_of
from .tables import Account, AuthorityLimit, Credential

if TYPE_CHECKING:
    from collections.abc import Callable


class AccountView(NamedTuple):
    """One account as the settings page lists it."""

    login: str
    name: str
    role: str
    department: str
    title: str
    phone: str
    active: bool
    must_change: bool
    locked_until: int
    version: int


class Person(NamedTuple):
    """One person to choose: login, what to show and where they work."""

    login: str
    name: str
    role: str
    department: str
    active: bool


class Limit(NamedTuple):
    """What a role may grant per case."""

    role: str
    limit_fen: int
    version: int


def actor_for(
    login: str,
    *,
    clock: Callable[[], int] = system_clock,
    recorded_by: str = "",
    medium: str = "program",
    branch_id: int = 0,
) -> Actor:
    """Return the actor behind an active account; ``recorded_by`` typed what it decided.

    Without ``branch_id`` the store's first branch counts.
    """
    branch_id = branch_id or home_branch_id()
    row = Account.get_or_none(
        Account.branch_id == branch_id, Account.login == login, Account.active, alive(Account)
    )
    if row is None:
        raise NotPossible(
            Message(
                "access",
                "There is no active account {login}. Choose one from the list of accounts.",
                login=login,
            )
        )
    return Actor(
        login=row.login,
        name=row.name,
        role=row.role,
        branch_id=branch_id,
        department=row.department,
        permissions=permissions_of(row.role),
        recorded_by=recorded_by,
        medium=medium,
        clock=clock,
    )


def system_actor(branch_id: int = 0, *, clock: Callable[[], int] = system_clock) -> Actor:
    """Return the program itself, which runs the clocks."""
    return Actor(
        login=SYSTEM,
        name=SYSTEM,
        role=SYSTEM,
        branch_id=branch_id or home_branch_id(),
        permissions=permissions_of(SYSTEM),
        clock=clock,
    )


def accounts(branch_id: int) -> list[AccountView]:
    """Return all accounts, the active ones first, by login."""
    query = (
        Credential.select(Credential, Account)
        .join(Account)
        .where(Account.branch_id == branch_id, alive(Account))
        .order_by(Account.active.desc(), Account.login)
    )
    return [
        AccountView(
            c.account.login,
            c.account.name,
            c.account.role,
            c.account.department,
            c.account.title,
            c.account.phone,
            c.account.active,
            c.must_change,
            c.locked_until,
            c.account.version,
        )
        for c in query
    ]


def people(branch_id: int, *, with_inactive: bool = False) -> list[Person]:
    """Return the people to choose from, by department and name."""
    query = Account.select().where(Account.branch_id == branch_id, alive(Account))
    if not with_inactive:
        query = query.where(Account.active)
    query = query.order_by(Account.department, Account.name, Account.login)
    return [Person(a.login, a.name, a.role, a.department, a.active) for a in query]


def names(branch_id: int) -> dict[str, str]:
    """Return every login with its name, for lists that show many."""
    query = Account.select(Account.login, Account.name).where(Account.branch_id == branch_id)
    return {row.login: row.name for row in query}


def limits(branch_id: int) -> list[Limit]:
    """Return every role's limit, the lowest first."""
    query = AuthorityLimit.select().where(AuthorityLimit.branch_id == branch_id)
    stored = {row.role: Limit(row.role, row.limit_fen, row.version) for row in query}
    every = [
        stored.get(role, Limit(role, DEFAULT_LIMITS_FEN[role], 0)) for role in ROLE_PERMISSIONS
    ]
    return sorted(every, key=lambda limit: limit.limit_fen)


def authority_limit(branch_id: int, role: str) -> int:
    """Return how many fen ``role`` may grant in one case."""
    return next((x.limit_fen for x in limits(branch_id) if x.role == role), 0)


def who_may(branch_id: int, permission: str) -> list[Person]:
    """Return the active people whose role has a permission, to name them to those who lack it."""
    return [p for p in people(branch_id) if permission in permissions_of(p.role)]
