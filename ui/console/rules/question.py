"""What a rule is asked and what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from models.kernel.errors import Invalid
from models.kernel.fields.reading import At
from models.kernel.fields.validation import validate
from resources.texts import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.kernel.fields import FieldSpec


class Question(NamedTuple):
    """A JSON value for the rule of a kind, and the present time."""

    kind: str
    given: Any
    now: int

    @property
    def at(self) -> At:
        """When values are read."""
        return At(self.now)

    def values(self, specs: Sequence[FieldSpec], *lists: str) -> dict[str, Any]:
        """Return the checked values of an object; ``lists`` are keys left as they are."""
        found = self.object()
        rows = {key: found.pop(key) for key in lists if key in found}
        return {**validate(specs, found, now=self.now), **rows}

    def object(self) -> dict[str, Any]:
        """Return the value as an object, or refuse it."""
        if not isinstance(self.given, dict):
            raise Invalid(
                {self.kind: Message("console", "This check takes a JSON object with named values.")}
            )
        return dict(self.given)


class Verdict(NamedTuple):
    """What a rule answers: named values, what is wrong and doubtful, each with its place.

    ``findings`` are those that say more than a place and a sentence.
    """

    answer: dict[str, Any]
    errors: list[tuple[str, Message]]
    warnings: list[tuple[str, Message]]
    findings: Sequence[dict[str, Any]] = ()
