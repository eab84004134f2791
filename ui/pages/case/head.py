"""The head of a case: number, level, state, customer and vehicle, what comes next, clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton

from models.casework.case.rules import STAGES, rank
from models.kernel import settings
from models.kernel.fields.phone import mask_phone
from ui.forms.transition_bar import Step, TransitionBar
from ui.shell.tip import tip
from ui.widgets.badge import LevelBadge, StateBadge, Tag
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.clock import Clock, ClockState, ClockTile
from ui.widgets.label import ElidedLabel, Glyph, label
from ui.widgets.layout import row, rule

from .clocks import KINDS, TITLES, clock_of, due_of, silence_clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.casework.case.queries import CaseHead
    from models.flow.step import StepView

    from .desk import CaseDesk


class CaseHeadCard(Card):
    """Tells who and what the case is about; signals what the person wants to do with it."""

    print_wanted = Signal(str)
    more_wanted = Signal(str)

    def __init__(self, desk: CaseDesk) -> None:
        """Make the head; :meth:`show_head` fills it."""
        super().__init__(margins=(16, 8, 16, 8), gap=6)
        self._desk, t = desk, desk.t
        self._number = label("", "title", name="case.case_no", selectable=True)
        self._level = LevelBadge(t, 1, name="case.level")
        self._state = StateBadge(1, "", name="case.state")
        self._hold = Tag("", "warn", name="case.hold")
        self._subject = ElidedLabel()
        self.steps = TransitionBar(t)
        self.print_menu, self.more_menu = QMenu(self), QMenu(self)
        self._print = self._menu_button(t("pages", "Print"), "case.print", self.print_menu)
        self._more = self._menu_button(t("pages", "More"), "case.more", self.more_menu)
        self._tiles = {kind: ClockTile(t("pages", TITLES[kind]), _none()) for kind in KINDS}
        for kind, tile in self._tiles.items():
            tile.setObjectName(f"case.clock.{kind}")
        self._silence = ClockTile(
            t("pages", "Since last contact"), _none(), name="case.clock.silence"
        )
        self._make_facts()
        self._lay_out()

    def _make_facts(self) -> None:
        self._name = ElidedLabel(bold=True, greedy=False)
        self._name.setObjectName("case.customer")
        self._file = button(
            self._desk.t("customers", "Customer file"),
            "link",
            name="case.open_customer",
            place="flush",
        )
        self._file.clicked.connect(self._open_customer)
        self._key = Tag("", icon="star", name="case.key_customer")
        self._phone = label("", name="case.phone", selectable=True)
        self._reveal = button(
            self._desk.t("pages", "Show"), "link", name="case.reveal", place="flush"
        )
        self._reveal.clicked.connect(self._reveal_phone)
        self._plate = label("", name="case.plate")
        self._model = ElidedLabel(greedy=False)
        self._vin = label("", "label", name="case.vin", selectable=True)
        self._speed = label("", "caption", name="case.speed")

    def _lay_out(self) -> None:
        number, level, state, hold = self._number, self._level, self._state, self._hold
        self._top = row(number, 4, level, state, hold, (self._subject, 1), self.steps)
        self._facts = row(
            Glyph("person", side=16),
            self._name,
            self._key,
            self._file,
            4,
            Glyph("call", side=16),
            self._phone,
            self._reveal,
            4,
            Glyph("vehicle_car", side=16),
            self._plate,
            self._model,
            self._vin,
            None,
            self._speed,
        )
        tiles = row(*((tile, 1) for tile in (*self._tiles.values(), self._silence)), gap=12)
        self.add(self._top, self._facts, rule(), tiles)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave the first line to the next step: menus stand below, where VIN and speed stood."""
        self._vin.setHidden(narrow)
        self._speed.setHidden(narrow)
        for menu_button in (self._print, self._more):
            (self._facts if narrow else self._top).addWidget(menu_button)

    def show_head(self, head: CaseHead, steps: Sequence[StepView]) -> None:
        """Show a case and the steps out of its state."""
        t, labels = self._desk.t, self._desk.labels
        self._number.setText(head.case_no)
        self._level.set_level(rank(head.level))
        self._level.setToolTip(tip(t.say_stored(head.level_reason)))
        number = STAGES.index(head.stage) + 1
        self._state.set_state(number, t("case", f"state {head.state}"))
        self._hold.setVisible(bool(head.hold))
        self._hold.set_look(self._hold.look._replace(text=labels.code("hold", head.hold)))
        self._hold.setToolTip(tip(head.hold_reason))
        self._subject.set_text(head.subject)
        self._show_facts(head)
        self._show_steps(steps)
        self.show_clocks(head)

    def _show_facts(self, head: CaseHead) -> None:
        t = self._desk.t
        self._name.set_text(head.customer_name or t("pages", "Unnamed"))
        self._key.setVisible(head.key_customer)
        self._file.setVisible(bool(head.customer_id))
        self._key.set_look(self._key.look._replace(text=t("pages", "Key customer")))
        self._phone.setText(mask_phone(head.phone) if head.phone else "—")
        self._reveal.setVisible(bool(head.phone) and self._desk.ctx.actor.may("personal.reveal"))
        self._plate.setText(self._desk.labels.plate(head.plate_no) or "—")
        self._model.set_text(head.model)
        self._vin.setText(f"VIN {head.vin}" if head.vin else "")
        minutes = head.minutes_to_first_contact
        words = t("pages", "First contact after {minutes} min", minutes=minutes)
        self._speed.setText("" if minutes is None else words)

    def show_clocks(self, head: CaseHead) -> None:
        """Show the clocks as they stand now; called each minute."""
        t, now = self._desk.t, self._desk.now
        for kind, tile in self._tiles.items():
            due = due_of(head, kind)
            note = self._desk.labels.moment(due.due_at) if due else ""
            if due is not None and due.uncertain:
                note = t("pages", "{when}, holidays of that year unknown", when=note)
            tile.set_clock(clock_of(t, due, now, long=True), note)
            tile.setVisible(due is not None or kind != "answer")
        limits = settings.get(self._desk.ctx.actor.branch_id, "clock.silence_hours")
        self._silence.set_clock(silence_clock(t, head, now, limits[head.level], long=True))

    def _show_steps(self, steps: Sequence[StepView]) -> None:
        t = self._desk.t
        shown = [
            Step(
                view.step,
                t("flow", view.label),
                view.allowed,
                tuple((t.say(item.message), item.place) for item in view.missing),
            )
            for view in steps
        ]
        self.steps.show_steps(shown)
        first = next(iter(steps), None)
        self.steps.show_locked(t.say(first.reason) if first and first.reason else "")

    def set_menu(self, menu: QMenu, entries: Sequence[tuple[str, str]], prefix: str) -> None:
        """Fill the menu of papers or of other acts with (name, words)."""
        menu.clear()
        signal = self.print_wanted if menu is self.print_menu else self.more_wanted
        for name, words in entries:
            action = QAction(words, menu)
            action.setObjectName(f"{prefix}.{name}")
            action.triggered.connect(lambda _on=False, name=name: signal.emit(name))
            menu.addAction(action)

    def open_print_menu(self) -> None:
        """Open the menu of papers below its button, the first paper chosen."""
        papers = self.print_menu.actions()
        if papers:
            self.print_menu.popup(self._print.mapToGlobal(QPoint(0, self._print.height())))
            self.print_menu.setActiveAction(papers[0])

    def _menu_button(self, text: str, name: str, menu: QMenu) -> QPushButton:
        made = button(text, name=name)
        made.setProperty("menu", "true")
        made.setMenu(menu)
        return made

    def _open_customer(self) -> None:
        self._desk.ctx.events.customer_wanted.emit(self._desk.head.customer_id)

    def _reveal_phone(self) -> None:
        self._phone.setText(self._desk.head.phone)
        QGuiApplication.clipboard().setText(self._desk.head.phone)
        self._reveal.hide()
        self.more_wanted.emit("revealed")


def _none() -> Clock:
    return Clock(ClockState.NONE, 0.0, "—")
