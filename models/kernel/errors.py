"""What the program says no with, and what the machine does to it; anything else is a bug."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from resources.texts import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class UserError(Exception):
    """A refusal the user can act on; ``kind`` is its name on the command line."""

    kind = "refused"

    def __init__(self, message: Message) -> None:
        """Refuse with a sentence: what is wrong with which value, what is allowed, what to do."""
        super().__init__(str(message))
        self.message = message


class Forbidden(UserError):
    """The actor's role may not do this."""

    kind = "forbidden"


class Invalid(UserError):
    """Values that cannot be taken; ``problems`` maps ``<form>.<key>`` to a sentence."""

    kind = "invalid"

    def __init__(self, problems: Mapping[str, Message]) -> None:
        """Refuse the named fields, each with its own sentence."""
        message = (
            next(iter(problems.values()))
            if len(problems) == 1
            else Message("kernel", "{count} fields need another look.", count=len(problems))
        )
        super().__init__(message)
        self.problems = dict(problems)


class Stale(UserError):
    """Somebody else changed the record since it was loaded."""

    kind = "stale"


class Missing(NamedTuple):
    """One thing a step still needs: a sentence and the field or list where it is entered."""

    message: Message
    place: str


class NotPossible(UserError):
    """The case's state does not allow it, or something is still missing."""

    kind = "not_possible"

    def __init__(self, message: Message, missing: Sequence[Missing] = ()) -> None:
        """Refuse with a sentence and the list of what is missing."""
        super().__init__(message)
        self.missing = tuple(missing)


class NeedsConfirmation(UserError):
    """Possible, but the user has to say yes first: call again with ``confirmed`` set."""

    kind = "needs_confirmation"


class EnvironmentTrouble(Exception):
    """The store or the machine: missing, locked, read-only, full, corrupt, newer."""

    kind = "trouble"

    def __init__(self, message: Message) -> None:
        """Report trouble with a sentence: what happened, what is safe, what to do."""
        super().__init__(str(message))
        self.message = message
