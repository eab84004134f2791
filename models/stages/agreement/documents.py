"""What a settlement agreement says (客户投诉处理和解协议书)."""

from __future__ import annotations

from dataclasses import dataclass

# canonical.from_json reads these at run time, from the annotations.
from models.casework.documents.content import Letterhead, Party, Vehicle  # noqa: TC001


@dataclass(frozen=True, slots=True)
class NegotiationStep:
    """One meeting on the way to the agreement."""

    on: str  # ISO day
    people: str
    result: str


@dataclass(frozen=True, slots=True)
class AnsweredDemand:
    """A demand of the customer and what became of it."""

    no: int
    text: str
    answer: str  # "同意", "部分同意", "乙方撤回", "已履行" …
    amount_fen: int | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class TermDetail:
    """A property of a term: part number, guarantee, voucher number …"""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Term:
    """One thing Party A does. Paid terms make up the table of sums and the total."""

    kind: str  # heading in words: "维修", "延长保修", "保养服务", "补偿" …
    text: str
    amount_fen: int | None = None
    paid: bool = False  # the amount is money paid to Party B, not a face value
    payee: str = ""  # of a paid term; "" is Party B
    due_on: str = ""  # ISO day
    by_whom: str = ""
    details: tuple[TermDetail, ...] = ()


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """One step of performance, in its order."""

    text: str
    responsible: str
    due_on: str
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """Something Party B does so that Party A can perform."""

    text: str
    due_on: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A paper that belongs to the agreement."""

    name: str
    copies: int = 1
    pages: int | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """How the sum of the paid terms reaches Party B."""

    method: str = ""
    due_on: str = ""
    account: str = ""  # where the account is written down, never the number itself
    tax: str = ""


@dataclass(frozen=True, slots=True)
class SettlementAgreement:
    """The agreement of the dealership (Party A) and its customers (Party B)."""

    letterhead: Letterhead
    party_a: Party
    party_b: tuple[Party, ...]  # joint owners all sign
    place: str
    signed_on: str
    vehicles: tuple[Vehicle, ...]
    received_at_ms: int
    channel: str
    subject: str  # what the complaint is about, in one phrase
    facts_confirmed: tuple[str, ...]
    terms: tuple[Term, ...]
    schedule: tuple[ScheduleRow, ...]
    facts_unconfirmed: tuple[str, ...] = ()
    negotiation: tuple[NegotiationStep, ...] = ()
    demands: tuple[AnsweredDemand, ...] = ()
    payment: Payment = Payment()
    duties: tuple[Duty, ...] = ()
    other_terms: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    household: bool = True  # the rules on household cars apply to the vehicles
    settles: bool = True  # with the clause that closes the listed matters
    confidential: bool = True  # with the clause on confidentiality
    no_admission: bool = False  # with the sentence that nothing else is admitted
    late_rate: str = "1.3"  # times the one-year loan prime rate
    retention_years: int = 5  # of personal information, after performance
    copies: int = 2
    fingerprint: bool = True
    witness: str = ""
