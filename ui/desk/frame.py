"""The frame of somebody who is logged in: pages, counters, search, time passing, backup."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from models.casework.case.queries import head
from models.dealership.access.queries import system_actor
from models.dealership.office import queries as office
from models.dealership.parties.matching import match
from models.flow.tick import tick
from models.kernel import backup, search
from models.kernel.errors import EnvironmentTrouble, UserError
from models.kernel.zone import local_time
from models.outlook.today.queries import waiting
from ui.window.frame import Frame, Hit

from .counts import counts_of
from .customer_hits import CUSTOMER, customer_hits
from .help import help_text
from .own_password import change_password
from .pages import ENTRY_OF, NAVIGATED, OPENED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.kernel.changes import Change
    from models.outlook.today.entry import Waiting
    from ui.pages.case.case_page import CasePage
    from ui.pages.cases_page import CasesPage
    from ui.pages.customers_page import CustomersPage
    from ui.pages.page import Page
    from ui.shell.context import AppContext

_MINUTE = 60_000
_READS = ("backup", "counts", "search")
_HITS, _FOUND, _PEOPLE = 9, 60, 3


class DeskFrame(Frame):
    """Makes pages when they are first opened and keeps what they show true."""

    left = Signal()
    theme_wanted = Signal(str)

    def __init__(self, ctx: AppContext) -> None:
        """Show the frame for the actor of ``ctx``."""
        super().__init__(ctx.texts, pages=[page.name for page in NAVIGATED])
        self.ctx = ctx
        self._kinds = {page.name: page for page in (*NAVIGATED, *OPENED)}
        self._made: dict[str, Page] = {}
        actor = ctx.actor
        self.set_user(actor.name, ctx.texts("access", f"role {actor.role}"))
        self.allow_new(actor.may("complaint.register"))
        self.set_branch(office.branch(actor.branch_id).name)
        self.set_data(ctx.texts("shell", "Data on this computer"))
        self._connect()
        self._soon, self._minute = QTimer(self), QTimer(self)
        self._soon.setSingleShot(True)
        for timer, wait in ((self._soon, 0), (self._minute, _MINUTE)):
            timer.timeout.connect(self.pass_time)
            timer.start(wait)

    def _connect(self) -> None:
        events = self.ctx.events
        events.data_changed.connect(self._data_changed)
        events.case_wanted.connect(self.open_case)
        events.complaint_wanted.connect(self.open_register)
        events.page_wanted.connect(self.open_place)
        events.customer_wanted.connect(self.open_customer)
        self.page_chosen.connect(self.open_page)
        self.new_complaint.connect(self.open_register)
        self.search_typed.connect(self._search)
        self.search_entered.connect(self._search_entered)
        self.hit_chosen.connect(self._open_hit)
        self.user_asked.connect(self._user_asked)
        self.help_asked.connect(self._show_help)
        self.keys_asked.connect(self._show_keys)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._go_back)

    def open_page(self, name: str) -> Page | None:
        """Show a page as it stands now; None when the shown one cannot be left."""
        page = self._show(name)
        if page is not None:
            page.refresh()
        return page

    def open_place(self, name: str) -> None:
        """Show a page, and a part of it when one is named."""
        page, _, part = name.partition(".")
        shown = self.open_page(page)
        if shown is not None and part:
            shown.show_part(part)

    def open_customer(self, customer_id: int) -> None:
        """Show everything known of a customer."""
        page = cast("CustomersPage | None", self.open_page("customers"))
        if page is not None:
            page.show_customer(customer_id)

    def open_register(self) -> None:
        """Open the form for a new complaint."""
        self.open_page("register")

    def open_case(self, case_no: str, place: str = "") -> None:
        """Open a case at a stage or a field."""
        try:
            head(self.ctx.actor, case_no)
        except (UserError, EnvironmentTrouble) as refusal:
            self.ctx.ask.tell(self.ctx.texts.say(refusal.message))
            return
        shown, other = self.place()
        if shown == "case" and other not in ("", case_no) and not self._may_leave_shown():
            return
        page = cast("CasePage | None", self._show("case"))
        if page is not None:
            page.show_case(case_no, place)

    def _show(self, name: str) -> Page | None:
        """Bring a page to the front, made when it is wanted for the first time."""
        if self.shown() not in ("", name) and not self._may_leave_shown():
            self.navigation.choose(ENTRY_OF.get(self.shown(), self.shown()))
            return None
        page = self._made.get(name)
        if page is None:
            page = self._made[name] = self._kinds[name](self.ctx)
            self.add_page(name, page)
        self.show_page(name, entry=ENTRY_OF.get(name, ""))
        page.setFocus()
        return page

    def place(self) -> tuple[str, str]:
        """Return the page that is shown and the number of its case."""
        page = self._made.get(self.shown())
        return self.shown(), getattr(page, "case_no", "")

    def go_to(self, place: tuple[str, str]) -> None:
        """Show a page, and in it a case, again."""
        name, case_no = place
        if case_no:
            self.open_case(case_no)
        else:
            self.open_page(name)

    def may_leave(self) -> bool:
        """Tell whether every page can be left."""
        return all(page.may_leave() for page in self._made.values())

    def keep(self) -> None:
        """Keep what was typed on any page as a draft."""
        for page in self._made.values():
            page.keep()

    def close_down(self) -> None:
        """Stop the clock of the frame and stop listening."""
        self._minute.stop()
        self._soon.stop()
        self.ctx.events.disconnect(self)
        for name in _READS:
            self.ctx.jobs.forget(name)

    def pass_time(self) -> None:
        """Run the clocks of all cases, refresh the counters, make the backup of the day."""
        if self.ctx.jobs.busy:
            return
        actor = system_actor(self.ctx.actor.branch_id, clock=self.ctx.actor.clock)
        try:
            self.ctx.jobs.write(tick, actor)
        except (UserError, EnvironmentTrouble) as trouble:
            self._failed(trouble)
        self._show_counts()
        self._back_up()

    def _back_up(self) -> None:
        now = self.ctx.actor.clock()
        self.ctx.jobs.read(
            "backup", lambda: backup.daily(self.ctx.store, now=now), self._backed_up, self._failed
        )

    def _backed_up(self, _info: object) -> None:
        age = backup.age(self.ctx.store, self.ctx.actor.clock())
        self.set_backup_age(None if age is None else age // _MINUTE)

    def _failed(self, problem: Exception) -> None:
        if not isinstance(problem, EnvironmentTrouble | UserError):
            raise problem
        self.say_trouble(self.ctx.texts.say(problem.message))

    def _show_counts(self) -> None:
        actor = self.ctx.actor
        self.ctx.jobs.read(
            "counts", lambda: waiting(actor, actor.clock()), self._count, self._failed
        )

    def _count(self, found: Sequence[Waiting]) -> None:
        self.set_counts(counts_of(found))

    def _data_changed(self, changes: tuple[Change, ...]) -> None:
        self.set_saved(f"{local_time(self.ctx.actor.clock()):%H:%M:%S}")
        page = self._made.get(self.shown())
        if page is not None:
            page.data_changed(changes)
        self._show_counts()

    def _search(self, text: str) -> None:
        branch_id = self.ctx.actor.branch_id
        self.ctx.jobs.read(
            "search",
            lambda: [
                *self._hits(search.find(branch_id, text, limit=_FOUND)),
                *self._customers(text),
            ],
            self.show_hits,
            self._failed,
        )

    def _customers(self, text: str) -> list[Hit]:
        """Return the customers whom a name, a number, a plate or a VIN means."""
        return customer_hits(self.ctx.texts, match(self.ctx.actor.branch_id, text, _PEOPLE))

    def _open_hit(self, key: str) -> None:
        number = key.removeprefix(CUSTOMER)
        if number != key:
            self.open_customer(int(number))
        else:
            self.open_case(key)

    def _hits(self, found: list[search.Hit]) -> list[Hit]:
        hits: dict[int, Hit] = {}
        for one in found:
            if one.case_id and one.case_id not in hits and len(hits) < _HITS:
                case = head(self.ctx.actor, one.case_id)
                about = (case.case_no, case.customer_name, case.subject)
                hits[one.case_id] = Hit(case.case_no, "  ".join(filter(None, about)))
        return list(hits.values())

    def _search_entered(self, text: str) -> None:
        page = cast("CasesPage | None", self.open_page("cases"))
        if page is not None:
            page.search(text)

    def _user_asked(self, what: str) -> None:
        if what == "log_out":
            self.left.emit()
        elif what.startswith("theme."):
            self.theme_wanted.emit(what.removeprefix("theme."))
        else:
            change_password(self.ctx, self)

    def _show_help(self) -> None:
        self.ctx.ask.tell(help_text(self.ctx.texts, self.shown()))

    def _show_keys(self) -> None:
        self.ctx.ask.tell(help_text(self.ctx.texts, "keys"))

    def _go_back(self) -> None:
        if self.shown() in ENTRY_OF:
            self.open_page(ENTRY_OF[self.shown()])

    def _may_leave_shown(self) -> bool:
        page = self._made.get(self.shown())
        return page is None or page.may_leave()
