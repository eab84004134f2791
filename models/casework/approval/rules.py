"""Who may decide what: authority by amount, four eyes, nobody in their own matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.dealership.access.roles import OEM, role_name
from models.kernel.fields.text import normalised
from models.kernel.money import yuan_text
from resources.texts import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

WAITING, APPROVED, RETURNED, REJECTED, WITHDRAWN = (
    "waiting",
    "approved",
    "returned",
    "rejected",
    "withdrawn",
)
FOUR_EYES_ROLE = "manager"


class Decider(NamedTuple):
    """Somebody who decides; ``limit_fen`` is None where no limit binds."""

    login: str
    name: str
    role: str
    limit_fen: int | None


class Question(NamedTuple):
    """What has to be decided and who has to do with it."""

    total_fen: int
    needs_role: str
    requested_by: str
    employee: str
    four_eyes_above_fen: int


def needed_role(limits: Mapping[str, int], amount_fen: int) -> str:
    """Return the lowest role whose limit reaches the amount; above all of them the maker."""
    reaching = [(limit, role) for role, limit in limits.items() if amount_fen <= limit]
    return min(reaching)[1] if reaching else OEM


def reaches(decider: Decider, amount_fen: int) -> bool:
    """Tell whether the amount is within the decider's authority."""
    return decider.limit_fen is None or amount_fen <= decider.limit_fen


def is_person(told: str, login: str, name: str) -> bool:
    """Tell whether a person was named by login or name, however it is spaced and written."""
    return bool(told.strip()) and _bare(told) in (_bare(login), _bare(name))


def _bare(name: str) -> str:
    return normalised(name).replace(" ", "")


def complained_about(employee: str, login: str, name: str) -> Message | None:
    """Return why a person stays out: the complaint names them by login or by name."""
    if not is_person(employee, login, name):
        return None
    return Message(
        "approval",
        "The complaint is about {name}, who therefore takes no part in the decision. "
        "Ask somebody else.",
        name=name or login,
    )


def own_matter(decider: Decider, question: Question) -> Message | None:
    """Return why a person may not decide in any way, or None."""
    refusal = complained_about(question.employee, decider.login, decider.name)
    if refusal is not None:
        return refusal
    above = question.total_fen > question.four_eyes_above_fen
    if above and decider.login == question.requested_by:
        return Message(
            "approval",
            "Above {limit} yuan nobody decides on their own request. Ask a second person.",
            limit=yuan_text(question.four_eyes_above_fen),
        )
    return None


def beyond_authority(decider: Decider, question: Question) -> Message | None:
    """Return why a person may not approve the amount, or None."""
    if reaches(decider, question.total_fen):
        return None
    return Message(
        "approval",
        "{amount} yuan in all is beyond the authority of {role} ({limit} yuan). "
        "It has to be approved by: {needed}.",
        amount=yuan_text(question.total_fen),
        role=role_name(decider.role),
        limit=yuan_text(decider.limit_fen or 0),
        needed=role_name(question.needs_role),
    )
