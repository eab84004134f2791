"""Adding evidence, describing it better, taking it back, handing it to the next keeper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.editing import add_row, case_command, change_row, remove_row, row_of
from models.casework.case.rules import stage_of
from models.kernel import files
from models.kernel.command import Done, Values, Work
from models.kernel.errors import Invalid
from resources.texts import Message

from .fields import ADD_FIELDS, CUSTODY_FIELDS, EDITABLE_IN, ITEM_FIELDS, PATH
from .queries import hand_overs
from .tables import Evidence, EvidenceCustody

if TYPE_CHECKING:
    from pathlib import Path

    from models.casework.case.tables import Case


@case_command("evidence.add", permission="case.work", specs=ADD_FIELDS, editable_in=EDITABLE_IN)
def add(work: Work, case: Case, values: Values) -> Done:
    """Add a file, or a part or paper that is kept somewhere (B13)."""
    path = values.pop("path")
    return keep(work, case, values, path or None)


def keep(
    work: Work, case: Case, values: Values, source: str | Path | bytes | None, name: str = ""
) -> Done:
    """Add evidence from a step of another room: a path or the bytes of a file under a name."""
    columns: Values = {"stage": stage_of(case.state)} | values
    if source is not None:
        kept = files.put(work, source, name, field=PATH.name)
        columns |= {
            "file_sha256": kept.sha256,
            "file_name": kept.name,
            "media_type": kept.media_type,
            "size": kept.size,
        }
    elif not values["custody"]:
        raise Invalid(
            {PATH.name: Message("evidence", "Choose a file, or write where the original is kept.")}
        )
    return _done(case, add_row(work, case, Evidence, columns))


@case_command(
    "evidence.change",
    permission="case.work",
    specs=ITEM_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def change(work: Work, case: Case, values: Values) -> Done:
    """Describe evidence better; its file stays what it is."""
    return _done(case, change_row(work, case, Evidence, values))


@case_command("evidence.remove", permission="case.work", editable_in=EDITABLE_IN)
def remove(work: Work, case: Case, values: Values) -> Done:
    """Take back what was added to the wrong case; the audit and the file keep it."""
    return _done(case, remove_row(work, case, Evidence, values))


@case_command(
    "evidence.hand_over", permission="case.work", specs=CUSTODY_FIELDS, editable_in=EDITABLE_IN
)
def hand_over(work: Work, case: Case, values: Values) -> Done:
    """Record who gave the original of evidence ``no`` to whom, when and for what."""
    item = row_of(case, Evidence, values)
    earlier = hand_overs(case.id).get(item.no, ())
    at = values["at"] or work.now
    if earlier and at < earlier[-1].at:
        raise Invalid(
            {
                "evidence.custody.at": Message(
                    "evidence",
                    "{keeper} received it later than that. Enter a time after the last hand-over.",
                    keeper=earlier[-1].to_whom,
                )
            }
        )
    giver = values["from_whom"] or (earlier[-1].to_whom if earlier else _first_keeper(item))
    columns = values | {"evidence_no": item.no, "at": at, "from_whom": giver or work.actor.name}
    return _done(case, add_row(work, case, EvidenceCustody, columns))


def _first_keeper(item: Any) -> str:
    return str(item.taken_by or item.received_from)


def _done(case: Case, row: Any) -> Done:
    return Done(case.case_no, row.no, row.id, row.version)
