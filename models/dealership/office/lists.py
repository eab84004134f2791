"""The lists a dealership may change: add, rename and retire values; what is in use stays known."""

from __future__ import annotations

from typing import Any

from peewee import fn

from models.kernel.command import Done, Values, Work, command
from models.kernel.db import alive
from models.kernel.errors import Invalid, NotPossible
from models.kernel.tables import Code
from resources.texts import Message

from .fields import ADD_CODE_FIELDS, CODE_FIELDS, RENAME_CODE_FIELDS

PERMISSION = "settings.manage"

CHANGEABLE = (
    "department",
    "channel",
    "source",
    "complaint_object",
    "demand_kind",
    "compensation_kind",
    "contact_way",
    "evidence_kind",
    "cause",
    "responsible_side",
    "task_kind",
    "loss_kind",
    "care_item",
    "attempt_kind",
    "report_target",
    "rectification_kind",
    "payment_way",
    "suspend_reason",
    "relation",
    "handover_item",
)
"""Lists whose values no rule of the program depends on."""


@command("office.add_code", permission=PERMISSION, specs=ADD_CODE_FIELDS)
def add_code(work: Work, values: Values) -> Done:
    """Add a value of one's own at the end of a list."""
    list_name = _changeable(values["list_name"])
    label = _free_label(work, list_name, values["label"])
    parent = values.get("parent") or ""
    if parent:
        _value(work, list_name, parent)
    row = work.insert(
        Code,
        list_name=list_name,
        code=_next_code(work, list_name),
        label=label,
        parent=parent,
        position=_last_position(work, list_name) + 1,
    )
    return Done(id=row.id, version=row.version)


@command("office.rename_code", permission=PERMISSION, specs=RENAME_CODE_FIELDS)
def rename_code(work: Work, values: Values) -> Done:
    """Give a value another name; a built-in one keeps it in every language from then on."""
    row = _value(work, _changeable(values["list_name"]), values["code"])
    label = _free_label(work, row.list_name, values["label"], but=row.id)
    work.change(row, {"label": label, "built_in": False}, values.get("version"))
    return Done(id=row.id, version=row.version)


@command("office.retire_code", permission=PERMISSION, specs=CODE_FIELDS)
def retire_code(work: Work, values: Values) -> Done:
    """Offer a value no more; records that have it keep it."""
    row = _value(work, _changeable(values["list_name"]), values["code"])
    others = _of_list(work, row.list_name).where(Code.active, Code.id != row.id)
    if not others.exists():
        raise NotPossible(
            Message("office", "The last value of a list stays. Add another one first.")
        )
    work.change(row, {"active": False})
    return Done(id=row.id, version=row.version)


@command("office.restore_code", permission=PERMISSION, specs=CODE_FIELDS)
def restore_code(work: Work, values: Values) -> Done:
    """Offer a retired value again."""
    row = _value(work, _changeable(values["list_name"]), values["code"])
    work.change(row, {"active": True})
    return Done(id=row.id, version=row.version)


def _changeable(list_name: str) -> str:
    if list_name in CHANGEABLE:
        return list_name
    raise Invalid(
        {
            "office.code.list_name": Message(
                "office", "The list {list_name} cannot be changed.", list_name=list_name
            )
        }
    )


def _of_list(work: Work, list_name: str) -> Any:
    return Code.select().where(
        Code.branch_id == work.actor.branch_id, Code.list_name == list_name, alive(Code)
    )


def _value(work: Work, list_name: str, code: str) -> Code:
    row: Code | None = _of_list(work, list_name).where(Code.code == code).first()
    if row is None:
        raise NotPossible(
            Message("office", "The list has no value {code}. Choose one of it.", code=code)
        )
    return row


def _free_label(work: Work, list_name: str, typed: str, *, but: int = 0) -> str:
    label = typed.strip()
    same = _of_list(work, list_name).where(Code.label == label, Code.id != but)
    if same.exists():
        raise Invalid(
            {
                "office.code.label": Message(
                    "office", "The list has {label} already. Choose another name.", label=label
                )
            }
        )
    return label


def _next_code(work: Work, list_name: str) -> str:
    own = _of_list(work, list_name).where(Code.code.startswith("own_"))
    taken = {row.code for row in own}
    number = len(taken) + 1
    while f"own_{number}" in taken:
        number += 1
    return f"own_{number}"


def _last_position(work: Work, list_name: str) -> int:
    query = _of_list(work, list_name).select(fn.MAX(Code.position))
    return int(query.scalar() or 0)
