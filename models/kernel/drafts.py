"""What was typed and not saved yet, kept through a power cut and offered again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from .db import writing
from .tables import Draft

if TYPE_CHECKING:
    from .actor import Actor


class SavedDraft(NamedTuple):
    """The values of a form and when they were kept (ms UTC)."""

    content: dict[str, Any]
    at: int


def save(actor: Actor, form: str, content: dict[str, Any], about: str = "") -> int:
    """Keep the values of a form for its typist; return when (ms UTC).

    Escaped JSON keeps whatever was pasted, half a surrogate pair included.
    """
    now = actor.clock()
    with writing():
        discard(actor, form, about)
        Draft.create(
            branch_id=actor.branch_id,
            owner=actor.typed_by,
            form=form,
            about=about,
            content=json.dumps(content),
            at=now,
        )
    return now


def load(actor: Actor, form: str, about: str = "") -> SavedDraft | None:
    """Return what the typist left in this form, if anything."""
    row = Draft.get_or_none(*_of(actor, form, about))
    return SavedDraft(json.loads(row.content), row.at) if row else None


def discard(actor: Actor, form: str, about: str = "") -> None:
    """Drop the draft: it was saved, or is not wanted."""
    Draft.delete().where(*_of(actor, form, about)).execute()


def _of(actor: Actor, form: str, about: str) -> tuple[Any, ...]:
    return (
        Draft.branch_id == actor.branch_id,
        Draft.owner == actor.typed_by,
        Draft.form == form,
        Draft.about == about,
    )
