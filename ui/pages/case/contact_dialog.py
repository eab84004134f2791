"""Logging a contact with the customer from any stage of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.case.contacts import add_contact
from models.casework.case.fields import CONTACT_FIELDS

from .asking import ask_values

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from .desk import CaseDesk

CONTACT_LAYOUT = (
    ("summary",),
    ("purpose", "way"),
    ("direction", "reached"),
    ("mood",),
    ("promised_at", "next_at"),
    ("at", "with_whom"),
    ("handler", "leader"),
    ("place",),
    ("changed_setting",),
    ("apology",),
    ("apology_words",),
)
"""As one writes a call down: what was said first, who and where last."""


def ask_contact(desk: CaseDesk, parent: QWidget, purpose: str = "") -> bool:
    """Ask what was said and log it; ``purpose`` is the usual one where it is asked from."""
    usual = {"way": "phone", "direction": "out", "reached": True, "purpose": purpose}
    usual["with_whom"] = desk.head.customer_name
    return ask_values(
        desk,
        parent,
        desk.t("pages", "Log a contact"),
        CONTACT_FIELDS,
        CONTACT_LAYOUT,
        add_contact,
        stored=usual,
    )
