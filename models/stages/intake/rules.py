"""Decisions of registration that need no store: was it read back and confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.kernel.errors import Missing
from resources.texts import Message

if TYPE_CHECKING:
    from collections.abc import Mapping


def unconfirmed(values: Mapping[str, Any]) -> list[Missing]:
    """Return what a registration lacks before the case goes on (B01-B03)."""
    missing = []
    if not values.get("focus"):
        missing.append(
            Missing(Message("intake", "Agree the focus of the complaint."), "intake.focus")
        )
    if not values.get("read_back_confirmed"):
        missing.append(
            Missing(
                Message("intake", "Read the facts back and let the customer confirm them."),
                "intake.read_back_confirmed",
            )
        )
    return missing
