"""The first run: a new store gets its branch, its lists, its limits and an administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.dealership.office.fields import BRANCH_FIELDS
from models.dealership.office.opening import FIRST_BRANCH_ID, open_branch
from models.kernel.actor import Actor, system_clock
from models.kernel.command import Done, Values, Work, command

from .commands import store_account
from .fields import FIRST_ADMINISTRATOR_FIELDS
from .passwords import require_good
from .roles import ADMINISTRATOR, DEFAULT_LIMITS_FEN, SYSTEM
from .rules import usable_login
from .tables import AuthorityLimit

if TYPE_CHECKING:
    from collections.abc import Callable

PERMISSION = "store.set_up"


def first_actor(clock: Callable[[], int] = system_clock) -> Actor:
    """Return who may set up an empty store, and nothing else."""
    return Actor(
        login=SYSTEM,
        name=SYSTEM,
        role=SYSTEM,
        branch_id=FIRST_BRANCH_ID,
        permissions=frozenset({PERMISSION}),
        clock=clock,
    )


@command(
    "access.set_up_store",
    permission=PERMISSION,
    specs=(*BRANCH_FIELDS, *FIRST_ADMINISTRATOR_FIELDS),
)
def set_up_store(work: Work, values: Values) -> Done:
    """Create the branch and its first administrator in a store that has none."""
    admin = {spec.key: values.pop(spec.key) for spec in FIRST_ADMINISTRATOR_FIELDS}
    login = usable_login(admin["admin_login"], "access.first.admin_login")
    require_good(admin["admin_password"], login, "access.first.admin_password")
    branch = open_branch(work, {spec.key: values[spec.key] for spec in BRANCH_FIELDS})
    for role, limit_fen in DEFAULT_LIMITS_FEN.items():
        work.insert(AuthorityLimit, role=role, limit_fen=limit_fen)
    store_account(
        work,
        {
            "login": login,
            "name": admin["admin_name"],
            "role": ADMINISTRATOR,
            "department": "management",
        },
        admin["admin_password"],
    )
    return Done(id=branch.id, version=branch.version)
