"""E-mail addresses."""

from __future__ import annotations

import re
import unicodedata

from models.kernel.checked import BadValue, Checked, shown
from resources.texts import Message

from .text import refuse_control

_LONGEST_EMAIL = 254
_EMAIL = re.compile(r"[^@\s,;<>]{1,64}@[^@\s,;<>.]+(?:\.[^@\s,;<>.]+)+")


def check_email(text: str) -> Checked[str]:
    """Return an e-mail address in half-width letters."""
    refuse_control(text)
    email = unicodedata.normalize("NFKC", text).strip()
    if len(email) > _LONGEST_EMAIL or not _EMAIL.fullmatch(email):
        raise BadValue(
            Message(
                "fields",
                "{value} is no e-mail address; write one address such as name@example.com.",
                value=shown(text),
            )
        )
    return Checked(email)
