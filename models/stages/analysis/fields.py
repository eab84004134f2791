"""What is entered during investigation and analysis."""

from __future__ import annotations

from functools import partial

from models.kernel.fields import FieldSpec, Kind

EDITABLE_IN = frozenset({"ACKNOWLEDGED", "ASSESSED", "INVESTIGATING", "PROPOSED", "NEGOTIATING"})
JUDGED_IN = EDITABLE_IN | {"RECEIVED"}

_spec = partial(FieldSpec, "analysis")
_text = partial(FieldSpec, "analysis", kind=Kind.LONG_TEXT, max_length=5000)
_scale = partial(FieldSpec, "analysis", kind=Kind.INTEGER, required=True, minimum=1, maximum=5)
_cause = partial(FieldSpec, "analysis.cause")
_share = partial(FieldSpec, "analysis.responsibility")
_apology = partial(FieldSpec, "analysis.apology")

FINDING_FIELDS = (
    _text("stated_facts", "Facts as stated", searchable=True),
    _text("checked_facts", "Facts as checked", searchable=True),
    _text("speaks_against", "What speaks against it", note="Hide nothing, pass no buck."),
    _spec("fact_evidence", "Evidence", note="Numbers of the evidence, such as 1, 3."),
    _spec("more_visits", "More visits or interviews needed", Kind.FLAG),
    _spec("more_visits_note", "Whom to visit or ask"),
    _spec("complaint_stands", "Does the complaint stand?", Kind.CHOICE, codes="complaint_stands"),
    _text("stands_reason", "Why"),
    _spec("finding_side", "Where the problem lies", Kind.CHOICE, codes="finding_side"),
    _spec("use_not_explained", "We did not explain the use to the customer", Kind.FLAG),
    _text("burden_of_proof", "Burden of proof", note="Who has to prove what, and with what."),
    _text("root_cause", "Root cause", searchable=True),
    _spec("joint_with", "Analysed together with"),
    _spec("joint_at", "Analysed on", Kind.MOMENT, past=True),
    _text("joint_result", "Result of the joint analysis"),
)
HANDLING_FIELDS = (
    _spec("handling", "Can I handle it?", Kind.CHOICE, required=True, codes="handling"),
    _spec("transfer_department", "Transferred to", Kind.DEPARTMENT, codes="department"),
    _spec("transfer_reason", "Why it is transferred"),
)
REPORT_FIELDS = (
    _spec("leader", "Reported to", Kind.PERSON, required=True),
    _text("report_text", "What was reported", required=True),
    _spec("reported_at", "Reported at", Kind.MOMENT, past=True, note="Empty means now."),
)
EXPLAIN_FIELDS = (
    _text("explained_text", "How it was explained to the customer", required=True, searchable=True),
    _spec("explained_way", "Way", Kind.CHOICE, required=True, codes="contact_way"),
    _spec("explained_at", "Explained at", Kind.MOMENT, past=True, note="Empty means now."),
    _spec("explained_by", "Explained by", Kind.PERSON, note="Empty means me."),
    _spec("explained_mood", "Mood of the customer", Kind.INTEGER, minimum=1, maximum=5),
)
SEVERITY_FIELDS = (
    _scale("severity", "Severity"),
    _scale("safety", "Safety"),
    _scale("complexity", "Complexity"),
    _scale("impact", "Impact"),
    _scale("urgency", "Need of immediate action"),
    _spec("action_possible", "Immediate action is possible", Kind.FLAG),
    _text("action", "Immediate action"),
)
SCALES = tuple(spec.key for spec in SEVERITY_FIELDS[:5])

CAUSE_FIELDS = (
    _cause("code", "Cause", Kind.CHOICE, required=True, codes="cause"),
    _cause("detail", "Details", Kind.LONG_TEXT, required=True, searchable=True, max_length=2000),
    _cause("is_root", "This is the root cause", Kind.FLAG),
    _cause("evidence", "Evidence", note="Numbers of the evidence, such as 1, 3."),
)
RESPONSIBILITY_FIELDS = (
    _share("side", "Side", Kind.CHOICE, required=True, codes="responsible_side"),
    _share("department", "Department", Kind.DEPARTMENT, codes="department"),
    _share("person", "Person", max_length=100, personal=True),
    _share("share_percent", "Share in %", Kind.PERCENT, required=True),
    _share("reason", "Why", Kind.LONG_TEXT, required=True, searchable=True, max_length=2000),
    _share("pays", "Pays", Kind.FLAG),
)
APOLOGY_FIELDS = (
    _apology("employee", "Who has to apologise", Kind.PERSON, required=True),
    _apology("department", "Department", Kind.DEPARTMENT, required=True, codes="department"),
    _apology("order", "Order", required=True),
    _apology("accompanied_by", "Accompanied by", Kind.PERSON),
    _apology("due_at", "Due", Kind.MOMENT),
)
