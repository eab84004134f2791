"""Yes or no, codes of editable lists and logins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable

from models.kernel.checked import BadValue, Checked, shown
from resources.texts import Message

KnownCodes = Callable[[str], Collection[str]]

_YES = frozenset({"true", "yes", "y", "1", "是"})
_NO = frozenset({"false", "no", "n", "0", "否", ""})
_CODE = re.compile(r"[\w][\w.\-]{0,63}")
_LOGIN = re.compile(r"[^\s,;]{1,64}")
_NAMED = 20


def check_flag(value: object) -> Checked[bool]:
    """Return yes or no; nothing is no."""
    word = "" if value is None else str(value).strip().lower()
    if word in _YES:
        return Checked(True)
    if word in _NO:
        return Checked(False)
    raise BadValue(
        Message(
            "fields",
            "{value} is neither yes nor no; write true or false (是 or 否).",
            value=shown(value),
        )
    )


def check_code(text: str, codes: str = "", known: KnownCodes | None = None) -> Checked[str]:
    """Return a code; with ``known`` it has to be one of the list ``codes``."""
    code = text.strip()
    if not _CODE.fullmatch(code):
        raise BadValue(
            Message(
                "fields",
                "{value} is no code; a code consists of letters, digits, points, hyphens and "
                "underscores. Choose an entry of the list.",
                value=shown(text),
            )
        )
    if known is not None and codes:
        _refuse_unknown(code, codes, known(codes))
    return Checked(code)


def check_codes(
    value: str | Iterable[object], codes: str = "", known: KnownCodes | None = None
) -> Checked[str]:
    """Return codes joined by commas, each once in their order, from a list or comma text."""
    if isinstance(value, str):
        value = re.split("[,、]", unicodedata.normalize("NFKC", value))
    parts = [str(part) for part in value]
    found = [check_code(part, codes, known).value for part in parts if part.strip()]
    return Checked(",".join(dict.fromkeys(found)))


def check_login(text: str) -> Checked[str]:
    """Return the login of a person; whether it exists is asked elsewhere."""
    login = text.strip()
    if not _LOGIN.fullmatch(login) or not login.isprintable():
        raise BadValue(
            Message(
                "fields",
                "{value} is no login name; it has 1 to 64 characters without blanks and commas. "
                "Choose a person of the list.",
                value=shown(text),
            )
        )
    return Checked(login)


def _refuse_unknown(code: str, codes: str, known: Collection[str]) -> None:
    if code in known:
        return
    named = ", ".join(list(known)[:_NAMED])
    raise BadValue(
        Message(
            "fields",
            "The list {codes} has no entry {value}; it has: {known}. Choose one of them.",
            codes=codes,
            value=code,
            known=named if len(known) <= _NAMED else f"{named}, …",
        )
    )
