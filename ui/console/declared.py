"""``commands``, ``fields`` and ``documents``: what the program declares of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.fields import STATES
from models.flow.papers import PAPERS
from models.flow.registry import all_commands, all_fields
from models.flow.steps import STEPS
from models.kernel.errors import Invalid
from resources.texts import Message

from .answer import Answer
from .subcommand import SubCommand

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from models.kernel.command import Command
    from models.kernel.fields import FieldSpec

    from .session import Session


def _commands(_session: Session) -> Answer:
    return Answer([_command(command) for command in all_commands().values()])


def _command(command: Command) -> dict[str, Any]:
    step = STEPS.get(command.name.removeprefix("flow."))
    states = step.sources if step is not None else command.editable_in
    return {
        "name": command.name,
        "permission": command.permission,
        "on_case": command.on_case,
        "states": [state for state in STATES if state in states],
        "partial": command.partial,
        "fields": [_short(spec) for spec in command.specs],
        "lists": {key: [_short(spec) for spec in specs] for key, specs in command.lists.items()},
    }


def _short(spec: FieldSpec) -> dict[str, Any]:
    return {
        "key": spec.key,
        "name": spec.name,
        "kind": spec.kind.value,
        "required": spec.required,
        "codes": spec.codes,
    }


def _room(parser: ArgumentParser) -> None:
    parser.add_argument("room", nargs="?", default="", metavar="ROOM")


def _fields(session: Session) -> Answer:
    found = list(all_fields().values())
    rooms = sorted({spec.room for spec in found})
    wanted = session.args.room
    if wanted and wanted not in rooms:
        raise Invalid(
            {"room": Message("console", "The rooms are: {rooms}.", rooms=", ".join(rooms))}
        )
    chosen = [spec for spec in found if wanted in ("", spec.room)]
    return Answer([_field(spec, session) for spec in chosen])


def _field(spec: FieldSpec, session: Session) -> dict[str, Any]:
    return {
        "name": spec.name,
        "form": spec.form,
        "key": spec.key,
        "label": session.texts(spec.room, spec.label),
        "kind": spec.kind.value,
        "required": spec.required,
        "codes": spec.codes,
        "max_length": spec.max_length,
        "minimum": spec.minimum,
        "maximum": spec.maximum,
        "past": spec.past,
        "searchable": spec.searchable,
        "personal": spec.personal,
        "note": session.texts(spec.room, spec.note),
    }


_NEEDS = {
    "complaint_register": Message("console", "A registered complaint."),
    "read_back_sheet": Message("console", "The text that was read back to the customer."),
    "settlement_agreement": Message(
        "console",
        "An agreement with its place, the confirmed facts and its terms, within the authority of "
        "who prints it.",
    ),
    "dispatch_slip": Message("console", "A task for a department with the time it is due."),
    "sanbao_opinion": Message("console", "A case with a vehicle."),
    "follow_up_record": Message("console", "A try to ask the customer in a round of follow-up."),
}
"""What a paper cannot be printed without."""


def _documents(_session: Session) -> Answer:
    return Answer(
        [
            {
                "document": paper.kind,
                "label": paper.label,
                "prefix": paper.prefix,
                "permission": paper.permission,
                "needs": _NEEDS[paper.kind],
            }
            for paper in PAPERS.values()
        ]
    )


ALL = (
    SubCommand("commands", "lists every command with its fields, permission and states", _commands),
    SubCommand("fields", "lists the fields of a room", _fields, _room),
    SubCommand("documents", "lists the papers and what each needs", _documents),
)
