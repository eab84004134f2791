"""The panel of one stage: laid out by hand, read anew as a whole, able to find a place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.forms.sections import reveal
from ui.widgets.layout import column, surface
from ui.widgets.scrolled import Scrolled

from .form_card import FormCard
from .list_card import ListCard

if TYPE_CHECKING:
    from ui.widgets.layout import Item

    from .desk import CaseDesk


class StagePanel(Scrolled):
    """Subclasses build cards in ``__init__`` and hand them to :meth:`lay_out`.

    ``place_wanted`` asks the page to go to a field or list, which may be in another stage.
    """

    stage: ClassVar[str] = ""
    place_wanted = Signal(str)

    def __init__(self, desk: CaseDesk) -> None:
        """Make an empty panel for the case on ``desk``."""
        super().__init__()
        self.desk = desk
        self.t = desk.t
        self.setObjectName(f"case.panel.{self.stage}")

    def lay_out(self, *items: Item) -> None:
        """Put the cards of the stage one below the other."""
        body = surface(column(*items, None, gap=8))
        self.setWidget(body)

    def load(self) -> None:
        """Read every card anew; panels with parts of their own extend this."""
        for card in self.cards():
            card.load()

    def cards(self) -> list[FormCard | ListCard]:
        """Return the form and list cards of the panel."""
        return [*self.findChildren(FormCard), *self.findChildren(ListCard)]

    def dirty_forms(self) -> list[FormCard]:
        """Return the forms with text that was typed and not saved."""
        return [card for card in self.findChildren(FormCard) if card.dirty]

    def jump(self, place: str) -> bool:
        """Put the cursor to the field, list or button of this objectName, if it is here."""
        found = self.findChild(QWidget, place) or self.findChild(QWidget, f"{place}.table")
        if found is None or not self._can_show(found):
            found = self.findChild(QWidget, f"{place.rpartition('.')[0]}.add")
        if found is None:
            return False
        reveal(found)
        found.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _can_show(self, found: QWidget) -> bool:
        return not found.isHidden()
