"""One field of a form or a JSON line: from what was given to its stored form."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from models.kernel.checked import BadValue, Checked, shown
from models.kernel.zone import DEFAULT_ZONE, local_time
from resources.texts import Message

from .addresses import check_email
from .amounts import check_amount, check_percent, check_whole
from .choices import KnownCodes, check_code, check_codes, check_flag, check_login
from .credit_code import check_credit_code
from .dates import check_date, check_moment
from .identity import check_id_card
from .phone import check_phone
from .plate import check_plate
from .spec import FieldSpec, Kind
from .text import LONG_TEXT_LIMIT, TEXT_LIMIT, check_text
from .vin import check_vin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from zoneinfo import ZoneInfo

DEPARTMENTS = "department"

_NOTHING = frozenset({Kind.MONEY, Kind.INTEGER, Kind.PERCENT, Kind.MOMENT})
_TEXTLESS = _NOTHING | {Kind.DATE, Kind.FLAG, Kind.CHOICES}


class At(NamedTuple):
    """When and among which codes a value is read."""

    now: int
    zone: ZoneInfo = DEFAULT_ZONE
    known_codes: KnownCodes | None = None

    @property
    def today(self) -> date:
        """The local day."""
        return local_time(self.now, self.zone).date()


def limit_of(spec: FieldSpec) -> int:
    """Return how many characters a text may have; a long text that names no limit has 20,000."""
    if spec.kind is Kind.LONG_TEXT and spec.max_length == TEXT_LIMIT:
        return LONG_TEXT_LIMIT
    return spec.max_length


def empty(kind: Kind) -> object:
    """Return the stored form of nothing."""
    if kind is Kind.FLAG:
        return False
    return None if kind in _NOTHING else ""


def read(spec: FieldSpec, given: object, at: At) -> Checked[object]:
    """Return the stored form of ``given`` and its warnings, or refuse it with :class:`BadValue`."""
    if given is None or (isinstance(given, str) and not given.strip()):
        return Checked(empty(spec.kind))
    value = given if spec.kind in _TEXTLESS else _text(given)
    checked = _READERS[spec.kind](spec, value, at)
    return Checked(checked.value, checked.warnings)


def _text(given: object) -> str:
    if isinstance(given, str):
        return str(given)
    if isinstance(given, int | Decimal) and not isinstance(given, bool):
        return str(given)
    raise BadValue(
        Message("fields", "{value} is no text; write it as one text.", value=shown(given))
    )


def _codes(spec: FieldSpec, given: object, at: At) -> Checked[str]:
    if not isinstance(given, str | list | tuple | set | frozenset):
        raise BadValue(
            Message(
                "fields",
                "{value} is no list of codes; write a list, or the codes with commas between.",
                value=shown(given),
            )
        )
    parts: str | Iterable[object] = given
    return check_codes(parts, spec.codes, at.known_codes)


def _date(spec: FieldSpec, given: object, at: At) -> Checked[str]:
    return check_date(given, today=at.today if spec.past else None)


def _moment(spec: FieldSpec, given: object, at: At) -> Checked[int]:
    return check_moment(given, zone=at.zone, now=at.now if spec.past else None)


_READERS: dict[Kind, Callable[[FieldSpec, Any, At], Checked[Any]]] = {
    Kind.TEXT: lambda spec, given, at: check_text(given, limit_of(spec)),
    Kind.LONG_TEXT: lambda spec, given, at: check_text(given, limit_of(spec)),
    Kind.CHOICE: lambda spec, given, at: check_code(given, spec.codes, at.known_codes),
    Kind.CHOICES: _codes,
    Kind.FLAG: lambda spec, given, at: check_flag(given),
    Kind.INTEGER: lambda spec, given, at: check_whole(given, spec.minimum, spec.maximum),
    Kind.PERCENT: lambda spec, given, at: check_percent(given, spec.minimum, spec.maximum),
    Kind.MONEY: lambda spec, given, at: check_amount(given, spec.minimum, spec.maximum),
    Kind.DATE: _date,
    Kind.MOMENT: _moment,
    Kind.PHONE: lambda spec, given, at: check_phone(given),
    Kind.PLATE: lambda spec, given, at: check_plate(given),
    Kind.VIN: lambda spec, given, at: check_vin(given),
    Kind.ID_CARD: lambda spec, given, at: check_id_card(given, at.today),
    Kind.CREDIT_CODE: lambda spec, given, at: check_credit_code(given),
    Kind.EMAIL: lambda spec, given, at: check_email(given),
    Kind.PERSON: lambda spec, given, at: check_login(given),
    Kind.DEPARTMENT: lambda spec, given, at: check_code(
        given, spec.codes or DEPARTMENTS, at.known_codes
    ),
}
