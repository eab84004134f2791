"""What a field is: declared once, its editor, check, label, audit key and import key follow."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a value is, and so how it is typed, checked and stored.

    Stored forms: text kinds as typed ('' when empty), ``money`` integer fen, ``moment`` integer
    ms UTC, ``date`` ISO text ('' when empty), ``flag`` bool, ``choice`` a code, ``choices`` codes
    joined by a comma, ``person`` a login, ``department`` a department code. An empty money,
    integer, percent or moment is None.
    """

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    CHOICES = "choices"
    FLAG = "flag"
    INTEGER = "integer"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    MOMENT = "moment"
    PHONE = "phone"
    PLATE = "plate"
    VIN = "vin"
    ID_CARD = "id_card"
    CREDIT_CODE = "credit_code"
    EMAIL = "email"
    PERSON = "person"
    DEPARTMENT = "department"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of one form.

    ``form`` is the room, or ``room.list`` for the row of a list; ``form.key`` is the objectName,
    ``key`` the column, audit, import and paper key. ``label`` and ``note`` are msgids of the room.
    ``codes`` names the editable code list of a choice. ``past`` refuses a date in the future,
    ``secret`` is typed unseen.
    """

    form: str
    key: str
    label: str
    kind: Kind = Kind.TEXT
    required: bool = False
    codes: str = ""
    max_length: int = 200
    minimum: int | None = None
    maximum: int | None = None
    past: bool = False
    searchable: bool = False
    personal: bool = False
    secret: bool = False
    note: str = ""

    @property
    def name(self) -> str:
        """The objectName and problem key, such as ``intake.phone``."""
        return f"{self.form}.{self.key}"

    @property
    def room(self) -> str:
        """The context of the label."""
        return self.form.partition(".")[0]
