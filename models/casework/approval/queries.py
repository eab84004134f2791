"""What waits for a decision, what was decided, and what an approval covers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from models.casework.case.tables import Case
from models.dealership.access.roles import OEM
from models.kernel.db import alive

from .authority import deciding_limits
from .rules import APPROVED, WAITING, Decider, Question, own_matter, reaches
from .tables import Approval

if TYPE_CHECKING:
    from models.kernel.actor import Actor


class ApprovalView(NamedTuple):
    """One request with its case and its decision; the total counts earlier grants."""

    case_id: int
    case_no: str
    customer_name: str
    level: str
    subject: str
    no: int
    version: int
    subject_kind: str
    subject_no: int
    amount: int
    earlier_amount: int
    text: str
    requested_by: str
    requested_at: int
    needs_role: str
    state: str
    decided_by: str
    decided_role: str
    recorded_by: str
    medium: str
    decided_at: int
    reason: str
    reference: str
    employee: str

    @property
    def total(self) -> int:
        """What the decider's authority has to reach."""
        return self.amount + self.earlier_amount


_OF_CASE = ("case_no", "customer_name", "level", "subject", "employee")


def waiting(actor: Actor, now: int = 0) -> list[ApprovalView]:
    """Return the requests that wait for ``actor``, the oldest first.

    What only the maker can decide waits for everybody who may record the maker's paper.
    """
    if not actor.may("approval.decide"):
        return []
    limits = deciding_limits(actor.branch_id)
    me = Decider(actor.login, actor.name, actor.role, limits.get(actor.role, 0))
    found = _select(Approval.branch_id == actor.branch_id, Approval.state == WAITING)
    return [view for view in found if _waits_for(view, me, limits.get("manager", 0))]


def requested(actor: Actor) -> list[ApprovalView]:
    """Return the undecided and returned requests that ``actor`` made, the oldest first."""
    return _select(
        Approval.branch_id == actor.branch_id,
        Approval.requested_by == actor.login,
        Approval.state.in_((WAITING, "returned")),
    )


def takes_back(actor: Actor, view: ApprovalView) -> bool:
    """Tell whether the actor can withdraw a request as it stands."""
    own = view.requested_by == actor.login or actor.may("approval.decide")
    return view.state == WAITING and own and actor.may("case.negotiate")


def all_waiting(branch_id: int) -> list[ApprovalView]:
    """Return every undecided request of the branch, the oldest first."""
    return _select(Approval.branch_id == branch_id, Approval.state == WAITING)


def of_case(case_id: int) -> list[ApprovalView]:
    """Return the approvals of a case in their order."""
    return _select(Approval.case == case_id)


def approved_for(case_id: int, kind: str, no: int) -> ApprovalView | None:
    """Return the approval that covers a subject, the highest when there are several."""
    found = [
        view
        for view in of_case(case_id)
        if (view.subject_kind, view.subject_no, view.state) == (kind, no, APPROVED)
    ]
    return max(found, key=lambda view: view.amount, default=None)


def waiting_for(case_id: int, kind: str, no: int) -> ApprovalView | None:
    """Return the undecided request on a subject, if there is one."""
    wanted = (kind, no, WAITING)
    found = of_case(case_id)
    return next((x for x in found if (x.subject_kind, x.subject_no, x.state) == wanted), None)


def _waits_for(view: ApprovalView, me: Decider, four_eyes_above: int) -> bool:
    question = Question(
        view.total, view.needs_role, view.requested_by, view.employee, four_eyes_above
    )
    if view.needs_role == OEM:
        return me.login != view.employee
    return reaches(me, view.total) and own_matter(me, question) is None


def _select(*conditions: Any) -> list[ApprovalView]:
    query = (
        Approval.select(Approval, Case.id, *(getattr(Case, key) for key in _OF_CASE))
        .join(Case)
        .where(*conditions, alive(Approval))
        .order_by(Approval.requested_at, Approval.id)
    )
    return [_view(row) for row in query]


def _view(row: Approval) -> ApprovalView:
    of_case = {key: getattr(row.case, key) for key in _OF_CASE}
    own = {k: getattr(row, k) for k in ApprovalView._fields if k not in (*_OF_CASE, "case_id")}
    return ApprovalView(case_id=row.case.id, **of_case, **own)
