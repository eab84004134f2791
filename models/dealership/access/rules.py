"""What an account may be: a usable login, a known role, never without an administrator."""

from __future__ import annotations

import re

from models.kernel.db import alive
from models.kernel.errors import Invalid, NotPossible
from resources.texts import Message

from .roles import ADMINISTRATOR, ROLE_PERMISSIONS, SYSTEM
from .tables import Account

_LOGIN = re.compile(r"[\w.\-]{2,60}")


def usable_login(typed: str, place: str) -> str:
    """Return the login as stored, in small letters, or refuse it."""
    login = typed.strip().casefold()
    if not _LOGIN.fullmatch(login) or login == SYSTEM:
        raise Invalid(
            {
                place: Message(
                    "access",
                    "{login} cannot be a login. Use 2 to 60 letters, digits, dots, hyphens or "
                    "underscores.",
                    login=typed.strip(),
                )
            }
        )
    return login


def require_role(role: str, place: str) -> None:
    """Refuse a role that the program does not know."""
    if role not in ROLE_PERMISSIONS:
        raise Invalid(
            {
                place: Message(
                    "access", "There is no role {role}. Choose one of the list.", role=role
                )
            }
        )


def account_of(branch_id: int, login: str) -> Account:
    """Return an account, active or not, or refuse."""
    row: Account | None = Account.get_or_none(
        Account.branch_id == branch_id, Account.login == login.strip().casefold(), alive(Account)
    )
    if row is None:
        raise NotPossible(
            Message(
                "access",
                "There is no account {login}. Choose one from the list of accounts.",
                login=login,
            )
        )
    return row


def require_another_administrator(row: Account) -> None:
    """Refuse to take the last active administrator away: nobody could manage the store."""
    others = Account.select().where(
        Account.branch_id == row.branch_id,
        Account.role == ADMINISTRATOR,
        Account.active,
        Account.id != row.id,
        alive(Account),
    )
    if row.role == ADMINISTRATOR and row.active and not others.exists():
        raise NotPossible(
            Message(
                "access",
                "{name} is the last administrator. Make somebody else administrator first.",
                name=row.name,
            )
        )
