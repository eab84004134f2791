"""The settlement agreement on paper, and what has to be there before it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.approval.authority import approver, within_own
from models.casework.approval.queries import of_case
from models.casework.approval.rules import APPROVED, WAITING
from models.casework.case.demands import demands
from models.casework.case.editing import locked_reason
from models.casework.documents.content import COMPANY, PARTY_A, PARTY_B, THIRD_PARTY
from models.casework.documents.papers import Paper, Source
from models.casework.documents.words import lines
from models.dealership.access.roles import role_name
from models.kernel.errors import Missing, NotPossible
from models.kernel.money import yuan_text
from models.stages.intake.papers import vehicles_of
from models.stages.intake.queries import registration
from models.stages.negotiation.queries import options, rounds
from models.stages.negotiation.rules import ACCEPTED
from resources.texts import Message

from . import queries, rules
from .commands import APPROVAL_SUBJECT, note_print
from .documents import Attachment, Duty, Payment, SettlementAgreement
from .fields import EDITABLE_IN
from .rows_on_paper import (
    answered,
    customer_party,
    our_party,
    schedule_row,
    talks,
    term_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


def settlement_agreement(source: Source) -> SettlementAgreement:
    """Return the version that counts as a paper."""
    row, words, case = _row(source), source.words, source.case
    terms = queries.terms(case.id, row["no"])
    house = words.letterhead()
    return SettlementAgreement(
        letterhead=house,
        party_a=our_party(house, row),
        party_b=(customer_party(words, row),),
        place=row["place"],
        signed_on=row["sign_date"],
        vehicles=vehicles_of(source, registration(case.id)),
        received_at_ms=case.received_at,
        channel=words.label("channel", case.channel),
        subject=case.subject,
        facts_confirmed=lines(row["facts_confirmed"]),
        facts_unconfirmed=lines(row["facts_unconfirmed"]),
        terms=tuple(term_of(words, term) for term in terms),
        schedule=tuple(schedule_row(words, term) for term in terms),
        negotiation=talks(words, rounds(case.id), options(case.id)),
        demands=tuple(answered(words, demand) for demand in demands(case.id)),
        payment=Payment(
            method=words.label("payment_way", row["payment_way"]),
            account=row["payment_account"],
        ),
        duties=tuple(Duty(line) for line in lines(row["customer_duties"])),
        other_terms=lines(row["extra_clause"]),
        attachments=_attachments(row),
        household=row["customer_kind"] != COMPANY,
        confidential=row["confidential"],
        copies=row["copies"],
        fingerprint=row["customer_kind"] != COMPANY,
        witness=row["witness"],
    )


def _row(source: Source) -> dict[str, Any]:
    fitting = [
        row
        for row in queries.versions(source.case.id)
        if row["ordinal"] == source.ordinal and row["state"] != rules.VOID
    ]
    if not fitting:
        raise NotPossible(
            Message("agreement", "There is no agreement yet: agree with the customer first.")
        )
    return fitting[-1]


def _attachments(row: dict[str, Any]) -> tuple[Attachment, ...]:
    named = [row["authority_paper"], *lines(row["attachments"])]
    return tuple(Attachment(name) for name in dict.fromkeys(named) if name)


def _missing(source: Source) -> list[Missing]:
    locked = locked_reason(source.case.state, source.case.hold, EDITABLE_IN)
    if locked is not None:
        return [Missing(locked, "agreement.place")]
    return [*queries.missing_to_print(source.case.id), *missing_authority(source)]


def missing_authority(source: Source) -> list[Missing]:
    """Return what keeps the actor from printing the total: it needs somebody's approval."""
    actor, case, amount = source.actor, source.case, queries.total(source.case.id)
    if within_own(actor, case, amount) or _approved(source) >= amount:
        return []
    asked = [view for view in of_case(case.id) if view.state == WAITING]
    if any(view.subject_kind == APPROVAL_SUBJECT for view in asked):
        text = Message("agreement", "The approval of the agreement is still waiting.")
        return [Missing(text, "agreement.approval")]
    text = Message(
        "agreement",
        "The agreement grants {amount} yuan, which is beyond your authority. "
        "It has to be approved by: {role}.",
        amount=yuan_text(amount),
        role=role_name(approver(case, amount)),
    )
    return [Missing(text, "agreement.approval")]


def _approved(source: Source) -> int:
    """Return what was approved: for the agreement, or for the options that were accepted."""
    case_id = source.case.id
    own = {row["no"] for row in queries.versions(case_id) if row["ordinal"] == source.ordinal}
    accepted = {row["no"] for row in options(case_id) if row["state"] == ACCEPTED}
    granted = [view for view in of_case(case_id) if view.state == APPROVED]
    as_agreement = [
        v.amount for v in granted if v.subject_kind == APPROVAL_SUBJECT and v.subject_no in own
    ]
    best: dict[int, int] = {}
    for view in granted:
        if view.subject_kind == "option" and view.subject_no in accepted:
            best[view.subject_no] = max(best.get(view.subject_no, 0), view.amount)
    return max([*as_agreement, sum(best.values())])


def _marks(content: SettlementAgreement) -> Sequence[str]:
    return (PARTY_A, PARTY_B, THIRD_PARTY)[: max(2, content.copies)]


def _sealed(source: Source) -> bool:
    return any(
        row["ordinal"] == source.ordinal and row["state"] == rules.SIGNED
        for row in queries.versions(source.case.id)
    )


def _about(source: Source) -> str:
    return f"agreement:{_row(source)['no']}"


PAPERS = (
    Paper(
        kind="settlement_agreement",
        prefix="HJ",
        label=Message("documents", "Settlement agreement"),
        permission="agreement.print",
        build=settlement_agreement,
        guard=_missing,
        current=queries.ordinal_of,
        copy_marks=_marks,
        sealed=_sealed,
        about=_about,
        after_print=note_print,
    ),
)
