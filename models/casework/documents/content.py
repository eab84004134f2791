"""What printed documents share: the house, the parties, the car, and the frame around a print.

The content of a document is frozen as canonical JSON when it is printed; the :class:`Frame`
(number, time of printing, copy mark) is not part of it, so a second print has the same content.
Texts are given in the document's language, labels of editable lists included. Money is fen, a
moment is milliseconds UTC, a day is ISO text; "" and None mean "not known" and print as a dash.
"""

from __future__ import annotations

from dataclasses import dataclass

PARTY_A, PARTY_B, THIRD_PARTY, INTERNAL = "party_a", "party_b", "third_party", "internal"
COPY_MARKS = ("", PARTY_A, PARTY_B, THIRD_PARTY, INTERNAL)
PERSON, COMPANY = "person", "company"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The dealership as it stands at the head of its papers."""

    name: str
    credit_code: str = ""
    address: str = ""
    phone: str = ""
    logo_png: bytes | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the content of one copy of one print."""

    doc_no: str
    version: int
    case_no: str
    content_hash: str  # 64 hex digits: sha256 of the frozen JSON
    printed_at_ms: int
    print_count: int = 1
    copy_mark: str = ""  # one of COPY_MARKS
    draft: bool = False
    demo: bool = False
    language: str = "zh_CN"
    time_zone: str = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Choice:
    """Check boxes: every option, and which of them are ticked."""

    options: tuple[str, ...]
    chosen: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a paper: the dealership, or a customer (person or company)."""

    name: str
    kind: str = PERSON  # PERSON or COMPANY
    id_kind: str = ""  # what the number is: "居民身份证", "统一社会信用代码" …
    id_number: str = ""
    address: str = ""
    phone: str = ""
    relation: str = ""  # to the vehicle
    representative: str = ""  # who signs for the party, when not itself
    representative_title: str = ""
    salutation: str = ""


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A car as it is described on paper."""

    model: str = ""
    plate: str = ""
    vin: str = ""
    engine_no: str = ""
    purchased_on: str = ""
    delivered_on: str = ""
    mileage_km: int | None = None
    warranty: str = ""  # free-repair and sanbao period, as found at registration


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand of the customer as it was registered."""

    no: int
    text: str
    kind: str = ""
    amount_fen: int | None = None
    wanted_on: str = ""  # ISO day
    wanted_text: str = ""  # in the customer's words, when no day was named


@dataclass(frozen=True, slots=True)
class ReadBack:
    """That the record was read back to the customer, and what the customer said."""

    done: bool = False
    at_ms: int | None = None
    by: str = ""
    answer: str = ""


NO_CHOICE, NO_VEHICLE, NOT_READ_BACK = Choice(()), Vehicle(), ReadBack()
