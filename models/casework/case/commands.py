"""Level, responsibility, hold and links of a case."""

from __future__ import annotations

from models.dealership.access.queries import people
from models.kernel.command import Done, Values, Work
from models.kernel.db import FAR_FUTURE
from models.kernel.errors import Invalid, NotPossible
from resources.texts import Message

from . import clock
from .editing import EVERY_STATE, add_row, case_command, load_case, remove_row
from .fields import ENDED, HOLD_FIELDS, LEVEL_FIELDS, LINK_FIELDS, LOCKED, OWNER_FIELDS
from .rules import rank
from .tables import Case, CaseLink

_ALIVE = EVERY_STATE - LOCKED


@case_command(
    "case.set_level",
    permission="complaint.edit",
    specs=LEVEL_FIELDS,
    editable_in=EVERY_STATE - ENDED,
)
def set_level(work: Work, case: Case, values: Values) -> Done:
    """Set the level with its reason (F01); a raise shortens the clocks, nothing lengthens them."""
    raise_level(work, case, values["level"], values["level_reason"])
    return _done(case)


def raise_level(work: Work, case: Case, level: str, reason: str) -> None:
    """Set the level from a rule or a step of another room."""
    graver = rank(level) > rank(case.level)
    work.change(case, {"level": level, "level_rank": rank(level), "level_reason": reason})
    if graver and case.state != "DRAFT":
        clock.shorten(work, case)


@case_command(
    "case.assign", permission="case.assign", specs=OWNER_FIELDS, editable_in=EVERY_STATE - ENDED
)
def assign(work: Work, case: Case, values: Values) -> Done:
    """Hand the case to somebody (A06, F03); the history keeps when and why."""
    require_person(case.branch_id, values["owner"], "case.owner")
    department = values["department"] or case.department
    work.change(case, {"owner": values["owner"], "department": department})
    if values["handover_note"]:
        work.note(f"handover:{case.uid}", {"handover_note": values["handover_note"]}, case.id)
    return _done(case)


def require_person(branch_id: int, login: str, place: str) -> None:
    """Refuse a login that is no active account, at the field ``place``."""
    if login not in {person.login for person in people(branch_id)}:
        raise Invalid(
            {
                place: Message(
                    "case",
                    "There is no active account {login}. Choose another person.",
                    login=login,
                )
            }
        )


@case_command(
    "case.hold", permission="complaint.edit", specs=HOLD_FIELDS, editable_in=EVERY_STATE - ENDED
)
def hold(work: Work, case: Case, values: Values) -> Done:
    """Suspend the case, note that it is with somebody outside, or restrict its data."""
    if case.hold:
        raise NotPossible(
            Message("case", "The case is already on hold. End that hold first, then set another.")
        )
    columns = {"hold": values["hold"], "hold_reason": values["hold_reason"]}
    if values["hold"] == "suspended":
        clock.pause(work, case)
    work.change(case, columns | {"hold_since": work.now})
    return _done(case)


@case_command("case.lift_hold", permission="complaint.edit", while_restricted=True)
def lift_hold(work: Work, case: Case, values: Values) -> Done:
    """End the hold; paused clocks run on with the time they had left."""
    if not case.hold:
        raise NotPossible(Message("case", "The case is not on hold."))
    was = case.hold
    work.change(case, {"hold": "", "hold_reason": "", "hold_since": FAR_FUTURE})
    if was == "suspended":
        clock.resume(work, case)
    return _done(case)


@case_command("case.link", permission="complaint.edit", specs=LINK_FIELDS, editable_in=_ALIVE)
def link(work: Work, case: Case, values: Values) -> Done:
    """Link a case of the same incident, customer or problem, seen from both sides."""
    other = load_case(work.actor, values["other"])
    if other.id == case.id:
        raise Invalid(
            {
                "case.link.other": Message(
                    "case", "{case_no} is this case itself.", case_no=case.case_no
                )
            }
        )
    row = link_cases(work, case, other, values["kind"], values["note"])
    return Done(case.case_no, row.no, row.id, row.version)


def link_cases(work: Work, case: Case, other: Case, kind: str, note: str) -> CaseLink:
    """Link two cases from both sides; return the link of the first."""
    row: CaseLink = add_row(work, case, CaseLink, {"kind": kind, "note": note, "other": other.id})
    add_row(work, other, CaseLink, {"kind": kind, "note": note, "other": case.id})
    return row


@case_command("case.unlink", permission="complaint.edit", editable_in=_ALIVE)
def unlink(work: Work, case: Case, values: Values) -> Done:
    """Take a link back on both sides."""
    row = remove_row(work, case, CaseLink, values)
    back = CaseLink.get_or_none(
        CaseLink.case == row.other_id,
        CaseLink.other == case.id,
        CaseLink.deleted_at == FAR_FUTURE,
    )
    if back:
        work.remove(back)
    return _done(case)


@case_command("case.note_reveal", permission="personal.reveal")
def note_reveal(work: Work, case: Case, values: Values) -> Done:
    """Keep in the history that somebody looked at the whole phone number (PIPL 51)."""
    work.note(f"personal:{case.uid}", {"seen": "phone"}, case.id)
    return _done(case)


def _done(case: Case) -> Done:
    return Done(case.case_no, 0, case.id, case.version)
