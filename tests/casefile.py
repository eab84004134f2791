"""A dealership with its people and one complaint in the state a test needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from models.casework.case.demands import state_demand
from models.casework.case.tables import Case
from models.dealership.access.roles import permissions_of
from models.dealership.access.tables import Account
from models.flow.registration import register_complaint
from models.kernel.actor import Actor
from models.kernel.command import unit_of_work
from models.kernel.seeding import seed_codes
from tests.stores import BRANCH, Clock

if TYPE_CHECKING:
    from models.kernel.db import Store

STAFF = {
    "liumin": ("刘敏", "care_agent", "customer_care"),
    "zhaolei": ("赵磊", "manager", "service"),
    "sunqi": ("孙琪", "manager", "customer_care"),
    "zhouhao": ("周浩", "department_head", "service"),
    "wugang": ("吴刚", "general_manager", "management"),
    "qianyi": ("钱怡", "finance", "finance"),
}


@dataclass
class Dealership:
    """Gives actors by login and cases in any state."""

    clock: Clock
    opened: int = 0

    def person(self, login: str, *, medium: str = "program", recorded_by: str = "") -> Actor:
        name, role, department = STAFF[login]
        return Actor(
            login,
            name,
            role,
            BRANCH,
            department,
            permissions_of(role),
            recorded_by,
            medium,
            self.clock,
        )

    def case(self, state: str = "NEGOTIATING", **columns: Any) -> Case:
        self.opened += 1
        told = {
            "case_no": f"KS-2026-{self.opened:06}",
            "state": state,
            "level": "GENERAL",
            "level_rank": 2,
            "received_at": self.clock.now,
            "customer_name": "陈女士",
            "phone": "13800000001",
            "owner": "liumin",
        }
        with unit_of_work(self.person("liumin"), "test.open_case") as work:
            return work.insert(Case, **(told | columns))  # type: ignore[no-any-return]

    def registered(self, state: str = "NEGOTIATING") -> Case:
        """Return a case that was registered by command and then set to ``state``."""
        told = {
            "phone": "13800000001",
            "customer_name": "陈女士",
            "channel": "phone",
            "object_kind": "quality_brake",
            "story": "车辆在高速上发动机熄火，已拖到店里。",
        }
        done = register_complaint(self.person("liumin"), told)
        Case.update(state=state).where(Case.id == done.id).execute()
        return Case.get_by_id(done.id)  # type: ignore[no-any-return]

    def demand(self, case: Case, amount: int | None = None, text: str = "承担拖车费") -> int:
        values = {"kind": "towing", "text": text, "amount": amount, "deadline": None, "reason": ""}
        with unit_of_work(self.person("liumin"), "test.state_demand") as work:
            return state_demand(work, case, values).no


@pytest.fixture
def dealership(store: Store, clock: Clock) -> Dealership:
    found = Dealership(clock)
    with unit_of_work(found.person("wugang"), "test.found_dealership") as work:
        seed_codes(work)
        for login, (name, role, department) in STAFF.items():
            work.insert(Account, login=login, name=name, role=role, department=department)
    return found
