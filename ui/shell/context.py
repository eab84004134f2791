"""What every page is given: who acts, where the data is, the language, likes and asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.kernel.actor import Actor
    from models.kernel.db import Store
    from resources.texts import Texts

    from .ask import Ask
    from .preferences import Preferences

Render = Callable[..., bytes]


@dataclass(frozen=True, slots=True)
class AppContext:
    """Travels from the composition root into every page; there are no globals beside it."""

    actor: Actor
    store: Store
    texts: Texts
    preferences: Preferences
    ask: Ask
    render: Render
