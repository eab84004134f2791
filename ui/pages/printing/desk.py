"""What the preview needs to know of the case whose papers it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from models.casework.case.queries import CaseHead
    from resources.texts import Texts
    from ui.pages.labels import Labels
    from ui.shell.context import AppContext


class PaperDesk(Protocol):
    """The case on the screen, as its page knows it."""

    ctx: AppContext
    t: Texts
    labels: Labels
    head: CaseHead
