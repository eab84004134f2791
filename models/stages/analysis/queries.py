"""What the analysis found, what it still needs, and what to think over."""

from __future__ import annotations

from typing import Any

from models.casework.case import queries as cases
from models.casework.case.editing import rows_of
from models.casework.case.rules import rank
from models.casework.case.tables import Case
from models.kernel import codes
from models.kernel.errors import Missing
from resources.texts import Message

from . import rules
from .tables import Cause, Finding, Responsibility, Severity


def finding(case_id: int) -> dict[str, Any]:
    """Return the finding by column, empty when nothing was entered yet."""
    return next(iter(rows_of(Finding, case_id)), {})


def severity(case_id: int) -> dict[str, Any]:
    """Return the five scales, their sum and the level they propose; empty before."""
    return next(iter(rows_of(Severity, case_id)), {})


def stands(case_id: int) -> str:
    """Return whether the complaint stands, as a code; empty before the judgement."""
    return str(finding(case_id).get("complaint_stands", ""))


def causes(case_id: int) -> list[dict[str, Any]]:
    """Return the causes of a case."""
    return rows_of(Cause, case_id)


def responsibility(case_id: int) -> list[dict[str, Any]]:
    """Return the shares of a case."""
    return rows_of(Responsibility, case_id)


def orders(case_id: int) -> list[dict[str, Any]]:
    """Return every task of the case, with its due time or None."""
    return [row | {"due_at": cases.or_none(row["due_at"])} for row in cases.tasks(case_id)]


def missing(case_id: int) -> list[Missing]:
    """Return what the case needs before a plan may be proposed."""
    return [
        *_missing_causes(case_id),
        *_missing_shares(case_id),
        *_missing_judgement(case_id),
        *missing_to_assess(case_id),
    ]


def missing_to_assess(case_id: int) -> list[Missing]:
    """Return what the initial assessment still needs."""
    if severity(case_id):
        return []
    text = Message("analysis", "Assess the case on the five scales.")
    return [Missing(text, "analysis.severity")]


def hints(case_id: int) -> list[Message]:
    """Return what to think over: nothing of it forbids a step."""
    case = Case.get_by_id(case_id)
    listed = codes.values(case.branch_id, "cause", with_inactive=True)
    of_customer = {rules.CUSTOMER} | {c.code for c in listed if c.parent == rules.CUSTOMER}
    named = [row["code"] for row in causes(case_id)]
    found = rules.hints(finding(case_id), responsibility(case_id), named, of_customer)
    return [*found, *_level_hint(case)]


def _missing_causes(case_id: int) -> list[Missing]:
    found = causes(case_id)
    if not found:
        return [
            Missing(Message("analysis", "Name at least one cause."), "analysis.cause.add"),
        ]
    if not any(row["is_root"] for row in found):
        return [Missing(Message("analysis", "Mark the root cause."), "analysis.cause.edit")]
    return []


def _missing_shares(case_id: int) -> list[Missing]:
    total = sum(row["share_percent"] for row in responsibility(case_id))
    if total == rules.WHOLE:
        return []
    text = Message(
        "analysis",
        "Share out the responsibility: the shares add to {total} %, not to 100 %.",
        total=total,
    )
    return [Missing(text, "analysis.responsibility.add")]


def _missing_judgement(case_id: int) -> list[Missing]:
    judged = finding(case_id)
    needed = {
        "complaint_stands": Message("analysis", "Judge whether the complaint stands."),
        "stands_reason": Message("analysis", "Give the reason of this judgement."),
    }
    return [Missing(text, f"analysis.{key}") for key, text in needed.items() if not judged.get(key)]


def _level_hint(case: Case) -> list[Message]:
    proposed = severity(case.id).get("proposed_level")
    if not proposed or rank(proposed) <= rank(case.level):
        return []
    labels = codes.labels(case.branch_id)
    return [
        Message(
            "analysis",
            "The five scales propose the level “{proposed}”; the case is at “{level}”.",
            proposed=_label(labels, proposed),
            level=_label(labels, case.level),
        )
    ]


def _label(labels: dict[tuple[str, str], codes.CodeValue], level: str) -> Message | str:
    known = labels.get(("level", level))
    if known is None:
        return level
    return Message("codes", known.label) if known.built_in else known.label
