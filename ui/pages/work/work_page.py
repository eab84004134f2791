"""A page of waiting work: scopes as chips, the list, the chosen thing with its verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from models.dealership.access.queries import who_may
from ui.lists.list_page import ListPage
from ui.pages.case.desk import CaseDesk
from ui.pages.page import Page
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.lists.columns import Column
    from ui.shell.context import AppContext
    from ui.widgets.chip import Chip

    from .pane import WorkPane

_MINUTE = 60_000
_PANE_FROM = 800


class WorkPage(Page):
    """Subclasses say what the columns, the pane and the rows of each scope are.

    ``scopes`` are (key, title, icon of the empty state, its title, its text), msgids of the page.
    """

    title: ClassVar[str] = ""
    scopes: ClassVar[tuple[tuple[str, str, str, str, str], ...]] = ()

    def __init__(self, ctx: AppContext) -> None:
        """Lay the page out without rows."""
        super().__init__(ctx)
        self.desk = CaseDesk(ctx)
        self.labels = self.desk.labels
        self.scope = self.scopes[0][0]
        self._empty = QStackedWidget()
        for _key, _title, icon, head, text in self.scopes:
            words = self.t(self.name, text)
            self._empty.addWidget(EmptyState(icon, self.t(self.name, head), words))
        self.list = ListPage(
            self.t,
            self.name,
            self.t(self.name, self.title),
            self.make_columns(),
            ctx.preferences,
            empty=self._empty,
            preview_from=_PANE_FROM,
        )
        self._chips = {key: self._add_chip(key, title) for key, title, *_empty in self.scopes}
        self.pane = self.make_pane()
        self.list.set_preview(self.pane)
        self.setLayout(column(self.list, gap=0))
        self.setFocusProxy(self.list)
        self._connect()

    def _add_chip(self, key: str, title: str) -> Chip:
        chip = self.list.add_chip(key, self.t(self.name, title), checked=key == self.scope)
        chip.clicked.connect(lambda _on=False, key=key: self.choose_scope(key))
        return chip

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_chosen)
        self.list.opened.connect(self.open_row)
        self.pane.verb_pressed.connect(self._verb_pressed)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self.list.table.rows.refresh_clocks)
        self._minute.start()

    def make_columns(self) -> Sequence[Column]:
        """Return the columns of the list."""
        raise NotImplementedError

    def make_pane(self) -> WorkPane:
        """Return the pane at the right."""
        raise NotImplementedError

    def read(self, scope: str) -> Sequence[Any]:
        """Return the rows of a scope; runs in the background."""
        raise NotImplementedError

    def show_row(self, chosen: Any) -> None:
        """Show the chosen row in the pane and offer its verbs."""
        raise NotImplementedError

    def do(self, verb: str, chosen: Any) -> None:
        """Do what a verb of the pane says."""
        raise NotImplementedError

    def refusal(self) -> str:
        """Return who does this work when the person at the screen may not, else ''."""
        return ""

    def open_row(self, chosen: Any) -> None:
        """Open the case of a row; pages know the place."""
        self.ctx.events.case_wanted.emit(chosen.case_no, "")

    def choose_scope(self, key: str) -> None:
        """List another scope."""
        self.scope = key
        for name, chip in self._chips.items():
            chip.setChecked(name == key)
        self._empty.setCurrentIndex(list(self._chips).index(key))
        self.refresh()

    def refresh(self) -> None:
        """Read the rows of every scope in the background, for the list and for the counts."""
        scopes = tuple(self._chips)
        self.ctx.jobs.read(
            self.name, lambda: {scope: self.read(scope) for scope in scopes}, self._show_rows
        )

    def who_may(self, permission: str) -> str:
        """Return the names of those who have a right, for somebody who lacks it."""
        found = who_may(self.ctx.actor.branch_id, permission)
        return "、".join(person.name for person in found) or "—"

    def _show_rows(self, found: dict[str, Sequence[Any]]) -> None:
        chosen, table = self.list.current_row(), self.list.table
        for scope, chip in self._chips.items():
            chip.set_count(len(found[scope]))
        table.rows.show_rows(found[self.scope])
        self.list.set_total(len(found[self.scope]))
        again = chosen is not None and table.select(lambda row: _same(row, chosen))
        if not again:
            table.select(lambda _row: True)
        self._show_chosen(self.list.current_row())

    def _show_chosen(self, chosen: Any) -> None:
        if chosen is None:
            self.pane.show_nothing(self.refusal())
            return
        self.show_row(chosen)

    def _verb_pressed(self, verb: str) -> None:
        chosen = self.list.current_row()
        if chosen is not None:
            self.do(verb, chosen)


def _same(one: Any, other: Any) -> bool:
    return (one.case_id, one.no) == (other.case_id, other.no)
