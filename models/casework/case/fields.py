"""Fields of the case and of its demands, contacts, tasks and links."""

from __future__ import annotations

from functools import partial

from models.kernel.fields import FieldSpec, Kind

LEVELS = ("MINOR", "GENERAL", "ESCALATED", "MAJOR", "CRISIS")
STATES = (
    "DRAFT",
    "RECEIVED",
    "ACKNOWLEDGED",
    "ASSESSED",
    "INVESTIGATING",
    "PROPOSED",
    "NEGOTIATING",
    "AGREED",
    "SIGNED",
    "IMPLEMENTING",
    "VERIFIED",
    "FOLLOW_UP",
    "CLOSED",
    "ARCHIVED",
    "REJECTED_EXPLAINED",
    "WITHDRAWN",
    "MERGED",
)
ENDED = frozenset({"CLOSED", "ARCHIVED", "REJECTED_EXPLAINED", "WITHDRAWN", "MERGED"})
LOCKED = frozenset({"ARCHIVED", "MERGED"})
HOLDS = ("suspended", "external", "restricted")

_case = partial(FieldSpec, "case")
_demand = partial(FieldSpec, "case.demand")
_contact = partial(FieldSpec, "case.contact")
_task = partial(FieldSpec, "case.task")
_link = partial(FieldSpec, "case.link")

CASE_FIELDS = (
    _case("case_no", "Case number", searchable=True),
    _case("customer_name", "Customer", searchable=True, personal=True),
    _case("name_pinyin", "Name in pinyin", searchable=True, personal=True),
    _case("name_initials", "Initials", searchable=True, personal=True),
    _case("phone", "Phone", Kind.PHONE, searchable=True, personal=True),
    _case("plate_no", "Plate", Kind.PLATE, searchable=True, personal=True),
    _case("vin", "VIN", Kind.VIN, searchable=True, personal=True),
    _case("subject", "Subject", searchable=True),
    _case("employee", "Employee complained about", max_length=100, personal=True),
)

LEVEL_FIELDS = (
    _case("level", "Level", Kind.CHOICE, required=True, codes="level"),
    _case("level_reason", "Why this level", required=True),
)
OWNER_FIELDS = (
    _case("owner", "Responsible", Kind.PERSON, required=True),
    _case("department", "Department", Kind.DEPARTMENT),
    _case("handover_note", "Hand-over note"),
)
HOLD_FIELDS = (
    _case("hold", "Hold", Kind.CHOICE, required=True, codes="hold"),
    _case("hold_reason", "Reason", required=True, note="The customer may ask why it takes longer."),
)

DEMAND_FIELDS = (
    _demand("kind", "Kind", Kind.CHOICE, required=True, codes="demand_kind"),
    _demand("text", "Demand", Kind.LONG_TEXT, required=True, searchable=True, max_length=2000),
    _demand("amount", "Amount", Kind.MONEY),
    _demand("deadline", "Wanted by", Kind.MOMENT),
    _demand(
        "reason",
        "Why it came up or changed",
        note="Kept with the earlier version of the demand.",
    ),
)
ANSWER_FIELDS = (
    _demand("answer", "Our answer", Kind.CHOICE, required=True, codes="answer"),
    _demand("answer_text", "Explanation", Kind.LONG_TEXT, max_length=2000),
    _demand("agreed_text", "Agreed", Kind.LONG_TEXT, max_length=2000),
    _demand("agreed_amount", "Agreed amount", Kind.MONEY),
)
DELIVERY_FIELDS = (
    _demand("delivered_at", "Delivered at", Kind.MOMENT, required=True, past=True),
    _demand("delivered_amount", "Delivered amount", Kind.MONEY),
    _demand("delivery_note", "Receipt or proof", required=True),
)

CONTACT_FIELDS = (
    _contact("at", "When", Kind.MOMENT, past=True, note="Empty means now."),
    _contact("way", "Way", Kind.CHOICE, required=True, codes="contact_way"),
    _contact("direction", "Direction", Kind.CHOICE, required=True, codes="direction"),
    _contact("purpose", "Purpose", Kind.CHOICE, required=True, codes="contact_purpose"),
    _contact("handler", "Who spoke", Kind.PERSON, note="Empty means me."),
    _contact("leader", "Leader who took part", Kind.PERSON),
    _contact("with_whom", "With whom", personal=True, max_length=100),
    _contact("place", "Place", max_length=100),
    _contact("reached", "Customer reached", Kind.FLAG),
    _contact("mood", "Mood", Kind.INTEGER, minimum=1, maximum=5, note="1 calm … 5 furious"),
    _contact(
        "summary",
        "What was said",
        Kind.LONG_TEXT,
        required=True,
        searchable=True,
        max_length=5000,
    ),
    _contact("apology", "Apology made", Kind.FLAG, note="An apology is no admission of liability."),
    _contact("apology_words", "Words of the apology", Kind.LONG_TEXT, max_length=1000),
    _contact("promised_at", "Answer promised by", Kind.MOMENT),
    _contact("next_at", "Next contact agreed for", Kind.MOMENT),
    _contact("changed_setting", "Changed for calm", Kind.CHOICES, codes="setting_change"),
)

TASK_FIELDS = (
    _task("kind", "Kind", Kind.CHOICE, required=True, codes="task_kind"),
    _task("department", "Department", Kind.DEPARTMENT, required=True, codes="department"),
    _task("assignee", "Person", Kind.PERSON),
    _task("title", "What to do", required=True, searchable=True),
    _task("detail", "Details", Kind.LONG_TEXT, max_length=5000),
    _task("due_at", "Due", Kind.MOMENT),
)
TASK_RESULT_FIELDS = (
    _task("result", "Result", Kind.LONG_TEXT, required=True, max_length=5000),
    _task("proof", "Proof", note="Number of a receipt, picture or repair order."),
)
TASK_REASON_FIELDS = (_task("exception_reason", "Reason", required=True),)

LINK_FIELDS = (
    _link("kind", "Relation", Kind.CHOICE, required=True, codes="link_kind"),
    _link("other", "Other case", required=True),
    _link("note", "Note"),
)
