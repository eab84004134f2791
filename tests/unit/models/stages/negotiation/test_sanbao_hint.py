"""What the three guarantees suggest in the talks, until a person has set it aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.stages.analysis.sanbao import commands
from models.stages.negotiation.queries import hints
from tests.unit.models.stages.analysis.sanbao.test_case import SAFETY, order, with_car

if TYPE_CHECKING:
    from tests.casefile import Dealership

WORDS = "The three guarantees may oblige us"


def test_a_suspected_right_is_not_to_be_refused_before_a_person_decided(
    dealership: Dealership,
) -> None:
    me, case = dealership.person("liumin"), with_car(dealership)
    order(dealership, case, "W1", 90, days=6)
    assert not [one for one in hints(case.id, dealership.clock.now) if WORDS in str(one)]
    commands.add_problem(me, case.id, SAFETY | {"order_no": "W1", "failure": ""})
    (said,) = [one for one in hints(case.id, dealership.clock.now) if WORDS in str(one)]
    articles = str(said)
    assert "21" in articles
    for rule in ("SB-15-ROADSIDE", "SB-19-FREE-REPAIR", "SB-21-COURTESY-CAR"):
        told = {"rule": rule, "decision": "set_aside", "reason": "已履行"}
        commands.decide(me, case.id, told)
    left = [str(one) for one in hints(case.id, dealership.clock.now) if WORDS in str(one)]
    assert "21" not in "".join(left)
