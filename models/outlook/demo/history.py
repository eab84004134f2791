"""The plan of one case: everything that happens in it, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.stages.intake.level import Proposal

    from .invented import Party
    from .lines import Line
    from .situations import Situation


@dataclass(frozen=True, slots=True)
class History:
    """One case as it is told: by commands, or in bulk with the same rows as a result.

    ``lines`` leave the case out; :meth:`commands` names it. ``host`` is the number of the earlier
    case of the same customer and car, -1 when there is none; ``earlier`` tells when their earlier
    cases were received, ``level`` what the rules make of it.
    """

    number: int
    state: str
    situation: Situation
    party: Party
    host: int
    earlier: tuple[int, ...]
    level: Proposal
    lines: tuple[Line, ...]

    def commands(self) -> Iterator[Line]:
        """Return the lines as commands on the case that the first of them opens."""
        first, *rest = self.lines
        yield first._replace(name=name_of(self.number))
        for line in rest:
            values = line.values | {"case_no": f"${name_of(self.number)}.case_no"}
            if "into" in values:
                values["into"] = f"${name_of(self.host)}.case_no"
            yield line._replace(values=values)


def name_of(number: int) -> str:
    """Return the name under which other lines refer to a case."""
    return f"c{number}"
