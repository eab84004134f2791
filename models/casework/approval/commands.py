"""Asking for an approval, deciding it in the program or from paper, taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.editing import add_row, case_command, row_of
from models.dealership.access.queries import people
from models.dealership.access.roles import OEM, ROLE_PERMISSIONS, role_name
from models.kernel.command import Done, Values, Work
from models.kernel.db import alive
from models.kernel.errors import Forbidden, Invalid, NotPossible
from resources.texts import Message

from .authority import approver, deciding_limits, granted_elsewhere
from .fields import DECISION_FIELDS, EDITABLE_IN, REQUEST_FIELDS, WITHDRAWAL_FIELDS
from .rules import (
    APPROVED,
    FOUR_EYES_ROLE,
    WAITING,
    WITHDRAWN,
    Decider,
    Question,
    beyond_authority,
    complained_about,
    is_person,
    own_matter,
)
from .tables import Approval

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from models.kernel.actor import Actor

IN_PROGRAM = "program"


@case_command(
    "approval.request", permission="case.negotiate", specs=REQUEST_FIELDS, editable_in=EDITABLE_IN
)
def request(work: Work, case: Case, values: Values) -> Done:
    """Ask for approval (G12): the amount and what the customer got before choose who decides."""
    return ask_approval(work, case, values)


def ask_approval(work: Work, case: Case, values: Values, *, committed: int = 0) -> Done:
    """Ask from a step of another room; ``committed`` is what the case grants besides."""
    kind, no = values["subject_kind"], values.get("subject_no") or 0
    if _on(case, kind, no, (WAITING,)):
        raise NotPossible(
            Message("approval", "An approval for this is already waiting. Withdraw it first.")
        )
    columns = {
        "subject_kind": kind,
        "subject_no": no,
        "amount": values["amount"],
        "earlier_amount": granted_elsewhere(case) + committed,
        "text": values["text"],
        "requested_by": work.actor.login,
        "requested_at": work.now,
        "needs_role": approver(case, values["amount"] + committed),
    }
    return _done(case, add_row(work, case, Approval, columns))


@case_command(
    "approval.decide",
    permission="approval.decide",
    specs=DECISION_FIELDS,
    editable_in=EDITABLE_IN,
)
def decide(work: Work, case: Case, values: Values) -> Done:
    """Approve, return or reject; a decision on paper names who decided and where the paper is."""
    row = _waiting_row(case, values)
    if values["decision"] != APPROVED and not values["reason"]:
        raise Invalid(
            {
                "approval.reason": Message(
                    "approval", "Give the reason: whoever asked has to know what to change."
                )
            }
        )
    medium = values["medium"] or work.actor.medium
    decider = _decider(work.actor, medium, values)
    _refuse_unentitled(work, case, row, decider, values["decision"])
    columns = {
        "state": values["decision"],
        "decided_by": decider.login,
        "decided_role": decider.role,
        "recorded_by": work.actor.typed_by,
        "medium": medium,
        "decided_at": values["decided_at"] or work.now,
        "reason": values["reason"],
        "reference": values["reference"],
    }
    work.change(row, columns, values.get("version"))
    return _done(case, row)


@case_command(
    "approval.withdraw",
    permission="case.negotiate",
    specs=WITHDRAWAL_FIELDS,
    editable_in=EDITABLE_IN,
)
def withdraw(work: Work, case: Case, values: Values) -> Done:
    """Take a request back before it is decided."""
    row = _waiting_row(case, values)
    if work.actor.login != row.requested_by and not work.actor.may("approval.decide"):
        raise Forbidden(
            Message("approval", "Only {login} can withdraw this request.", login=row.requested_by)
        )
    columns = {"state": WITHDRAWN, "reason": values["reason"], "decided_at": work.now}
    work.change(row, columns, values.get("version"))
    return _done(case, row)


def void(work: Work, case: Case, kind: str, no: int) -> None:
    """Take back requests and approvals of a subject that is no longer what was asked for."""
    for row in _on(case, kind, no, (WAITING, APPROVED)):
        work.change(row, {"state": WITHDRAWN})


def _on(case: Case, kind: str, no: int, states: tuple[str, ...]) -> list[Any]:
    query = Approval.select().where(
        Approval.case == case,
        Approval.subject_kind == kind,
        Approval.subject_no == no,
        Approval.state.in_(states),
        alive(Approval),
    )
    return list(query)


def _waiting_row(case: Case, values: Values) -> Any:
    row = row_of(case, Approval, values)
    if row.state != WAITING:
        raise NotPossible(
            Message("approval", "Request {no} is no longer waiting for a decision.", no=row.no)
        )
    return row


def _decider(actor: Actor, medium: str, values: Values) -> Decider:
    limits = deciding_limits(actor.branch_id)
    if medium == IN_PROGRAM or (medium == actor.medium and not values["decided_by"]):
        if values["decided_by"] not in ("", actor.login):
            raise Invalid(
                {
                    "approval.medium": Message(
                        "approval",
                        "Say how {name} decided: on paper, by phone or by message.",
                        name=values["decided_by"],
                    )
                }
            )
        return Decider(actor.login, actor.name, actor.role, limits.get(actor.role, 0))
    _require_paper(values)
    by = values["decided_by"]
    known = next((p for p in people(actor.branch_id) if is_person(by, p.login, p.name)), None)
    role = known.role if known else OEM
    _check_role(role, values["decided_role"], known=known is not None)
    limit = None if role == OEM else limits.get(role, 0)
    return Decider(known.login if known else by, known.name if known else by, role, limit)


def _require_paper(values: Values) -> None:
    needed = {
        "decided_by": Message("approval", "Name who decided."),
        "decided_role": Message("approval", "Name the role in which it was decided."),
        "reference": Message("approval", "Say which paper or call shows the decision."),
    }
    problems = {f"approval.{k}": text for k, text in needed.items() if not values[k]}
    if problems:
        raise Invalid(problems)


def _check_role(role: str, given: str, *, known: bool) -> None:
    if given not in (*ROLE_PERMISSIONS, OEM):
        problem = Message("approval", "There is no role {role}. Choose one.", role=given)
    elif given != role and not known:
        problem = Message(
            "approval",
            "Somebody without an account decides only for the maker. Name a colleague by login.",
        )
    elif given != role:
        problem = Message("approval", "This person's role is: {role}.", role=role_name(role))
    else:
        return
    raise Invalid({"approval.decided_role": problem})


def _refuse_unentitled(
    work: Work, case: Case, row: Approval, decider: Decider, decision: str
) -> None:
    committed = max(row.earlier_amount, granted_elsewhere(case))
    limits = deciding_limits(case.branch_id)
    question = Question(
        row.amount + committed,
        row.needs_role,
        row.requested_by,
        case.employee,
        limits.get(FOUR_EYES_ROLE, 0),
    )
    refusal = own_matter(decider, question)
    if refusal is None:
        refusal = complained_about(case.employee, work.actor.login, work.actor.name)
    if refusal is None and decision == APPROVED:
        refusal = beyond_authority(decider, question)
    if refusal is not None:
        raise Forbidden(refusal)


def _done(case: Case, row: Approval) -> Done:
    return Done(case.case_no, row.no, row.id, row.version)
