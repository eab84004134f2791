"""What every page is given: who acts, where the data is, the language, likes and asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.kernel.actor import Actor
    from models.kernel.db import Store
    from resources.texts import Texts

    from .ask import Ask
    from .events import Events
    from .jobs import Jobs
    from .preferences import Preferences

Render = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class AppContext:
    """Travels from the composition root into every page; there are no globals beside it."""

    actor: Actor
    store: Store
    texts: Texts
    preferences: Preferences
    ask: Ask
    render: Render
    jobs: Jobs
    events: Events
