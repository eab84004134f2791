"""A dealership that prints: a registered complaint with its demands, agreed or on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from models.casework.case.demands import answer_demand
from models.casework.case.tables import Case
from models.casework.documents.canonical import to_json
from models.dealership.office.tables import Branch
from models.flow.papers import print_paper
from models.flow.registration import register_complaint
from models.kernel.command import unit_of_work
from models.stages.agreement import commands as agreements
from models.stages.agreement.terms import change_term

if TYPE_CHECKING:
    from models.casework.documents.commands import Printed
    from models.casework.documents.content import Frame
    from tests.casefile import Dealership

SCAN = b"%PDF-1.7 signed\n%%EOF\n"
HOUSE = {
    "name": "示例汽车销售服务有限公司",
    "credit_code": "91350100M000100Y43",
    "address": "示例市示例区示例大道1号",
    "phone": "020-00001234",
    "place": "示例市示例区",
}
TOLD = {
    "phone": "13800000001",
    "customer_name": "陈晓",
    "channel": "maker_line",
    "object_kind": "quality_fuel",
    "model": "示例牌 S5",
    "plate_no": "粤BD12345",
    "story": "新车在高速上熄火，怎么都打不着。",
    "relation": "owner",
}
DEMANDS = (
    {"kind": "towing", "text": "承担拖车费", "amount": "1234"},
    {"kind": "free_repair", "text": "修好并交还该车"},
    {"kind": "distress", "text": "补偿惊吓", "amount": "5000"},
)


class Plain(NamedTuple):
    """What the plain renderer of the tests brings."""

    pdf: bytes
    pages: int


def plain_render(name: str, content: object, frame: Frame) -> Plain:
    """Return bytes that tell name, content and frame apart, in place of a real layout."""
    return Plain(b"%PDF-1.7\n" + name.encode() + to_json(content) + repr(frame).encode(), 1)


@dataclass
class Desk:
    """Registers, agrees and prints in a few words."""

    house: Dealership

    def register(self, *demands: dict[str, Any], **told: Any) -> Case:
        given = [dict(demand) for demand in demands or DEMANDS]
        done = register_complaint(self.house.person("liumin"), TOLD | told | {"demands": given})
        return self.case(done.case_no)

    def case(self, case_no: str) -> Case:
        return Case.get(Case.case_no == case_no)  # type: ignore[no-any-return]

    def set(self, case: Case, **columns: Any) -> None:
        """Put a case where the test needs it, past the steps that lead there."""
        with unit_of_work(self.house.person("liumin"), "test.set") as work:
            work.change(self.case(case.case_no), columns)

    def grant(self, case: Case, no: int, amount: str | None = None, text: str = "") -> None:
        answer = {"answer": "granted", "agreed_amount": amount, "agreed_text": text}
        answer_demand(self.house.person("liumin"), case.case_no, {"no": no} | answer)

    def agreed(self, amount: str = "150", **told: Any) -> Case:
        """Return a case whose agreement waits to be completed and printed."""
        case = self.register(**told)
        self.set(case, state="NEGOTIATING")
        self.grant(case, 1, amount, "承担拖车费")
        self.grant(case, 2, None, "更换燃油泵并交还该车")
        answer_demand(self.house.person("liumin"), case.case_no, {"no": 3, "answer": "dropped"})
        with unit_of_work(self.house.person("liumin"), "test.agree") as work:
            agreements.draft_from_demands(work, self.case(case.case_no))
        self.set(case, state="AGREED")
        return self.case(case.case_no)

    def complete(self, case: Case) -> None:
        """Fill in what a drafted agreement still lacks."""

        actor = self.house.person("liumin")
        agreements.save(actor, case.id, {"facts_confirmed": "车辆在高速上熄火。"})
        for no in (1, 2):
            change_term(actor, case.id, {"no": no, "due_on": "2026-08-05"})

    def ready(self, amount: str = "150", **told: Any) -> Case:
        """Return a case whose agreement can be printed."""
        case = self.agreed(amount, **told)
        self.complete(case)
        return self.case(case.case_no)

    def print(
        self, case: Case, kind: str = "settlement_agreement", by: str = "liumin", **how: Any
    ) -> Printed:
        given = {"render": plain_render} | how
        return print_paper(self.house.person(by), case.id, kind, **given)


@pytest.fixture
def desk(dealership: Dealership) -> Desk:
    with unit_of_work(dealership.person("wugang"), "test.open_branch") as work:
        work.insert(Branch, **HOUSE)
    return Desk(dealership)
