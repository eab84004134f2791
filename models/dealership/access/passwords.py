"""Passwords: what is long enough, hashing, comparing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from models.kernel.errors import Invalid
from resources.texts import Message

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST_LENGTH = 8


def require_good(password: str, login: str, place: str) -> None:
    """Refuse a password that is too short or is the login itself."""
    if len(password.strip()) < LEAST_LENGTH:
        raise Invalid(
            {
                place: Message(
                    "access",
                    "The password has {count} characters; at least {least} are needed. "
                    "A short sentence is easy to remember.",
                    count=len(password.strip()),
                    least=LEAST_LENGTH,
                )
            }
        )
    if password.strip().casefold() == login.casefold():
        raise Invalid(
            {place: Message("access", "The password must not be the login. Choose another one.")}
        )


def hashed(password: str) -> str:
    """Return the argon2 hash of a password."""
    return _hasher().hash(password)


def fits(stored: str, password: str) -> bool:
    """Tell whether ``password`` is the stored one; takes as long when nothing is stored."""
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        return _hasher().verify(stored or _nobody(), password) and bool(stored)
    except (Argon2Error, InvalidHashError):
        return False


@lru_cache(maxsize=1)
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()


@lru_cache(maxsize=1)
def _nobody() -> str:
    return hashed("nobody has this password")
