"""The list of complaints: filtered, searched, sorted, with the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QTimer

from models.casework.case import listing, queries
from ui.lists.list_page import ListPage
from ui.pages.cases.columns import ROOM, columns_of
from ui.pages.cases.filters import FIXED, CaseFilters
from ui.pages.cases.preview import CasePreview
from ui.pages.labels import Labels
from ui.pages.page import Page
from ui.widgets.button import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.casework.case.listing import Filter
    from models.casework.case.queries import CaseHead
    from models.kernel.changes import Change
    from ui.shell.context import AppContext

PAGE = 50
_MOST_AGAIN = 500
_MINUTE = 60_000
_SORT = "cases.sort"
_FIRST_SORT = ["next_due_at", False]
_CONTACT = "case.contact.add"


class _Counts(NamedTuple):
    left: int
    chips: dict[str, int]


class CasesPage(Page):
    """``cases.table``, ``cases.filter.*``, ``cases.open`` and ``cases.contact``."""

    name: ClassVar[str] = "cases"

    def __init__(self, ctx: AppContext) -> None:
        """Lay the page out as it was left, without rows."""
        super().__init__(ctx)
        self._labels = Labels(ctx)
        self._sort, self._descending = ctx.preferences.read(_SORT, _FIRST_SORT)
        self.list = ListPage(
            self.t,
            ROOM,
            self.t(ROOM, "Complaints"),
            columns_of(ctx, self._labels),
            ctx.preferences,
            empty=self._make_empty(),
        )
        people = button(self.t(ROOM, "Customers and vehicles"), name="cases.customers")
        people.clicked.connect(self._open_customers)
        self.list.add_to_head(people)
        self.filters = CaseFilters(ctx, self._labels, self.list)
        self.preview = CasePreview(ctx, self._labels)
        self.list.set_preview(self.preview)
        self.list.table.show_sort(self._sort, self._descending)
        self.setLayout(column(self.list, gap=0))
        self.setFocusProxy(self.list)
        self._connect()

    def _make_empty(self) -> EmptyState:
        empty = EmptyState(
            "chat_warning",
            self.t(ROOM, "No complaint fits"),
            self.t(ROOM, "Take filters away, or register the complaint that just came in."),
        )
        again = empty.add_button(self.t(ROOM, "Clear the filters"), name="cases.clear")
        again.clicked.connect(self._clear)
        new = empty.add_button(self.t(ROOM, "Register a complaint"), name="cases.register")
        new.clicked.connect(self.ctx.events.complaint_wanted)
        return empty

    def _connect(self) -> None:
        self.filters.changed.connect(self._load)
        self.list.chosen.connect(self._show_chosen)
        self.list.opened.connect(self._open_row)
        self.list.sort_asked.connect(self._sort_by)
        self.preview.open_wanted.connect(self._open)
        self.preview.contact_wanted.connect(self._record_contact)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self.list.table.rows.refresh_clocks)
        self._minute.start()

    def search(self, text: str) -> None:
        """Show the complaints that contain ``text`` anywhere, whatever the chips say."""
        self.filters.search(text)

    def refresh(self) -> None:
        """Read the rows anew; the place in the list and the chosen row stay."""
        known = self.list.table.rows.rowCount()
        self._load(limit=max(PAGE, min(known, _MOST_AGAIN)))

    def data_changed(self, changes: tuple[Change, ...]) -> None:
        """Show changed cases in their rows; when a new one came in, read the list anew."""
        rows = self.list.table.rows
        for case_id in {change.case_id for change in changes if change.case_id}:
            place = rows.find(lambda row, id_=case_id: row.id == id_)
            if place < 0:
                self.refresh()
                return
            rows.replace(place, queries.head(self.ctx.actor, case_id))
        self._show_chosen(self.list.current_row())
        self._count(self.filters.wanted())

    def _load(self, *, limit: int = PAGE) -> None:
        wanted = self.filters.wanted()
        self.ctx.jobs.read("cases", lambda: self._page(wanted, "", limit), self._show_rows)
        self._count(wanted)

    def _page(self, wanted: Filter, after: str, limit: int) -> tuple[Filter, listing.Page]:
        found = listing.page(
            self.ctx.actor,
            wanted,
            sort=self._sort,
            descending=self._descending,
            after=after,
            limit=limit,
        )
        return wanted, found

    def _show_rows(self, answer: tuple[Filter, listing.Page]) -> None:
        wanted, found = answer
        table, chosen = self.list.table, self.list.current_row()
        scrolled = table.verticalScrollBar().value()

        def more(after: str, limit: int) -> tuple[Sequence[CaseHead], str | None]:
            rows, cursor = self._page(wanted, after, min(limit, PAGE))[1]
            return rows, cursor or None

        table.rows.show_rows(found.rows, cursor=found.cursor or None, fetch=more)
        if chosen is None or not table.select(lambda row: row.id == chosen.id):
            table.select(lambda row: True)
        else:
            table.doItemsLayout()
            table.verticalScrollBar().setValue(scrolled)
        self._show_chosen(self.list.current_row())

    def _count(self, wanted: Filter) -> None:
        actor = self.ctx.actor
        single = {key: self.filters.single(key) for key in FIXED}

        def counted() -> _Counts:
            chips = {key: listing.count(actor, one) for key, one in single.items()}
            return _Counts(listing.count(actor, wanted), chips)

        self.ctx.jobs.read("cases.count", counted, self._show_counts)

    def _show_counts(self, counts: _Counts) -> None:
        self.list.set_total(counts.left)
        self.filters.show_counts(counts.chips)

    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self.ctx.preferences.write(_SORT, [key, descending])
        self._load()

    def _clear(self) -> None:
        self.filters.clear()

    def _show_chosen(self, head: CaseHead | None) -> None:
        self.preview.show_case(head)

    def _open_customers(self) -> None:
        self.ctx.events.page_wanted.emit("customers")

    def _open_row(self, head: CaseHead) -> None:
        self._open(head.case_no)

    def _open(self, case_no: str) -> None:
        self.ctx.events.case_wanted.emit(case_no, "")

    def _record_contact(self, case_no: str) -> None:
        self.ctx.events.case_wanted.emit(case_no, _CONTACT)
