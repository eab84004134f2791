"""``queue`` and ``tick``: what waits for a person, and what time itself does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.flow.tick import tick
from models.outlook.today.queries import waiting

from .answer import Answer
from .subcommand import SubCommand

if TYPE_CHECKING:
    from .session import Session


def _queue(session: Session) -> Answer:
    actor = session.actor
    lines = waiting(actor, actor.clock())
    return Answer(
        [
            {
                "kind": line.kind,
                "at": line.at,
                "late": line.late,
                "case_no": line.case_no,
                "level": line.level,
                "customer": line.customer,
                "plate_no": line.plate,
                "text": line.text,
                "place": line.place,
            }
            for line in lines
        ]
    )


def _tick(session: Session) -> Answer:
    return Answer(tick(session.system))


ALL = (
    SubCommand("queue", "shows what waits for the person named by --as", _queue),
    SubCommand("tick", "runs the clocks: raises the level of what was left waiting", _tick),
)
