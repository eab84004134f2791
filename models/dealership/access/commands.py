"""Changing accounts, passwords, authority and absences."""

from __future__ import annotations

from models.kernel.command import Done, Values, Work, command
from models.kernel.errors import Forbidden, Invalid
from resources.texts import Message

from .fields import (
    ACCOUNT_FIELDS,
    AUTHORITY_FIELDS,
    CHANGE_FIELDS,
    LOGIN_FIELDS,
    OWN_PASSWORD_FIELDS,
    PASSWORD_FIELDS,
)
from .passwords import fits, hashed, require_good
from .rules import account_of, require_another_administrator, require_role, usable_login
from .tables import Account, AuthorityLimit, Credential

PERMISSION = "account.manage"


@command("access.add_account", permission=PERMISSION, specs=ACCOUNT_FIELDS)
def add_account(work: Work, values: Values) -> Done:
    """Add a person who works with the program."""
    login = usable_login(values["login"], "access.account.login")
    require_role(values["role"], "access.account.role")
    require_good(values["password"], login, "access.account.password")
    row = store_account(
        work,
        {**{key: values[key] for key in _PERSON_KEYS}, "login": login},
        values["password"],
        must_change=values["must_change"],
    )
    return Done(id=row.id, version=row.version)


_PERSON_KEYS = ("name", "role", "department", "title", "phone")


def store_account(
    work: Work, columns: Values, password: str, *, must_change: bool = False
) -> Account:
    """Store an account with its password; refuse a login that is taken."""
    return store_hashed(work, columns, hashed(password), must_change=must_change)


def store_hashed(
    work: Work, columns: Values, password_hash: str, *, must_change: bool = False
) -> Account:
    """Store an account whose password is hashed already; refuse a login that is taken."""
    taken = Account.select().where(
        Account.branch_id == work.actor.branch_id, Account.login == columns["login"]
    )
    if taken.exists():
        raise Invalid(
            {
                "access.account.login": Message(
                    "access",
                    "The login {login} is taken. Choose another one.",
                    login=columns["login"],
                )
            }
        )
    row: Account = work.insert(Account, **columns)
    Credential.create(account=row, password_hash=password_hash, must_change=must_change)
    return row


@command("access.change_account", permission=PERMISSION, specs=CHANGE_FIELDS, partial=True)
def change_account(work: Work, values: Values) -> Done:
    """Change name, role, department, title or telephone of the account named by ``login``."""
    row = account_of(work.actor.branch_id, values.pop("login", ""))
    if "role" in values and values["role"] != row.role:
        require_role(values["role"], "access.account.role")
        require_another_administrator(row)
    work.change(row, values, values.get("version"))
    return Done(id=row.id, version=row.version)


@command("access.set_password", permission=PERMISSION, specs=PASSWORD_FIELDS)
def set_password(work: Work, values: Values) -> Done:
    """Give an account a new password and end a pause after wrong tries."""
    row = account_of(work.actor.branch_id, values["login"])
    _store_password(work, row, values["password"], "access.account.password")
    Credential.update(must_change=values["must_change"]).where(Credential.account == row).execute()
    return Done(id=row.id, version=row.version)


@command("access.change_own_password", permission="complaint.view", specs=OWN_PASSWORD_FIELDS)
def change_own_password(work: Work, values: Values) -> Done:
    """Replace one's own password by another one."""
    row = account_of(work.actor.branch_id, work.actor.login)
    credential = Credential.get(Credential.account == row)
    if not fits(credential.password_hash, values["old_password"]):
        raise Invalid(
            {"access.own.old_password": Message("access", "This is not the present password.")}
        )
    _store_password(work, row, values["password"], "access.own.password")
    return Done(id=row.id, version=row.version)


def _store_password(work: Work, row: Account, password: str, place: str) -> None:
    require_good(password, row.login, place)
    Credential.update(
        password_hash=hashed(password), must_change=False, failed_count=0, locked_until=0
    ).where(Credential.account == row).execute()
    work.note(f"account:{row.uid}", {"password": "changed"})


@command("access.deactivate", permission=PERMISSION, specs=LOGIN_FIELDS)
def deactivate(work: Work, values: Values) -> Done:
    """Close an account; what it did keeps its name."""
    row = account_of(work.actor.branch_id, values["login"])
    require_another_administrator(row)
    work.change(row, {"active": False})
    return Done(id=row.id, version=row.version)


@command("access.activate", permission=PERMISSION, specs=LOGIN_FIELDS)
def activate(work: Work, values: Values) -> Done:
    """Open a closed account again."""
    row = account_of(work.actor.branch_id, values["login"])
    work.change(row, {"active": True})
    return Done(id=row.id, version=row.version)


@command("access.change_authority", permission=PERMISSION, specs=AUTHORITY_FIELDS)
def change_authority(work: Work, values: Values) -> Done:
    """Set what a role may grant in one case."""
    require_role(values["role"], "access.authority.role")
    if work.actor.role == values["role"]:
        raise Forbidden(
            Message("access", "Nobody raises the limit of their own role. Ask somebody else.")
        )
    row = AuthorityLimit.get(
        AuthorityLimit.branch_id == work.actor.branch_id, AuthorityLimit.role == values["role"]
    )
    work.change(row, {"limit_fen": values["limit_fen"]}, values.get("version"))
    return Done(id=row.id, version=row.version)
