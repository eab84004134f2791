"""What a step is: one declaration that button, guard, diagram and test matrix follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from models.casework.case.tables import Case
from models.kernel.command import Values, Work
from models.kernel.errors import Missing

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec
    from resources.texts import Message

Guard = Callable[[Case], list[Missing]]
Effect = Callable[[Work, Case, Values], None]


def nothing_missing(_case: Case) -> list[Missing]:
    """Let a step pass that needs nothing."""
    return []


def no_effect(_work: Work, _case: Case, _values: Values) -> None:
    """Change nothing but the state."""


@dataclass(frozen=True, slots=True)
class Step:
    """One way from some states to another.

    ``target`` is '' when the step's ``state`` field chooses it. ``stage`` is where its form is
    shown, ``forward`` marks the one step that leads a case on.
    """

    name: str
    label: str
    sources: frozenset[str]
    target: str
    permission: str
    stage: str
    forward: bool = False
    guard: Guard = nothing_missing
    effect: Effect = no_effect
    fields: tuple[FieldSpec, ...] = ()
    while_suspended: bool = False


class StepView(NamedTuple):
    """A step as it stands for one actor and case."""

    step: str
    label: str
    target: str
    stage: str
    forward: bool
    allowed: bool
    reason: Message | None
    missing: tuple[Missing, ...]
    fields: tuple[FieldSpec, ...]
