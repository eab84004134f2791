"""Who acts, who typed it, on what authority and at what time."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resources.texts import Message

from .errors import Forbidden

if TYPE_CHECKING:
    from collections.abc import Callable


def system_clock() -> int:
    """Return the present time in milliseconds UTC."""
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class Actor:
    """The person on whose account a command runs; people are referred to by login everywhere."""

    login: str
    name: str
    role: str
    branch_id: int
    department: str = ""
    permissions: frozenset[str] = field(default_factory=frozenset)
    recorded_by: str = ""
    medium: str = "program"
    clock: Callable[[], int] = system_clock

    @property
    def typed_by(self) -> str:
        """Login of the person who typed what this actor decided."""
        return self.recorded_by or self.login

    def may(self, permission: str) -> bool:
        """Tell whether the actor's role has ``permission``."""
        return permission in self.permissions

    def require(self, permission: str) -> None:
        """Refuse with :class:`Forbidden` when the actor lacks ``permission``."""
        if not self.may(permission):
            raise Forbidden(
                Message(
                    "access",
                    "The role {role} may not do this ({permission}). Ask somebody who may.",
                    role=Message("access", f"role {self.role}"),
                    permission=Message("access", f"permission {permission}"),
                )
            )
