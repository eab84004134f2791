"""A form is taken whole in its stored forms, or refused with every problem named."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from models.kernel.errors import Invalid
from models.kernel.fields import FieldSpec, Kind
from models.kernel.fields.reading import limit_of
from models.kernel.fields.validation import validate, warnings
from models.kernel.zone import moment_of

NOW = moment_of(datetime(2026, 11, 22, 10, 0))

ALL = tuple(FieldSpec("intake", kind.value, f"Label of {kind}", kind) for kind in Kind)
PHONE = FieldSpec("intake", "phone", "Phone", Kind.PHONE, required=True)
STORY = FieldSpec("intake", "story", "Story", Kind.LONG_TEXT)
HAPPENED = FieldSpec("intake", "happened_at", "Happened", Kind.MOMENT, past=True)
CHANNEL = FieldSpec("intake", "channel", "Channel", Kind.CHOICE, codes="channel", required=True)
INVOICED = FieldSpec("intake", "invoiced_on", "Invoiced on", Kind.DATE, past=True)
VIN = FieldSpec("intake.vehicle", "vin", "VIN", Kind.VIN)

GIVEN: dict[str, object] = {
    "text": " 王五 ",
    "long_text": "一\n二",
    "choice": "phone",
    "choices": ["a", "b"],
    "flag": "是",
    "integer": "12,000",
    "percent": "40%",
    "money": "1,234.50",
    "date": "2026年5月1日",
    "moment": "2026-05-01T06:30Z",
    "phone": 13800000000,
    "plate": "京a·12345",
    "vin": "latpab071w1005301",
    "id_card": "11010519491231002x",
    "credit_code": "91350100m000100y43",
    "email": "a@example.com",
    "person": "wang",
    "department": "service",
}
STORED: dict[str, object] = {
    "text": " 王五 ",
    "long_text": "一\n二",
    "choice": "phone",
    "choices": "a,b",
    "flag": True,
    "integer": 12000,
    "percent": 40,
    "money": 123450,
    "date": "2026-05-01",
    "moment": moment_of(datetime(2026, 5, 1, 14, 30)),
    "phone": "13800000000",
    "plate": "京A12345",
    "vin": "LATPAB071W1005301",
    "id_card": "11010519491231002X",
    "credit_code": "91350100M000100Y43",
    "email": "a@example.com",
    "person": "wang",
    "department": "service",
}


def problems(specs: tuple[FieldSpec, ...], values: dict[str, object], **more: object) -> dict:
    with pytest.raises(Invalid) as refusal:
        validate(specs, values, now=NOW, **more)  # type: ignore[arg-type]
    return {name: str(message) for name, message in refusal.value.problems.items()}


def test_every_kind_gets_its_stored_form() -> None:
    assert validate(ALL, GIVEN, now=NOW) == STORED


def test_stored_forms_are_taken_again() -> None:
    assert validate(ALL, STORED, now=NOW) == STORED


def test_nothing_has_its_own_form_in_every_kind() -> None:
    empty = validate(ALL, {}, now=NOW)
    assert empty == validate(ALL, {spec.key: " " for spec in ALL}, now=NOW)
    assert empty == validate(ALL, dict.fromkeys(GIVEN), now=NOW)
    nothing = {"money", "integer", "percent", "moment"}
    assert {key for key, value in empty.items() if value is None} == nothing
    assert empty.pop("flag") is False
    assert all(value == "" for key, value in empty.items() if key not in nothing)


def test_required_fields_are_named_by_their_label() -> None:
    assert problems((PHONE, CHANNEL), {"phone": "  "}) == {
        "intake.phone": "Please fill in Phone.",
        "intake.channel": "Please choose Channel.",
    }


def test_only_given_fields_are_checked_in_part() -> None:
    assert validate((PHONE, STORY), {"story": "坏了"}, now=NOW, partial=True) == {"story": "坏了"}
    assert problems((PHONE, STORY), {"phone": ""}, partial=True) == {
        "intake.phone": "Please fill in Phone."
    }


def test_an_unknown_field_is_named_with_the_known_ones() -> None:
    found = problems((PHONE,), {"phone": "13800000000", "fone": "1"})
    assert found == {
        "intake.fone": "There is no field fone here; the fields are: phone. Correct the name or "
        "leave it out."
    }


def test_all_problems_come_at_once_under_their_object_names() -> None:
    found = problems(
        (PHONE, HAPPENED, VIN),
        {"phone": "1", "happened_at": NOW + 1, "vin": "L", "x": 1},
    )
    assert list(found) == ["intake.x", "intake.phone", "intake.happened_at", "intake.vehicle.vin"]


def test_nothing_that_has_happened_lies_in_the_future() -> None:
    assert (
        "in the future"
        in problems((HAPPENED,), {"happened_at": NOW + 60_000})["intake.happened_at"]
    )
    assert (
        "at the latest 2026-11-22"
        in problems((INVOICED,), {"invoiced_on": date(2026, 11, 23)})["intake.invoiced_on"]
    )
    late = moment_of(datetime(2026, 11, 22, 0, 30))
    assert validate((INVOICED,), {"invoiced_on": "2026-11-22"}, now=late)["invoiced_on"]


def test_codes_are_looked_up_in_the_list_of_their_field() -> None:
    lists = {"channel": {"phone"}, "department": {"service"}}
    specs = (CHANNEL, FieldSpec("task", "department", "Department", Kind.DEPARTMENT))
    good: dict[str, object] = {"channel": "phone", "department": "service"}
    assert validate(specs, good, now=NOW, known_codes=lists.__getitem__) == good
    bad: dict[str, object] = {"channel": "fax", "department": "kitchen"}
    assert set(problems(specs, bad, known_codes=lists.__getitem__)) == {
        "intake.channel",
        "task.department",
    }


def test_a_long_text_has_room_for_a_long_story() -> None:
    assert limit_of(STORY) == 20_000
    assert limit_of(FieldSpec("a", "b", "c", Kind.LONG_TEXT, max_length=500)) == 500
    assert limit_of(FieldSpec("a", "b", "c")) == 200
    said = problems((STORY,), {"story": "很" * 100_000})["intake.story"]
    assert "100,000" in said
    assert "20,000" in said


@pytest.mark.parametrize(
    "given",
    ["\0", "a\0b", "😀" * 50, "<b>&</b", "9" * 100_000, "Ａ" * 50, [], {}, object(), 1.5, b"x", -1,
     "{value}", "\ud800", Decimal("NaN"), float("inf")],
    ids=lambda given: ascii(given)[:12],
)  # fmt: skip
def test_bad_input_of_any_kind_is_answered_with_short_sentences(given: object) -> None:
    try:
        validate(ALL, dict.fromkeys(GIVEN, given), now=NOW)
    except Invalid as refusal:
        for message in refusal.problems.values():
            assert len(str(message)) < 400
            str(message).encode()


def test_warnings_stand_beside_the_fields_they_are_about() -> None:
    values: dict[str, object] = {"vin": "WVWZZZ1K3AW123456", "phone": "nonsense"}
    found = warnings((VIN, PHONE), values, now=NOW)
    assert list(found) == ["intake.vehicle.vin"]
    assert len(found["intake.vehicle.vin"]) == 1
