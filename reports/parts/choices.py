"""Check boxes as paper shows them: every option, the chosen ones ticked and bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reports.paragraph import Para
from reports.styles import CELL, Look, Run
from reports.voice import DASH

if TYPE_CHECKING:
    from models.casework.documents.content import Choice

_BETWEEN = "　"


def ticks(choice: Choice, look: Look = CELL) -> Para:
    """Return the boxes of a choice; what was chosen beside the options is ticked at the end."""
    options = [*choice.options, *(c for c in choice.chosen if c not in choice.options)]
    runs: list[str | Run] = []
    for option in options:
        chosen = option in choice.chosen
        runs += [tick(option, chosen=chosen), Run(_BETWEEN)]
    if choice.note:
        runs += [Run(choice.note), Run(_BETWEEN)]
    return Para(runs[:-1] or DASH, look)


def tick(option: str, *, chosen: bool) -> Run:
    """Return one box with its words."""
    return Run(f"{'☑' if chosen else '☐'}\u00a0{option}", bold=chosen)
