"""Editable lists: channels, kinds, departments and so on; stored values are their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .db import alive
from .tables import Code

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


class CodeValue(NamedTuple):
    """One value of a list; ``label`` of a built-in value is a msgid of the room ``codes``."""

    code: str
    label: str
    parent: str
    built_in: bool
    active: bool


def known_in(branch_id: int) -> Callable[[str], Collection[str]]:
    """Return a function that tells the codes of a list in one branch."""

    def known(list_name: str) -> Collection[str]:
        return {value.code for value in values(branch_id, list_name, with_inactive=True)}

    return known


def values(branch_id: int, list_name: str, *, with_inactive: bool = False) -> list[CodeValue]:
    """Return a list's values in their order; retired ones only on demand."""
    query = Code.select().where(
        Code.branch_id == branch_id, Code.list_name == list_name, alive(Code)
    )
    if not with_inactive:
        query = query.where(Code.active)
    query = query.order_by(Code.position, Code.id)
    return [CodeValue(c.code, c.label, c.parent, c.built_in, c.active) for c in query]


def labels(branch_id: int) -> dict[tuple[str, str], CodeValue]:
    """Return every value by list and code, each list in its order, for whoever shows many."""
    query = Code.select().where(Code.branch_id == branch_id, alive(Code))
    query = query.order_by(Code.list_name, Code.position, Code.id)
    return {
        (c.list_name, c.code): CodeValue(c.code, c.label, c.parent, c.built_in, c.active)
        for c in query
    }
