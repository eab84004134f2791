"""A card with what is still missing, each item a link to its place; gone while nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from ui.shell.tip import tip
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import Glyph, label
from ui.widgets.layout import empty_layout, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from models.kernel.errors import Missing
    from resources.texts import Texts

_COLUMNS = 2
_LONGEST = 26
_INSET = 19
_PLACE = "leads-to"


class MissingCard(Card):
    """``place_wanted`` carries the place of the item that was pressed.

    The card is named ``<name>``, its links ``<name>.1`` and so on.
    """

    place_wanted = Signal(str)

    def __init__(self, texts: Texts, name: str, before: str) -> None:
        """Make an empty card; ``before`` names the step the items are needed for."""
        super().__init__(margins=(16, 10, 16, 10), gap=4)
        self.setObjectName(name)
        self._texts, self._before = texts, before
        self._count = label("", "warn", name=f"{name}.count")
        self._items = QGridLayout()
        self._items.setContentsMargins(_INSET, 0, 0, 0)
        self._items.setVerticalSpacing(0)
        self._items.setHorizontalSpacing(16)
        for place in range(_COLUMNS):
            self._items.setColumnStretch(place, 1)
        self.add(row(Glyph("warning", "warn", filled=True), self._count, None), self._items)
        self.hide()

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """List what is missing in the order it is needed, two in a line."""
        empty_layout(self._items)
        lines = -(-len(missing) // _COLUMNS)
        for number, item in enumerate(missing):
            link = self._link(number + 1, self._texts.say(item.message), item.place)
            self._items.addWidget(link, number % lines, number // lines)
        self._count.setText(
            self._texts(
                "forms", "{count} missing before: {step}", count=len(missing), step=self._before
            )
        )
        self.setVisible(bool(missing))

    def _link(self, number: int, sentence: str, place: str) -> QPushButton:
        words = sentence if len(sentence) <= _LONGEST else sentence[: _LONGEST - 1] + "…"
        link = button(words, "link", name=f"{self.objectName()}.{number}", place="row")
        link.setAccessibleName(sentence)
        link.setToolTip(tip(sentence))
        link.setProperty(_PLACE, place)
        link.clicked.connect(self._jump)
        return link

    def _jump(self) -> None:
        self.place_wanted.emit(str(self.sender().property(_PLACE)))
