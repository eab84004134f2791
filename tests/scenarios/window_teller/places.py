"""Where in the window a clerk does what a command does: the lists, forms and menus by name."""

from __future__ import annotations

from typing import NamedTuple


class Press(NamedTuple):
    """A button that asks for values in a dialog; the first of these that can be seen."""

    buttons: tuple[str, ...]


class Act(NamedTuple):
    """Something done with the row of a number: the list, and what its button is called."""

    lists: tuple[str, ...]
    verb: str


class Form(NamedTuple):
    """A form of a panel is filled in; the button that saves it."""

    save: str


class Menu(NamedTuple):
    """An entry of the menu of the case."""

    entry: str


Place = Press | Act | Form | Menu

_TASKS = ("case.task", "implementation.task")
_DEMANDS = ("case.demand",)
_EVIDENCE = ("evidence.item",)
_CAUSES = ("analysis.cause",)
_SHARES = ("analysis.responsibility",)
_TERMS = ("agreement.term",)
_DELIVERIES = ("implementation.delivery",)
_REPAIRS = ("implementation.repair",)
_ITEMS = ("review.rectification",)

PLACES: dict[str, Place] = {
    "case.add_demand": Press(("case.demand.add",)),
    "case.change_demand": Act(_DEMANDS, "edit"),
    "case.remove_demand": Act(_DEMANDS, "remove"),
    "case.answer_demand": Act(_DEMANDS, "answer"),
    "case.deliver_demand": Act(_DEMANDS, "deliver"),
    "case.add_task": Press(("case.task.add", "implementation.task.add")),
    "case.change_task": Act(_TASKS, "edit"),
    "case.acknowledge_task": Act(_TASKS, "acknowledge"),
    "case.finish_task": Act(_TASKS, "finish"),
    "case.verify_task": Act(_TASKS, "verify"),
    "case.return_task": Act(_TASKS, "return"),
    "case.cancel_task": Act(_TASKS, "cancel"),
    "case.set_level": Menu("set_level"),
    "case.assign": Menu("assign"),
    "case.hold": Menu("hold"),
    "case.lift_hold": Menu("lift_hold"),
    "case.link": Menu("link"),
    "evidence.change": Act(_EVIDENCE, "edit"),
    "evidence.remove": Act(_EVIDENCE, "remove"),
    "evidence.hand_over": Act(_EVIDENCE, "hand_over"),
    "analysis.judge_handling": Press(("analysis.judge_handling",)),
    "analysis.report_to_leader": Press(("analysis.report",)),
    "analysis.explain_to_customer": Press(("analysis.explain",)),
    "analysis.order_apology": Press(("analysis.order_apology",)),
    "analysis.add_cause": Press(("analysis.cause.add",)),
    "analysis.change_cause": Act(_CAUSES, "edit"),
    "analysis.remove_cause": Act(_CAUSES, "remove"),
    "analysis.add_responsibility": Press(("analysis.responsibility.add",)),
    "analysis.change_responsibility": Act(_SHARES, "edit"),
    "analysis.remove_responsibility": Act(_SHARES, "remove"),
    "analysis.add_repair_order": Press(("analysis.sanbao.add_order",)),
    "analysis.add_sanbao_problem": Press(("analysis.sanbao.add",)),
    "analysis.save_sanbao_car": Press(("analysis.sanbao_car.edit",)),
    "analysis.save_sanbao_demand": Press(("analysis.sanbao_demand.edit",)),
    "analysis.save_severity": Form("analysis.severity.save"),
    "analysis.save_finding": Form("analysis.save"),
    "approval.request": Press(("approval.add",)),
    "approval.withdraw": Act(("approval",), "withdraw"),
    "negotiation.add_option": Press(("negotiation.option.add",)),
    "negotiation.add_round": Press(("negotiation.round.add",)),
    "negotiation.save_plan": Form("negotiation.save"),
    "agreement.save": Form("agreement.save"),
    "agreement.add_term": Press(("agreement.term.add",)),
    "agreement.change_term": Act(_TERMS, "edit"),
    "agreement.remove_term": Act(_TERMS, "remove"),
    "agreement.sign": Form("agreement.sign"),
    "implementation.add_delivery": Press(("implementation.delivery.add",)),
    "implementation.change_delivery": Act(_DELIVERIES, "edit"),
    "implementation.remove_delivery": Act(_DELIVERIES, "remove"),
    "implementation.hand_over": Act(_DELIVERIES, "hand_over"),
    "implementation.claim_back": Act(_DELIVERIES, "claim_back"),
    "implementation.add_repair": Press(("implementation.repair.add",)),
    "implementation.change_repair": Act(_REPAIRS, "edit"),
    "implementation.remove_repair": Act(_REPAIRS, "remove"),
    "implementation.accept": Form("implementation.accept"),
    "intake.save": Form("intake.save"),
    "intake.read_back": Form("intake.read_back.save"),
    "review.save": Form("review.save"),
    "review.add_rectification": Press(("review.rectification.add",)),
    "review.change_rectification": Act(_ITEMS, "edit"),
    "review.remove_rectification": Act(_ITEMS, "remove"),
    "review.finish_rectification": Act(_ITEMS, "finish"),
    "review.check_rectification": Act(_ITEMS, "check"),
}

BEFORE_THE_WINDOW = {
    "parties.add_customer": "customers come with the sales data, before any complaint",
    "parties.add_vehicle": "vehicles come with the sales data",
    "parties.add_ownership": "who owns what comes with the sales data",
    "parties.add_handover_check": "the hand-over of a new car is checked by sales",
    "parties.add_repair_order": "repair orders come from the workshop",
}
"""What is imported or kept elsewhere and is told by command, each with its reason."""
