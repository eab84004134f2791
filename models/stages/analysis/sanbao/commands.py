"""Writing for the three guarantees: the car's papers, judged problems, the demand, decisions."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from models.casework.case import clock
from models.casework.case.editing import add_row, case_command, change_row, remove_row
from models.casework.case.fields import ENDED, STATES
from models.dealership.office.queries import calendar_of
from models.dealership.parties.commands import change_vehicle
from models.dealership.parties.fields import REPAIR_ORDER_FIELDS
from models.dealership.parties.tables import RepairOrder, Vehicle
from models.dealership.parties.workshop import add_repair_order
from models.kernel.checked import BadValue
from models.kernel.command import Done, Values, Work
from models.kernel.db import FAR_FUTURE, alive
from models.kernel.errors import Invalid, NotPossible
from models.kernel.given import CONTROL_KEYS
from models.kernel.zone import day_of, moment_of
from models.stages.analysis.fields import EDITABLE_IN
from resources.texts import Message

from . import queries
from .deadlines import ANSWER, COMPLETE, DELAY, MEDIATION, demanded
from .fee import coefficient
from .fields import CAR_FIELDS, DECISION_FIELDS, DEMAND_FIELDS, OF_VEHICLE, PROBLEM_FIELDS
from .law import BY_ID
from .reading import history_of
from .tables import SanbaoCar, SanbaoDecision, SanbaoDemand, SanbaoProblem

if TYPE_CHECKING:
    from models.casework.case.tables import Case, CaseRecord

PERMISSION = "case.analyse"
DEMANDED_IN = frozenset(STATES) - {"DRAFT"} - ENDED
ORDER_FIELDS = tuple(spec for spec in REPAIR_ORDER_FIELDS if spec.key != "vehicle")
_CAR, _PROBLEM = "analysis.sanbao_car", "analysis.sanbao"


@case_command(
    "analysis.save_sanbao_car",
    permission=PERMISSION,
    specs=CAR_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def save_car(work: Work, case: Case, values: Values) -> Done:
    """Save what invoice and certificate say of the vehicle of a case."""
    vehicle = _vehicle(case)
    _check_coefficient(values.get("coefficient_n", ""))
    _change_vehicle(work, vehicle, values)
    columns = {k: v for k, v in values.items() if k in SanbaoCar._meta.fields and k != "version"}
    row: Any = SanbaoCar.get_or_none(SanbaoCar.vehicle == vehicle, alive(SanbaoCar))
    if row is None:
        row = work.insert(SanbaoCar, vehicle=vehicle.id, **columns)
    else:
        work.change(row, columns, values.get("version"))
    _note(work, case, {key: value for key, value in values.items() if key not in CONTROL_KEYS})
    return Done(case.case_no, 0, row.id, row.version)


@case_command(
    "analysis.add_repair_order",
    permission=PERMISSION,
    specs=ORDER_FIELDS,
    editable_in=EDITABLE_IN,
)
def add_order(work: Work, case: Case, values: Values) -> Done:
    """Record a stay of the vehicle of a case in a workshop, here or elsewhere."""
    done = add_repair_order(work.actor, values | {"vehicle": _vehicle(case).id})
    _note(work, case, {key: values[key] for key in ("order_no", "symptom")})
    return Done(case.case_no, 0, done.id, done.version)


@case_command(
    "analysis.add_sanbao_problem",
    permission=PERMISSION,
    specs=PROBLEM_FIELDS,
    editable_in=EDITABLE_IN,
)
def add_problem(work: Work, case: Case, values: Values) -> Done:
    """Judge a problem of a repair order, or one that came to no workshop yet."""
    vehicle = _vehicle(case)
    columns = _columns(vehicle, values) | {"vehicle": vehicle.id}
    return _done(case, add_row(work, case, SanbaoProblem, columns))


@case_command(
    "analysis.change_sanbao_problem",
    permission=PERMISSION,
    specs=PROBLEM_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def change_problem(work: Work, case: Case, values: Values) -> Done:
    """Judge a problem anew."""
    return _done(case, change_row(work, case, SanbaoProblem, _columns(_vehicle(case), values)))


@case_command("analysis.remove_sanbao_problem", permission=PERMISSION, editable_in=EDITABLE_IN)
def remove_problem(work: Work, case: Case, values: Values) -> Done:
    """Take a judged problem out; the history keeps it."""
    return _done(case, remove_row(work, case, SanbaoProblem, values))


@case_command(
    "analysis.save_sanbao_demand",
    permission=PERMISSION,
    specs=DEMAND_FIELDS,
    editable_in=DEMANDED_IN,
    partial=True,
)
def save_demand(work: Work, case: Case, values: Values) -> Done:
    """Note when exchange or return was demanded, answered and done; the law's clocks follow."""
    row: Any = SanbaoDemand.get_or_none(SanbaoDemand.case == case, alive(SanbaoDemand))
    if row is None:
        row = add_row(work, case, SanbaoDemand, values)
    else:
        columns = {k: v for k, v in values.items() if k in SanbaoDemand._meta.fields}
        columns.pop("version", None)
        work.change(row, columns, values.get("version"))
    _run_clocks(work, case, row)
    return _done(case, row)


@case_command(
    "analysis.decide_sanbao",
    permission=PERMISSION,
    specs=DECISION_FIELDS,
    editable_in=EDITABLE_IN,
)
def decide(work: Work, case: Case, values: Values) -> Done:
    """Confirm the verdict of a rule or set it aside, with the reason; a new word replaces it."""
    if values["rule"] not in BY_ID:
        text = Message("sanbao", "There is no rule {rule}.", rule=values["rule"])
        raise Invalid({"analysis.sanbao_decision.rule": text})
    found = queries.opinion_of(case.id, work.now)
    if found is None:
        raise _no_vehicle()
    columns = {
        "decision": values["decision"],
        "reason": values["reason"],
        "verdict": found.verdict(values["rule"]),
        "decided_by": work.actor.login,
        "decided_at": work.now,
    }
    row = SanbaoDecision.get_or_none(
        SanbaoDecision.case == case, SanbaoDecision.rule == values["rule"], alive(SanbaoDecision)
    )
    if row is None:
        row = add_row(work, case, SanbaoDecision, columns | {"rule": values["rule"]})
    else:
        work.change(row, columns, values.get("version"))
    return _done(case, row)


def _note(work: Work, case: Case, values: Values) -> None:
    """Keep in the history of the case what was said of its vehicle, which is no row of the case."""
    told = {key: value for key, value in values.items() if value not in ("", None, False)}
    work.note(f"complaint_case:{case.uid}", told, case.id)


def _vehicle(case: Case) -> Vehicle:
    row: Vehicle | None = Vehicle.get_or_none(Vehicle.id == case.vehicle_id, alive(Vehicle))
    if row is None:
        raise _no_vehicle()
    return row


def _no_vehicle() -> NotPossible:
    return NotPossible(
        Message("sanbao", "The case has no vehicle yet. Enter plate or VIN in the registration.")
    )


def _check_coefficient(typed: str) -> None:
    try:
        if typed:
            coefficient(typed)
    except BadValue as problem:
        raise Invalid({f"{_CAR}.coefficient_n": problem.message}) from problem


def _change_vehicle(work: Work, vehicle: Vehicle, values: Values) -> None:
    own = {key: values[key] for key in OF_VEHICLE if key in values}
    if not own:
        return
    sure = {"confirmed": values["confirmed"]} if "confirmed" in values else {}
    try:
        change_vehicle(work.actor, {"id": vehicle.id, **own, **sure})
    except Invalid as refusal:
        named = {k.replace("parties.vehicle", _CAR): v for k, v in refusal.problems.items()}
        raise Invalid(named) from refusal


def _columns(vehicle: Vehicle, values: Values) -> Values:
    """Return the columns of a problem; the order that was named becomes the order itself."""
    columns = dict(values)
    if "order_no" in columns:
        typed = columns.pop("order_no")
        columns["repair_order"] = _order(vehicle, typed) if typed else None
    return columns


def _order(vehicle: Vehicle, typed: str) -> int:
    """Return the order of this number, or the one without a number that was begun on this day."""
    own = RepairOrder.select().where(RepairOrder.vehicle == vehicle, alive(RepairOrder))
    for row in own:
        if typed == (row.order_no or day_of(row.confirmed_at)):
            return int(row.id)
    raise Invalid(
        {
            f"{_PROBLEM}.order_no": Message(
                "sanbao", "There is no repair order {no} of this vehicle.", no=typed
            )
        }
    )


def _run_clocks(work: Work, case: Case, row: SanbaoDemand) -> None:
    dates = {spec.key: getattr(row, spec.key) for spec in DEMAND_FIELDS}
    calendar = calendar_of(case.branch_id)
    history = history_of(queries.car_of_vehicle(case.vehicle_id), (), (), dates)
    found = {one.kind: one for one in demanded(history, calendar)}
    began = {ANSWER: "received_on", COMPLETE: "made_on", DELAY: "made_on", MEDIATION: "accepted_on"}
    met = {ANSWER: "answered_on", COMPLETE: "completed_on", DELAY: "completed_on"}
    for kind, start in began.items():
        limit = None
        if kind in found:
            done = dates.get(met.get(kind, "completed_on"), "")
            limit = clock.Limit(
                started_at=_begin_of(dates[start]),
                due_at=calendar.closing_time(date.fromisoformat(found[kind].day)),
                met_at=_begin_of(done) if done else FAR_FUTURE,
                working=kind in {ANSWER, COMPLETE},
                uncertain=bool(found[kind].doubts),
            )
        clock.set_legal(work, case, kind, limit)


def _begin_of(day: str) -> int:
    return moment_of(datetime.fromisoformat(day))


def _done(case: Case, row: CaseRecord) -> Done:
    return Done(case.case_no, row.no, row.id, row.version)
