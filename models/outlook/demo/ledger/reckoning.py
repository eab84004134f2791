"""Reckons a whole history: every line by what its command would write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import ending, paper, registration, settling, work
from .sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.outlook.demo.history import History
    from models.outlook.demo.lines import Line

    from .world import World

_WRITES: dict[str, Callable[[Sheet, Line], None]] = {
    "intake.register_complaint": registration.register,
    "intake.save_draft": registration.save_draft,
    "intake.read_back": registration.read_back,
    "case.add_contact": work.add_contact,
    "case.set_level": work.set_level,
    "case.hold": work.hold,
    "case.add_task": work.add_task,
    "case.acknowledge_task": work.acknowledge_task,
    "case.finish_task": work.finish_task,
    "case.verify_task": work.verify_task,
    "case.answer_demand": settling.answer_demand,
    "analysis.save_severity": work.save_severity,
    "analysis.save_finding": work.save_finding,
    "analysis.add_cause": work.add_cause,
    "analysis.add_responsibility": work.add_responsibility,
    "negotiation.save_plan": settling.save_plan,
    "negotiation.add_option": settling.add_option,
    "negotiation.ask_approval": settling.ask_approval,
    "negotiation.add_round": settling.add_round,
    "approval.decide": settling.decide,
    "agreement.save": paper.save,
    "agreement.change_term": paper.change_term,
    "documents.print": paper.print_paper,
    "agreement.sign": paper.sign,
    "implementation.hand_over": ending.hand_over,
    "implementation.accept": ending.accept,
    "followup.record": ending.follow_up,
    "review.save": ending.save_review,
    "review.add_rectification": ending.add_rectification,
    "review.finish_rectification": ending.finish_rectification,
    "review.check_rectification": ending.check_rectification,
}


def reckon(world: World, history: History) -> Sheet:
    """Return the rows that the commands of a history would leave in the store."""
    sheet = Sheet(world, history)
    for line in history.lines:
        write = _WRITES.get(line.do, ending.step)
        write(sheet, line)
    return sheet
