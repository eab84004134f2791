"""Imports every room that registers commands, so that the registry of commands is complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

import models.casework.approval.commands
import models.casework.case.calendar_change
import models.casework.case.commands
import models.casework.case.contacts
import models.casework.case.demands
import models.casework.case.tasks
import models.casework.case.weight
import models.casework.documents.scans
import models.casework.evidence.commands
import models.dealership.access.absences
import models.dealership.access.commands
import models.dealership.access.set_up
import models.dealership.office.commands
import models.dealership.office.limits
import models.dealership.office.lists
import models.dealership.parties.commands
import models.dealership.parties.workshop
import models.flow.commands
import models.flow.registration
import models.stages.agreement.commands
import models.stages.agreement.terms
import models.stages.analysis.commands
import models.stages.analysis.lists
import models.stages.analysis.sanbao.commands
import models.stages.implementation.commands
import models.stages.intake.commands
import models.stages.negotiation.commands
import models.stages.negotiation.options
import models.stages.review.commands  # noqa: F401
from models.kernel.command import COMMANDS

if TYPE_CHECKING:
    from models.kernel.command import Command
    from models.kernel.fields import FieldSpec


def all_commands() -> dict[str, Command]:
    """Return every registered command by its name, in the order of the names."""
    return dict(sorted(COMMANDS.items()))


def all_fields() -> dict[str, FieldSpec]:
    """Return every field that a command takes by its name, in the order of the forms."""
    found: dict[str, FieldSpec] = {}
    for command in all_commands().values():
        rows = [spec for specs in command.lists.values() for spec in specs]
        found |= {spec.name: spec for spec in (*command.specs, *rows)}
    return dict(sorted(found.items(), key=lambda entry: entry[1].form))
