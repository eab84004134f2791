"""The process: every step between the states of a case (domain.md §6.3), as data."""

from __future__ import annotations

from functools import partial

from models.kernel.fields import FieldSpec, Kind

from . import effects, guards
from .step import Step

_spec = partial(FieldSpec, "flow")

_BEFORE_SIGNING = frozenset(
    {
        "RECEIVED",
        "ACKNOWLEDGED",
        "ASSESSED",
        "INVESTIGATING",
        "PROPOSED",
        "NEGOTIATING",
        "AGREED",
    }
)
_REASON = (_spec("reason", "Reason", Kind.LONG_TEXT, required=True, max_length=1000),)
_REOPEN = (_spec("state", "Go back to", Kind.CHOICE, required=True, codes="reopen_state"), *_REASON)
_UNWRITTEN = (_spec("reason", "Why nothing is signed", required=True),)
_OUTCOME = (
    _spec("outcome", "Outcome", Kind.CHOICE, required=True, codes="outcome"),
    _spec("comment", "Comment on the case", Kind.LONG_TEXT, max_length=2000),
)
_REJECTION = (
    _spec("reason", "Explanation given", Kind.LONG_TEXT, required=True, max_length=2000),
    _spec(
        "recourse_told",
        "The customer was told where else to turn",
        Kind.FLAG,
        note="ISO 10002 clause 7.9",
    ),
)
_MERGE = (_spec("into", "Merge into case", required=True), *_REASON)

_ALL = (
    Step(
        "receive",
        "Register",
        frozenset({"DRAFT"}),
        "RECEIVED",
        "complaint.register",
        "registration",
        forward=True,
        guard=guards.registration,
        effect=effects.receive,
    ),
    Step(
        "acknowledge",
        "Confirm receipt",
        frozenset({"RECEIVED"}),
        "ACKNOWLEDGED",
        "complaint.edit",
        "response",
        forward=True,
        guard=guards.first_response,
    ),
    Step(
        "assess",
        "Finish the assessment",
        frozenset({"ACKNOWLEDGED"}),
        "ASSESSED",
        "case.analyse",
        "analysis",
        forward=True,
        guard=guards.assessment,
    ),
    Step(
        "investigate",
        "Start the investigation",
        frozenset({"ASSESSED"}),
        "INVESTIGATING",
        "case.analyse",
        "analysis",
        forward=True,
    ),
    Step(
        "propose",
        "Finish the options",
        frozenset({"INVESTIGATING"}),
        "PROPOSED",
        "case.negotiate",
        "negotiation",
        forward=True,
        guard=guards.proposal,
    ),
    Step(
        "negotiate",
        "Start negotiating",
        frozenset({"PROPOSED"}),
        "NEGOTIATING",
        "case.negotiate",
        "negotiation",
        forward=True,
        guard=guards.offer,
    ),
    Step(
        "agree",
        "Agreement reached",
        frozenset({"NEGOTIATING"}),
        "AGREED",
        "case.negotiate",
        "negotiation",
        forward=True,
        guard=guards.agreement,
        effect=effects.agree,
    ),
    Step(
        "sign",
        "Agreement signed",
        frozenset({"AGREED"}),
        "SIGNED",
        "agreement.sign",
        "agreement",
        forward=True,
        guard=guards.signature,
        effect=effects.sign,
    ),
    Step(
        "carry_out_unwritten",
        "Carry out without a paper",
        frozenset({"AGREED"}),
        "IMPLEMENTING",
        "agreement.sign",
        "agreement",
        guard=guards.unwritten,
        effect=effects.give_tasks,
        fields=_UNWRITTEN,
    ),
    Step(
        "implement",
        "Start carrying out",
        frozenset({"SIGNED"}),
        "IMPLEMENTING",
        "implementation.work",
        "implementation",
        forward=True,
        effect=effects.give_tasks,
    ),
    Step(
        "verify",
        "Everything carried out",
        frozenset({"IMPLEMENTING"}),
        "VERIFIED",
        "implementation.work",
        "implementation",
        forward=True,
        guard=guards.implementation,
        effect=effects.plan_follow_ups,
    ),
    Step(
        "follow_up",
        "Follow-up has begun",
        frozenset({"VERIFIED"}),
        "FOLLOW_UP",
        "follow_up.record",
        "follow_up",
        forward=True,
        guard=guards.follow_up_begun,
    ),
    Step(
        "close",
        "Close the case",
        frozenset({"FOLLOW_UP"}),
        "CLOSED",
        "case.close",
        "review",
        forward=True,
        guard=guards.closing,
        effect=effects.close,
        fields=_OUTCOME,
    ),
    Step(
        "archive",
        "Archive",
        frozenset({"CLOSED", "REJECTED_EXPLAINED", "WITHDRAWN"}),
        "ARCHIVED",
        "case.close",
        "review",
        guard=guards.archiving,
    ),
    Step(
        "back_to_analysis",
        "Back to the analysis",
        frozenset({"PROPOSED", "NEGOTIATING"}),
        "INVESTIGATING",
        "case.analyse",
        "analysis",
        effect=effects.note_reason,
        fields=_REASON,
    ),
    Step(
        "back_to_negotiation",
        "Back to negotiating",
        frozenset({"AGREED"}),
        "NEGOTIATING",
        "case.negotiate",
        "negotiation",
        effect=effects.back_to_negotiation,
        fields=_REASON,
    ),
    Step(
        "reopen",
        "Reopen",
        frozenset({"VERIFIED", "FOLLOW_UP", "CLOSED", "REJECTED_EXPLAINED", "WITHDRAWN"}),
        "",
        "case.reopen",
        "follow_up",
        effect=effects.reopen,
        fields=_REOPEN,
    ),
    Step(
        "reject_explained",
        "Not upheld, explained",
        _BEFORE_SIGNING - {"RECEIVED", "AGREED"},
        "REJECTED_EXPLAINED",
        "case.close",
        "review",
        guard=guards.rejection,
        effect=effects.reject,
        fields=_REJECTION,
    ),
    Step(
        "withdraw",
        "Withdrawn by the customer",
        _BEFORE_SIGNING | {"DRAFT"},
        "WITHDRAWN",
        "complaint.edit",
        "review",
        effect=effects.withdraw,
        fields=_REASON,
        while_suspended=True,
    ),
    Step(
        "merge",
        "Merge into another case",
        _BEFORE_SIGNING | {"DRAFT"},
        "MERGED",
        "case.merge",
        "registration",
        effect=effects.merge,
        fields=_MERGE,
        while_suspended=True,
    ),
)

STEPS: dict[str, Step] = {step.name: step for step in _ALL}
