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

LOGO_FIELDS = (
    FieldSpec("office", "logo_file", "Picture of the logo", required=True, max_length=500),
)

LIMIT_FIELDS = (
    FieldSpec("office.limit", "level", "Level", Kind.CHOICE, required=True, codes="level"),
    FieldSpec(
        "office.limit",
        "first_response",
        "First response, minutes",
        Kind.INTEGER,
        required=True,
        minimum=1,
        maximum=10_080,
    ),
    FieldSpec(
        "office.limit",
        "plan_days",
        "Plan for the customer, days",
        Kind.INTEGER,
        required=True,
        minimum=0,
        maximum=60,
        note="0 means: no limit of its own.",
    ),
    FieldSpec(
        "office.limit",
        "close_days",
        "Closing, days",
        Kind.INTEGER,
        required=True,
        minimum=0,
        maximum=365,
        note="0 means: no limit of its own.",
    ),
    FieldSpec(
        "office.limit",
        "silence_hours",
        "Longest silence, hours",
        Kind.INTEGER,
        required=True,
        minimum=1,
        maximum=720,
    ),
    FieldSpec(
        "office.limit",
        "working",
        "Counts in working time",
        Kind.FLAG,
        note="Otherwise nights, weekends and holidays count, too.",
    ),
)

_LIST = FieldSpec("office.code", "list_name", "List", required=True, max_length=40)
_CODE = FieldSpec("office.code", "code", "Code", required=True, max_length=40)
_LABEL = FieldSpec("office.code", "label", "Name", required=True, max_length=40)
ADD_CODE_FIELDS = (
    _LIST,
    _LABEL,
    FieldSpec("office.code", "parent", "Belongs to", max_length=40),
)
RENAME_CODE_FIELDS = (_LIST, _CODE, _LABEL)
CODE_FIELDS = (_LIST, _CODE)
