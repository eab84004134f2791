"""Registering a complaint, reckoned: parties, case, intake, demands, clocks, the first contact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.rules import rank
from models.casework.case.tables import Case, Due
from models.dealership.parties.rules import PHONE_TAIL, VIN_TAIL
from models.dealership.parties.tables import Customer, Ownership, Vehicle
from models.kernel.db import new_uid
from models.kernel.zone import DAY, MINUTE
from models.stages.intake.tables import Intake

from .sheet import blank
from .world import Known, spelled

if TYPE_CHECKING:
    from models.outlook.demo.lines import Line

    from .sheet import Row, Sheet

_CLOCKS = ("first_response", "plan", "close")
_CUSTOMER = {"customer_kind": "kind", "customer_name": "name"} | {
    key: key for key in ("phone", "contact_person", "address")
}
_VEHICLE = ("plate_no", "vin", "model", "invoice_date", "odometer_km")
_SHOWN = ("phone", "customer_name", "plate_no", "vin", "model", "channel", "source")
_WAYS = {"walk_in": "visit_store", "letter": "letter", "fax": "fax", "wechat": "wechat"}
_PLATE_START = 2
_DAY_MINUTES = 24 * 60
_YEAR = 365 * DAY


def save_draft(sheet: Sheet, line: Line) -> None:
    """Open a case that has no number yet."""
    told, by, at = line.values, line.by, line.at
    customer_id, vehicle_id = _parties(sheet, line)
    level = sheet.history.level
    name = spelled(told["customer_name"])
    case: dict[str, Any] = blank(Case).copy()
    sheet.case = case
    sheet.rows[Case] = [case]
    case.update({key: told[key] for key in _SHOWN})
    case.update(
        id=sheet.id,
        branch_id=sheet.world.branch_id,
        created_at=at,
        created_by=by,
        case_no=f"DRAFT-{new_uid()[-12:].upper()}",
        state="DRAFT",
        level=level.level,
        level_rank=rank(level.level),
        level_reason=level.reasons[0].stored() if level.reasons else "",
        received_at=at,
        customer_id=customer_id,
        vehicle_id=vehicle_id,
        name_pinyin=name.pinyin,
        name_initials=name.initials,
        subject=told["subject"],
        object_kind=told["object_kind"],
        owner=by,
        department=sheet.world.actors[by].department,
    )
    intake = {key: value for key, value in told.items() if key != "demands"}
    sheet.add(Intake, by, at, intake | {"recorded_by": by, "recorded_at": at})
    for demand in told["demands"]:
        sheet.state_demand(by, at, demand)


def register(sheet: Sheet, line: Line) -> None:
    """Open a case and receive it: number, clocks, the contact it came with."""
    save_draft(sheet, line)
    case, at = sheet.case, line.at
    earlier = sum(1 for one in sheet.history.earlier if one > at - _YEAR)
    case.update(case_no=sheet.world.draw_case_no(at), repeat_no=1 + earlier, state="RECEIVED")
    for kind in _CLOCKS:
        reckoned = limit(sheet, kind, at)
        if reckoned is not None:
            due_at, working, uncertain = reckoned
            told = {"kind": kind, "started_at": at, "due_at": due_at, "working": working}
            sheet.add(Due, line.by, at, told | {"uncertain": uncertain})
    sheet.refresh()
    sheet.contact(line.by, at, _incoming(sheet))
    _remember(sheet)


def _incoming(sheet: Sheet) -> dict[str, Any]:
    intake = sheet.of(Intake)[0]
    return {
        "way": _WAYS.get(intake["channel"], "phone"),
        "direction": "in",
        "purpose": "report",
        "with_whom": intake["customer_name"],
        "mood": intake["mood"],
        "summary": sheet.case["subject"],
        "promised_at": intake["promised_at"],
    }


def _remember(sheet: Sheet) -> None:
    number, case = sheet.history.number, sheet.case
    if number in sheet.world.hosts:
        sheet.world.known[number] = Known(
            sheet.id, case["case_no"], case["customer_id"], case["vehicle_id"]
        )


def limit(sheet: Sheet, kind: str, start: int) -> tuple[int, bool, bool] | None:
    """Return when a clock of the case's level runs out, whether in working time, and if unsure."""
    world = sheet.world
    limits = world.limits[sheet.case["level"]]
    working = bool(limits["working"])
    if kind == "first_response":
        minutes = int(limits["first_response"])
    else:
        a_day = world.periods if working else _DAY_MINUTES
        minutes = int(limits[f"{kind}_days"]) * a_day
    if minutes == 0:
        return None
    if not working:
        return start + minutes * MINUTE, False, False
    due = world.calendar.add_working_minutes(start, minutes)
    return due.at_ms, True, bool(due.warnings)


def _parties(sheet: Sheet, line: Line) -> tuple[int, int]:
    known = sheet.world.known.get(sheet.history.host)
    if known is not None:
        return known.customer_id, known.vehicle_id
    told, by, at = line.values, line.by, line.at
    customer = {column: told.get(key, "") for key, column in _CUSTOMER.items()}
    name = spelled(told["customer_name"])
    customer |= {"name_pinyin": name.pinyin, "name_initials": name.initials}
    customer["phone_tail"] = told["phone"][-PHONE_TAIL:]
    customer_id = sheet.alone(Customer, by, at, customer)["id"]
    vehicle = {key: told[key] for key in _VEHICLE}
    vehicle["plate_tail"] = told["plate_no"][_PLATE_START:]
    vehicle["vin_tail"] = told["vin"][-VIN_TAIL:]
    vehicle_id = sheet.alone(Vehicle, by, at, vehicle)["id"]
    owned: Row = {"customer_id": customer_id, "vehicle_id": vehicle_id, "relation": "owner"}
    sheet.alone(Ownership, by, at, owned)
    return customer_id, vehicle_id


def read_back(sheet: Sheet, line: Line) -> None:
    """Keep what was read back and that it was confirmed."""
    stamps = {"read_back_by": line.by, "read_back_at": line.at}
    sheet.of(Intake)[0].update(line.values | stamps)
