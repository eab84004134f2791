"""The agreement from its title to the signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.documents.content import COMPANY, Frame, Party
from reports.paragraph import Para
from reports.parts.flow import Struck, Together
from reports.parts.signing import Signatory, signature_block
from reports.parts.tables import ledger
from reports.settlement_agreement.articles import Articles
from reports.settlement_agreement.closing import Closing
from reports.settlement_agreement.parties import parties
from reports.settlement_agreement.terms import Terms
from reports.sheet import Sheet
from reports.styles import BODY, CELL, CELL_MID, CLAUSE_HEAD
from reports.voice import DASH, Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus.flowables import Flowable

    from models.stages.agreement.documents import SettlementAgreement


def sheet(content: SettlementAgreement, frame: Frame, voice: Voice) -> Sheet:
    """Return what stands on every page."""
    return Sheet(
        title=voice("Settlement agreement on a customer complaint"),
        letterhead=content.letterhead,
        facts=(
            (
                (voice("Agreement no."), frame.doc_no),
                (voice("Case no."), frame.case_no),
            ),
            (
                (voice("Signed at"), voice.either(content.place)),
                (voice("Signed on"), voice.day(content.signed_on)),
            ),
        ),
        caption=voice("Scan to verify"),
        seam=True,
    )


def story(content: SettlementAgreement, frame: Frame, voice: Voice) -> Sequence[Flowable]:
    """Return the agreement from top to bottom."""
    articles = Articles(voice)
    terms = Terms(content, frame.case_no, articles)
    parts: list[Flowable] = [*parties(content, voice), Para(_preamble(content, voice), BODY)]
    parts += terms.facts()
    parts += terms.demands()
    closing = Closing(content, articles, articles.number if content.demands else 0)
    for article in (terms.terms, terms.schedule, terms.duties, terms.other):
        parts += article()
    parts += [*closing.strict(), *closing.rest()]
    end = Together(
        [
            *closing.effect(),
            *_attachments(content, voice),
            signature_block(_signatories(content, voice), voice),
        ],
        voice("(Blank; the text goes on overleaf)"),
    )
    return [*parts, end, Struck(voice("(Blank below)"))]


def _preamble(content: SettlementAgreement, voice: Voice) -> str:
    laws = [
        voice("the Civil Code of the People's Republic of China"),
        voice("the Law of the People's Republic of China on Protecting Consumers"),
    ]
    if content.household:
        laws.append(voice("the Provisions on Repair, Replacement and Return of Household Cars"))
    subject = voice("Party B's complaint")
    if len(content.vehicles) == 1:
        subject = voice("Party B's complaint about the vehicle above (“the vehicle”)")
    elif content.vehicles:
        subject = voice("Party B's complaint about the vehicles above (together “the vehicle”)")
    return voice(
        "Concerning {subject}, Party A and Party B, as equals, of their own free will and by"
        " mutual agreement, conclude this agreement under {laws}, and both shall observe it.",
        subject=subject,
        laws=("" if voice.is_chinese else ", ").join(laws),
    )


def _attachments(content: SettlementAgreement, voice: Voice) -> list[Flowable]:
    if not content.attachments:
        return []
    head = ["No.", "Name", "Copies", "Pages", "Remark"]
    rows = [
        [
            str(number),
            item.name,
            str(item.copies),
            DASH if item.pages is None else str(item.pages),
            voice.either(item.remark),
        ]
        for number, item in enumerate(content.attachments, 1)
    ]
    table = ledger(
        [voice(title) for title in head],
        rows,
        [34, 172, 40, 40, 176],
        [CELL_MID, CELL, CELL_MID, CELL_MID, CELL],
    )
    return [Para(voice("Attachments"), CLAUSE_HEAD), table]


def _signatories(content: SettlementAgreement, voice: Voice) -> list[Signatory]:
    operator = Signatory(
        head=voice("Party A (seal)"),
        name=content.party_a.name,
        sign=voice("Signature of the representative"),
        ring=voice("Company seal or\ncontract seal"),
    )
    fingerprint = content.fingerprint
    return [operator, *(_customer(party, voice, fingerprint) for party in content.party_b)]


def _customer(party: Party, voice: Voice, fingerprint: bool) -> Signatory:
    if party.kind == COMPANY:
        return Signatory(
            head=voice("Party B (seal)"),
            name=party.name,
            sign=voice("Signature of the representative"),
            ring=voice("Company seal or\ncontract seal"),
        )
    head = voice("Party B (signature and finger)") if fingerprint else voice("Party B (signature)")
    return Signatory(
        head=head,
        name=party.name,
        sign=voice("Signature"),
        finger=voice("Right index\nfinger") if fingerprint else "",
        notes=(
            voice("☐ in person　☐ by an agent"),
            voice("(an agent attaches the power of attorney)"),
        ),
        checked_by=voice("Papers compared by"),
    )
