"""Putting a backup in the place of the open store: nothing may have it open meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.kernel.db import open_store
from models.kernel.errors import EnvironmentTrouble, UserError
from models.kernel.restore import note_restored, restore

if TYPE_CHECKING:
    from pathlib import Path

    from models.kernel.actor import Actor
    from models.kernel.db import Store
    from resources.texts import Message


class BroughtBack(NamedTuple):
    """The store that is open now, and why the backup is not in it when there was trouble."""

    store: Store
    trouble: Message | None


def bring_back(store: Store, source: Path, actor: Actor) -> BroughtBack:
    """Close the store, restore ``source`` over it and open it again, whatever happened."""
    store.close()
    trouble, info = None, None
    try:
        info = restore(source, store.folder, now=actor.clock(), replace=True)
    except (UserError, EnvironmentTrouble) as refusal:
        trouble = refusal.message
    opened = open_store(store.folder)
    if info is not None:
        note_restored(actor, info)
    return BroughtBack(opened, trouble)
