"""The roles and what each may do; ``role <code>`` and ``permission <code>`` are their msgids."""

from __future__ import annotations

from resources.texts import Message

SYSTEM = "system"
ADMINISTRATOR = "administrator"
OEM = "oem"
"""Who decides above everybody's limit: the maker, on paper."""

_CASE_WORK = frozenset(
    {
        "complaint.view",
        "complaint.register",
        "complaint.edit",
        "case.work",
        "case.analyse",
        "case.negotiate",
        "agreement.draft",
        "agreement.print",
        "agreement.sign",
        "implementation.work",
        "task.do",
        "follow_up.record",
        "review.write",
        "personal.reveal",
    }
)
_LEADING = _CASE_WORK | {
    "approval.decide",
    "case.close",
    "case.reopen",
    "case.assign",
    "case.merge",
    "rectification.manage",
    "store.backup",
}
BUSINESS = _LEADING | {"payment.record"}
_HOUSEKEEPING = frozenset({"settings.manage", "account.manage", "store.backup", "store.restore"})

PERMISSIONS = BUSINESS | _HOUSEKEEPING

ROLE_PERMISSIONS: dict[str, frozenset[str]] = {
    "care_agent": _CASE_WORK | {"case.close", "case.reopen"},
    "service_advisor": _CASE_WORK,
    "department_head": _LEADING,
    "manager": _LEADING,
    "finance": frozenset({"complaint.view", "task.do", "payment.record", "implementation.work"}),
    "general_manager": BUSINESS,
    ADMINISTRATOR: _HOUSEKEEPING | {"complaint.view", "case.assign"},
}
"""What people's roles may do; the key order is the order of choices."""

SYSTEM_PERMISSIONS = BUSINESS | {"system.tick"}

DEFAULT_LIMITS_FEN = {
    "care_agent": 20_000,
    "service_advisor": 20_000,
    "department_head": 300_000,
    "manager": 100_000,
    "finance": 0,
    "general_manager": 2_000_000,
    ADMINISTRATOR: 0,
}


def permissions_of(role: str) -> frozenset[str]:
    """Return what ``role`` may do; an unknown role may do nothing."""
    return SYSTEM_PERMISSIONS if role == SYSTEM else ROLE_PERMISSIONS.get(role, frozenset())


def role_name(role: str) -> Message:
    """Return the name of a role."""
    return Message("access", f"role {role}")
