"""Reading for the three guarantees: the car's history, the opinion on it, what was decided."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from models.casework.case.editing import rows_of
from models.casework.case.tables import Case
from models.dealership.office.queries import calendar_of
from models.dealership.parties import queries as parties
from models.kernel.db import alive
from models.kernel.zone import day_of

from .fields import OF_VEHICLE
from .opinion import Opinion, judge
from .reading import car_of, history_of, repair_of
from .tables import SanbaoCar, SanbaoDecision, SanbaoDemand, SanbaoProblem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.dealership.parties.queries import RepairOrderView

    from .facts import Car, History
    from .verdicts import RuleOpinion


@dataclass(frozen=True, slots=True)
class CaseOpinion:
    """The opinion on the car of a case, and what a person decided about each rule."""

    opinion: Opinion
    decisions: dict[str, dict[str, Any]]

    def verdict(self, rule_id: str) -> str:
        """Return the verdict of a rule."""
        return next(one.verdict for one in self.opinion.rules if one.rule.id == rule_id)

    def open_rules(self) -> list[RuleOpinion]:
        """Return the rules that are met or nearly met and that nobody has set aside."""
        aside = {rule for rule, row in self.decisions.items() if row["decision"] == "set_aside"}
        return [one for one in self.opinion.suspected if one.rule.id not in aside]


def opinion_of(case_id: int, now: int) -> CaseOpinion | None:
    """Judge the car of a case by all that is recorded of it; None when the case has no car."""
    case = Case.get_by_id(case_id)
    if not case.vehicle_id:
        return None
    opinion = judge(_history(case), now, calendar_of(case.branch_id))
    return CaseOpinion(opinion, decisions(case_id))


def car(case_id: int) -> dict[str, Any]:
    """Return the dates of the vehicle and what its papers say, by field key; empty without one."""
    vehicle_id = Case.get_by_id(case_id).vehicle_id
    return _car_values(vehicle_id) if vehicle_id else {}


def car_of_vehicle(vehicle_id: int) -> Car:
    """Return a vehicle as the checker takes it."""
    return car_of(_car_values(vehicle_id))


def problems(case_id: int) -> list[dict[str, Any]]:
    """Return every repair order of the vehicle with what was judged of it, and other problems.

    A row of another case or an order that nobody judged has the ``no`` 0.
    """
    case = Case.get_by_id(case_id)
    if not case.vehicle_id:
        return []
    judged = _judged(case.vehicle_id)
    numbers = _case_numbers(row["case"] for rows in judged.values() for row in rows)
    found = []
    for order in parties.repair_orders(case.vehicle_id):
        rows = judged.pop(order.id, []) or [{}]
        found += [_row(order, row, case_id, numbers) for row in rows]
    found += [_row(None, row, case_id, numbers) for rows in judged.values() for row in rows]
    return sorted(found, key=lambda row: row["at"])


def demand(case_id: int) -> dict[str, Any]:
    """Return when exchange or return was demanded, answered and done; empty before."""
    return next(iter(rows_of(SanbaoDemand, case_id)), {})


def decisions(case_id: int) -> dict[str, dict[str, Any]]:
    """Return what was decided, by rule."""
    return {row["rule"]: row for row in rows_of(SanbaoDecision, case_id)}


def _history(case: Case) -> History:
    judged = _judged(case.vehicle_id)
    repairs = [
        repair_of(order._asdict(), judged.pop(order.id, []))
        for order in parties.repair_orders(case.vehicle_id)
    ]
    unrepaired = [_at_receipt(row) for rows in judged.values() for row in rows]
    return history_of(car_of_vehicle(case.vehicle_id), repairs, unrepaired, demand(case.id))


def _at_receipt(row: dict[str, Any]) -> dict[str, Any]:
    """Take the receipt of its case as the time of a problem that names none."""
    if row["happened_at"] is not None:
        return row
    return row | {"happened_at": Case.get_by_id(row["case"]).received_at}


def _judged(vehicle_id: int) -> dict[int | None, list[dict[str, Any]]]:
    query = (
        SanbaoProblem.select()
        .where(SanbaoProblem.vehicle == vehicle_id, alive(SanbaoProblem))
        .order_by(SanbaoProblem.id)
    )
    found: dict[int | None, list[dict[str, Any]]] = defaultdict(list)
    for row in cast("list[dict[str, Any]]", list(query.dicts())):
        found[row["repair_order"]].append(row)
    return found


def _car_values(vehicle_id: int) -> dict[str, Any]:
    vehicle = parties.vehicle(vehicle_id)
    if vehicle is None:
        return {}
    papers = SanbaoCar.select().where(SanbaoCar.vehicle == vehicle_id, alive(SanbaoCar))
    values: dict[str, Any] = next(iter(papers.dicts()), {})
    return values | {key: getattr(vehicle, key) for key in OF_VEHICLE}


def _row(
    order: RepairOrderView | None,
    row: dict[str, Any],
    case_id: int,
    numbers: dict[int, str],
) -> dict[str, Any]:
    own = row.get("case") == case_id
    at = order.confirmed_at if order else (row["happened_at"] or row["created_at"])
    named = (order.order_no or day_of(order.confirmed_at)) if order else ""
    return row | {
        "no": row["no"] if own else 0,
        "judged": bool(row),
        "case_no": "" if own or not row else numbers[row["case"]],
        "at": at,
        "completed_at": order.completed_at if order else None,
        "order_no": named,
        "km": order.odometer_km if order else row["odometer_km"],
        "symptom": order.symptom if order else "",
    }


def _case_numbers(case_ids: Iterable[int]) -> dict[int, str]:
    query = Case.select(Case.id, Case.case_no).where(Case.id.in_(set(case_ids)))
    return {row.id: row.case_no for row in query}
