"""The options side by side, the ladder of authority for the chosen one, and their verbs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from models.casework.case.demands import demands
from models.stages.negotiation import options as commands
from models.stages.negotiation.fields import ASK_FIELDS, EDITABLE_IN, OPTION_FIELDS
from models.stages.negotiation.queries import BEYOND
from models.stages.negotiation.rules import DROPPED, PREPARED
from ui.pages.case.asking import CaseChoices, ask_values
from ui.widgets.authority_bar import AuthorityBar
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.layout import empty_layout

from .authority import show_standing
from .option_card import OptionCard
from .option_looks import option_looks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.pages.case.desk import CaseDesk

    from .option_looks import OptionLook

_CARD_WIDTH, _MOST_COLUMNS = 230, 4
_GAP = 8
_SPECS = tuple(
    replace(spec, codes="demand", note="") if spec.key == "covers" else spec
    for spec in OPTION_FIELDS
)
_LAYOUT = (
    (("title", 3), ("amount", 2)),
    ("text",),
    ("kinds",),
    ("cost_bearer",),
    ("basis",),
    ("covers",),
)
_VERBS = {
    "up": ("", "arrow_left", "Offer earlier"),
    "down": ("", "arrow_right", "Offer later"),
    "edit": ("Edit", "", ""),
    "ask_approval": ("Ask for approval", "", ""),
    "drop": ("Drop", "", ""),
    "remove": ("Remove", "", ""),
}


class OptionsCard(Card):
    """Names: ``negotiation.option.{table,add,edit,remove,up,down,drop,ask_approval,empty}``."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make an empty card; :meth:`load` fills it."""
        t = desk.t
        super().__init__(
            t("negotiation", "Options"),
            caption=t("negotiation", "In their order; the next one when the customer objects"),
        )
        self._desk = desk
        self._chosen, self._locked = 0, ""
        self._rows: dict[int, Mapping[str, Any]] = {}
        self._cards: list[OptionCard] = []
        self._verbs = {name: self._make_verb(name) for name in _VERBS}
        self._add = self.add_link(
            t("negotiation", "Add an option"), name="negotiation.option.add", icon="add"
        )
        self.link_clicked.connect(self.add_option)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._table = QWidget()
        self._table.setObjectName("negotiation.option.table")
        self._table.setLayout(self._grid)
        self._empty = label(
            t("negotiation", "Prepare three or four options and put the best one first."),
            "caption",
            name="negotiation.option.empty",
            wrap=True,
        )
        self._reason = label("", "caption", name="negotiation.option.reason", wrap=True)
        self._bar = AuthorityBar(name="negotiation.authority")
        self.add(self._table, self._empty, self._bar, self._reason)

    def load(self) -> None:
        """Read the options anew; the chosen one and the cursor stay where they were."""
        found = option_looks(self._desk)
        self._locked = self._desk.locked(EDITABLE_IN, "case.negotiate")
        self._rows = {row["no"]: row for row, _look in found}
        if self._chosen not in self._rows:
            self._chosen = next(iter(self._rows), 0)
        held = any(card.hasFocus() for card in self._cards)
        self._make_cards([look for _row, look in found])
        self._empty.setVisible(not found)
        self._table.setVisible(bool(found))
        self._reason.setText(self._locked)
        self._reason.setVisible(bool(self._locked))
        self._add.setVisible(not self._locked)
        self._follow()
        if held:
            self._card(self._chosen).setFocus()

    @property
    def chosen(self) -> int:
        """The number of the chosen option, 0 without any."""
        return self._chosen

    def choose(self, no: int) -> None:
        """Choose an option: verbs and authority bar speak of it."""
        if no in self._rows and no != self._chosen:
            self._chosen = no
            self._follow()

    def add_option(self) -> None:
        """Prepare another option."""
        text = self._desk.t("negotiation", "Add an option")
        self._ask(text, commands.add_option, {})

    def edit(self, no: int = 0) -> None:
        """Change the chosen option."""
        row = self._rows[no or self._chosen]
        if not self._locked and row["state"] == PREPARED:
            self._ask(row["title"], commands.change_option, row)

    def shift(self, step: int) -> None:
        """Offer the chosen option earlier or later."""
        order = [card.look.no for card in self._cards]
        place = order.index(self._chosen)
        if 0 <= place + step < len(order):
            order.insert(place + step, order.pop(place))
            self._rank(order)

    def _put_before(self, no: int, other: int) -> None:
        """Give a dragged option the place of the one it was dropped on."""
        order = [card.look.no for card in self._cards]
        place = order.index(other)
        order.remove(no)
        order.insert(place, no)
        self._chosen = no
        self._rank(order)

    def _rank(self, order: list[int]) -> None:
        if not self._locked:
            joined = ",".join(str(no) for no in order)
            self._desk.run(commands.rank_options, {"order": joined})

    def _ask(self, title: str, command: Any, row: Mapping[str, Any]) -> None:
        stated = [(str(d["no"]), f"{d['no']} {d['text']}") for d in demands(self._desk.head.id)]
        ask_values(
            self._desk,
            self,
            title,
            _SPECS,
            _LAYOUT,
            command,
            stored=row,
            named=_named(row) if row else None,
            choices=CaseChoices(self._desk, demand=stated),
        )

    def _take(self, verb: str) -> None:
        t, row = self._desk.t, self._rows[self._chosen]
        title = row["title"]
        if verb in ("up", "down"):
            self.shift(-1 if verb == "up" else 1)
        elif verb == "edit":
            self.edit()
        elif verb == "ask_approval":
            words = t("negotiation", "Ask for approval")
            named = {"no": row["no"]}
            command = commands.ask_option_approval
            layout = (("request_text",),)
            stored = {"request_text": row["text"]}
            ask_values(
                self._desk, self, words, ASK_FIELDS, layout, command, stored=stored, named=named
            )
        elif verb == "drop":
            question = t("negotiation", "Take “{title}” off the table?", title=title)
            if self._desk.ctx.ask.confirm(question, t("negotiation", "Drop"), danger=True):
                self._desk.run(commands.drop_option, _named(row))
        else:
            question = t("negotiation", "Remove “{title}” from the list?", title=title)
            if self._desk.ctx.ask.confirm(question, t("negotiation", "Remove"), danger=True):
                self._desk.run(commands.remove_option, _named(row))

    def _follow(self) -> None:
        for card in self._cards:
            card.set_chosen(card.look.no == self._chosen)
        row = self._rows.get(self._chosen)
        self._bar.setVisible(row is not None)
        beyond = False
        if row is not None:
            named = self._card(self._chosen).look.called
            beyond = show_standing(self._bar, self._desk, self._chosen, named).state == BEYOND
        self._show_verbs(row, beyond=beyond)

    def _show_verbs(self, row: Mapping[str, Any] | None, *, beyond: bool) -> None:
        state = "" if row is None or self._locked else row["state"]
        prepared, live = state == PREPARED, state not in ("", DROPPED)
        fits = {"edit": prepared, "remove": prepared, "drop": live, "ask_approval": live and beyond}
        for name, made in self._verbs.items():
            made.setVisible(fits.get(name, live and len(self._cards) > 1))

    def _make_cards(self, looks: list[OptionLook]) -> None:
        empty_layout(self._grid)
        self._cards = [OptionCard(look, movable=not self._locked) for look in looks]
        for card in self._cards:
            card.chosen.connect(self.choose)
            card.opened.connect(self.edit)
            card.stepped.connect(self._step)
            card.shifted.connect(self.shift)
            card.dropped_on.connect(self._put_before)
        self._place()

    def _place(self) -> None:
        room = max(1, self.width() - 2 * _GAP)
        columns = max(1, min(_MOST_COLUMNS, room // _CARD_WIDTH))
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for number in range(_MOST_COLUMNS):
            used = number < columns and number < max(3, len(self._cards))
            self._grid.setColumnStretch(number, 1 if used else 0)

    def resizeEvent(self, event: Any) -> None:
        """Put the cards into as many columns as there is room for."""
        super().resizeEvent(event)
        self._place()

    def _step(self, step: int) -> None:
        order = [card.look.no for card in self._cards]
        place = order.index(self._chosen) + step
        if 0 <= place < len(order):
            self.choose(order[place])
            self._card(order[place]).setFocus()

    def _card(self, no: int) -> OptionCard:
        return next(card for card in self._cards if card.look.no == no)

    def _make_verb(self, name: str) -> QPushButton:
        text, icon, tip = _VERBS[name]
        t = self._desk.t
        made = button(
            t("negotiation", text),
            "link" if text else "icon",
            name=f"negotiation.option.{name}",
            icon=icon,
            tip=t("negotiation", tip),
        )
        made.clicked.connect(lambda _on=False, name=name: self._take(name))
        self.add_to_head(made)
        return made


def _named(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"no": row["no"], "version": row["version"]}
