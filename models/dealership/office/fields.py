"""What is entered about the branch and its working time."""

from __future__ import annotations

from models.kernel.fields import FieldSpec, Kind

BRANCH_FIELDS = (
    FieldSpec(
        "office",
        "name",
        "Registered name",
        required=True,
        max_length=120,
        note="As on the business licence; it stands on every agreement.",
    ),
    FieldSpec(
        "office", "short_name", "Short name", max_length=40, note="Shown in the window title."
    ),
    FieldSpec("office", "credit_code", "Social credit code", Kind.CREDIT_CODE),
    FieldSpec("office", "address", "Address", max_length=200),
    FieldSpec("office", "phone", "Telephone", Kind.PHONE),
    FieldSpec(
        "office",
        "place",
        "Place of signing",
        max_length=60,
        note="District or city that agreements name as the place of signing.",
    ),
    FieldSpec(
        "office", "logo", "Logo", max_length=64, note="A picture for the letterhead, PNG or JPEG."
    ),
)

PERIOD_FIELDS = (
    FieldSpec(
        "office.time",
        "periods",
        "Working hours",
        required=True,
        max_length=120,
        note="Several periods a day are possible, such as 08:00-12:00, 13:30-17:30.",
    ),
    FieldSpec(
        "office.time", "weekdays", "Working days", Kind.CHOICES, required=True, codes="weekday"
    ),
)

CALENDAR_FIELDS = (
    FieldSpec(
        "office.calendar",
        "content",
        "Calendar file",
        Kind.LONG_TEXT,
        required=True,
        max_length=200_000,
        note="One day a line: date, holiday or workday, name.",
    ),
)
