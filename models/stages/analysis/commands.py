"""Writing the finding: facts, hand-over, report, explanation, severity, apology order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.contacts import record_contact
from models.casework.case.editing import add_row, case_command
from models.casework.case.tasks import give_task
from models.dealership.access.queries import names
from models.kernel.command import Done, Values, Work
from models.kernel.db import FAR_FUTURE, alive
from models.kernel.errors import Invalid
from resources.texts import Message

from .fields import (
    APOLOGY_FIELDS,
    EDITABLE_IN,
    EXPLAIN_FIELDS,
    FINDING_FIELDS,
    HANDLING_FIELDS,
    JUDGED_IN,
    REPORT_FIELDS,
    SCALES,
    SEVERITY_FIELDS,
)
from .rules import proposed_level, score
from .tables import Finding, Severity

if TYPE_CHECKING:
    from models.casework.case.tables import Case, CaseRecord

TRANSFER = "transfer"
STAGE = "analysis"


@case_command(
    "analysis.save_finding",
    permission="case.analyse",
    specs=FINDING_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def save_finding(work: Work, case: Case, values: Values) -> Done:
    """Save facts, judgement and root cause (B15-B17, D08, D10, E01)."""
    return _save(work, case, Finding, values)


@case_command(
    "analysis.judge_handling",
    permission="case.analyse",
    specs=HANDLING_FIELDS,
    editable_in=JUDGED_IN,
)
def judge_handling(work: Work, case: Case, values: Values) -> Done:
    """Say whether the handler can do it alone; if not, it goes over at once (F02, F03)."""
    columns = values | {"handling_by": work.actor.login, "handling_at": work.now}
    if values["handling"] != TRANSFER:
        empty = {"transfer_department": "", "transfer_reason": "", "transferred_at": FAR_FUTURE}
        return _save(work, case, Finding, columns | empty)
    _require_transfer(values)
    work.change(case, {"department": values["transfer_department"]})
    task = {
        "kind": "take_over",
        "stage": STAGE,
        "about": "analysis.handling",
        "department": values["transfer_department"],
        "title": values["transfer_reason"],
    }
    give_task(work, case, task)
    return _save(work, case, Finding, columns | {"transferred_at": work.now})


@case_command(
    "analysis.report_to_leader",
    permission="case.analyse",
    specs=REPORT_FIELDS,
    editable_in=JUDGED_IN,
)
def report_to_leader(work: Work, case: Case, values: Values) -> Done:
    """Note that a leader was told of the case, when and what (F04)."""
    values["reported_at"] = values["reported_at"] or work.now
    return _save(work, case, Finding, values | {"reported_by": work.actor.login})


@case_command(
    "analysis.explain_to_customer",
    permission="case.analyse",
    specs=EXPLAIN_FIELDS,
    editable_in=EDITABLE_IN,
)
def explain_to_customer(work: Work, case: Case, values: Values) -> Done:
    """Note how the causes were explained to the customer (D09); it is a contact as well."""
    values["explained_at"] = values["explained_at"] or work.now
    values["explained_by"] = values["explained_by"] or work.actor.login
    contact = {
        "at": values["explained_at"],
        "way": values["explained_way"],
        "direction": "out",
        "purpose": "explain",
        "handler": values["explained_by"],
        "mood": values["explained_mood"],
        "summary": values["explained_text"],
    }
    record_contact(work, case, contact)
    return _save(work, case, Finding, values)


@case_command(
    "analysis.save_severity",
    permission="case.analyse",
    specs=SEVERITY_FIELDS,
    editable_in=EDITABLE_IN,
)
def save_severity(work: Work, case: Case, values: Values) -> Done:
    """Assess on the five scales (ISO 10002 §7.5); the level they propose is kept beside them."""
    scales = {key: values[key] for key in SCALES}
    derived = {"score": score(scales), "proposed_level": proposed_level(scales)}
    return _save(work, case, Severity, values | derived)


@case_command(
    "analysis.order_apology",
    permission="case.analyse",
    specs=APOLOGY_FIELDS,
    editable_in=EDITABLE_IN,
)
def order_apology(work: Work, case: Case, values: Values) -> Done:
    """Order the responsible employee to apologise (E05); it says nothing about liability."""
    task = {
        "kind": "apology_order",
        "stage": STAGE,
        "about": "analysis.apology",
        "department": values["department"],
        "assignee": values["employee"],
        "title": values["order"],
        "detail": _companion(case, values["accompanied_by"]),
        "due_at": values["due_at"],
    }
    return give_task(work, case, task)


def _companion(case: Case, login: str) -> str:
    return names(case.branch_id).get(login, login)


def _require_transfer(values: Values) -> None:
    needed = {
        "transfer_department": Message("analysis", "Choose the department it goes to."),
        "transfer_reason": Message("analysis", "Say why it is transferred and what is needed."),
    }
    problems = {f"analysis.{key}": text for key, text in needed.items() if not values[key]}
    if problems:
        raise Invalid(problems)


def _save(work: Work, case: Case, table: type[CaseRecord], values: Values) -> Done:
    row: Any = table.get_or_none(table.case == case, alive(table))
    if row is None:
        row = add_row(work, case, table, values)
    else:
        columns = {k: v for k, v in values.items() if k not in {"no", "version", "confirmed"}}
        work.change(row, columns, values.get("version"))
    return Done(case.case_no, row.no, row.id, row.version)
