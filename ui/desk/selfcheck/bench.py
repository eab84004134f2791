"""Where the checks work: a folder with a Chinese name and a blank, a store, a complaint."""

from __future__ import annotations

import shutil
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from models.casework.case.queries import head
from models.dealership.access.commands import add_account
from models.dealership.access.set_up import first_actor, set_up_store
from models.dealership.office.queries import exists
from models.flow.papers import print_paper
from models.flow.registration import register_complaint
from models.kernel.db import open_store
from ui.desk import session

if TYPE_CHECKING:
    from pathlib import Path

    from models.casework.case.queries import CaseHead
    from models.casework.documents.commands import Printed
    from models.kernel.actor import Actor
    from models.kernel.db import Store
    from ui.shell.context import Render
    from ui.shell.theme import Theme

FOLDER = "自检 文件夹"
RARE = "㛃䶮𬭎"
TOLD = f"车主{RARE}来电：ABC-xyz 维修后仍漏油，（第2次）报价“1,234.50”元；要求《说明》。"
"""What a paper must give back: rare names, Latin letters, digits, full-width punctuation."""

_SECRET = "open the doors"
_HOUSE = {
    "name": "临江汽车销售服务有限公司",
    "admin_login": "admin",
    "admin_name": "何静",
    "admin_password": _SECRET,
}
_LEADER = {
    "login": "sunqi",
    "name": "孙琪",
    "role": "manager",
    "department": "customer_care",
    "password": _SECRET,
    "must_change": False,
}
COMPLAINT = {
    "phone": "13800000001",
    "customer_name": f"张{RARE}",
    "plate_no": "京A12345",
    "channel": "phone",
    "object_kind": "quality_fuel",
    "story": TOLD,
    "demands": [{"kind": "towing", "text": "拖车费", "amount": "800"}],
}


class Wrong(Exception):
    """What a check found is not as it should be."""


def expect(fits: object, reason: str) -> None:
    """Refuse what does not fit."""
    if not fits:
        raise Wrong(reason)


class Tools(NamedTuple):
    """What the composition root hands in: what renders papers, and where the log is."""

    render: Render
    log: Path


class Bench:
    """Makes what the checks share when the first of them asks for it."""

    def __init__(self, out: Path, tools: Tools) -> None:
        """Work below ``out``, where finished reports stay; what a crash left there is removed."""
        self.out, self.tools = out, tools
        self.folder = out / FOLDER
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    @cached_property
    def store(self) -> Store:
        """A new store with a house and somebody who leads the complaint desk."""
        opened = open_store(self.folder / "数据", create=True)
        if not exists():
            set_up_store(first_actor(), _HOUSE)
            add_account(session.enter("admin", _SECRET), _LEADER)
        return opened

    @cached_property
    def actor(self) -> Actor:
        """The leader of the desk, logged in."""
        _ = self.store
        return session.enter(_LEADER["login"], _SECRET)

    @cached_property
    def admin(self) -> Actor:
        """Who looks after the program, logged in."""
        _ = self.store
        return session.enter(_HOUSE["admin_login"], _SECRET)

    @cached_property
    def case(self) -> CaseHead:
        """The complaint."""
        return head(self.actor, register_complaint(self.actor, dict(COMPLAINT)).case_no)

    @cached_property
    def printed(self) -> Printed:
        """The register of the complaint on paper; its PDF stays with the reports."""
        made = print_paper(
            self.actor, self.case.case_no, "complaint_register", render=self.tools.render
        )
        (self.out / "selfcheck.pdf").write_bytes(made.pdf)
        return made

    @cached_property
    def look(self) -> Theme:
        """The look of the application, in which everything is drawn."""
        from ui.desk.opening import application
        from ui.shell.theme import Theme

        theme = Theme(application())
        theme.apply("light")
        return theme

    def reopened(self, store: Store) -> None:
        """Go on with the same store after it was closed and opened."""
        self.__dict__["store"] = store

    def tidy(self) -> None:
        """Close the store and remove everything but the reports."""
        if "store" in self.__dict__:
            self.__dict__.pop("store").close()
        shutil.rmtree(self.folder)
