"""The directory at the left: search, the customers in the order of their names, how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from models.dealership.parties import directory
from models.kernel.errors import UserError
from models.kernel.fields.phone import mask_phone
from ui.lists.columns import Column, Paint
from ui.lists.table import ListTable
from ui.widgets.label import label
from ui.widgets.layout import column, surface

from .desk import ROOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.dealership.parties.matching import CustomerMatch

    from .desk import CustomerDesk

_PAGE = 60
_PHONE = 108
_JOB = "customers.list"
_TOP = Qt.AlignmentFlag.AlignTop


class DirectoryList(QWidget):
    """``customers.{search,table,count,empty}``; after ``chosen``, ``key`` is another one."""

    chosen = Signal()

    def __init__(self, desk: CustomerDesk) -> None:
        """Make the list without rows."""
        super().__init__()
        self._desk, t = desk, desk.t
        self.key = (0, 0)
        """The numbers of the chosen customer, or of the chosen vehicle that nobody owns."""
        hint = t(ROOM, "Name, pinyin, telephone, plate or VIN")
        self.search = QLineEdit()
        self.search.setObjectName("customers.search")
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._typed)
        columns = (
            Column("who", ROOM, "Customer", Paint.NAME, stretch=True, value=self._who),
            Column("phone", "parties", "Telephone", width=_PHONE, value=_phone),
        )
        self.table = ListTable(t, columns, name="customers.table")
        self.table.setAccessibleName(t(ROOM, "Customers and vehicles"))
        self.table.chosen.connect(self._take)
        self._empty = label("", "label", name="customers.empty", wrap=True, align=_TOP)
        self._empty.setMargin(16)
        self._count = label("", "caption", name="customers.count")
        sheet = surface(
            column((self.table, 1), (self._empty, 1), margins=(1, 1, 1, 1), gap=0), "card"
        )
        self.setLayout(column(self.search, (sheet, 1), self._count, gap=8))
        self.setFocusProxy(self.search)

    def load(self) -> None:
        """Read the first page in the background, or who the typed text may mean."""
        text, actor = self.search.text().strip(), self._desk.ctx.actor

        def read() -> tuple[str, directory.DirectoryPage, int]:
            if text:
                found = directory.find(actor, text)
                return text, directory.DirectoryPage(found, ""), len(found)
            return text, directory.page(actor, limit=_PAGE), directory.count(actor)

        self._desk.ctx.jobs.read(_JOB, read, self._show, self._tell)

    def _more(self, after: str, limit: int) -> tuple[Sequence[CustomerMatch], str | None]:
        found = directory.page(self._desk.ctx.actor, after=after, limit=limit)
        return found.rows, found.cursor or None

    def _show(self, answer: tuple[str, directory.DirectoryPage, int]) -> None:
        text, found, count = answer
        t = self._desk.t
        self.table.rows.show_rows(found.rows, cursor=found.cursor or None, fetch=self._more)
        self.table.setVisible(bool(found.rows))
        nobody = "Nobody fits. Try part of the name, the telephone or the plate."
        first = "Nobody is here yet. Add a customer, or import the list of your dealer system."
        self._empty.setText(t(ROOM, nobody) if text else t(ROOM, first))
        self._empty.setVisible(not found.rows)
        self._count.setText(t(ROOM, "{count:,} customers", count=count) if count else "")
        if not self._choose() and self.key == (0, 0):
            self.table.select(lambda _line: True)
            self.chosen.emit()

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, UserError):
            raise problem
        self.table.rows.show_rows(())
        self.table.hide()
        self._empty.setText(self._desk.t.say(problem.message))
        self._empty.show()

    def show_key(self, key: tuple[int, int]) -> None:
        """Choose a customer or a vehicle of nobody, whether the list has the line or not."""
        self.key = key
        if not self._choose():
            self.table.clearSelection()

    def _choose(self) -> bool:
        return self.table.select(lambda line: key_of(line) == self.key)

    def _typed(self) -> None:
        """Look for what is typed; the first one found is chosen."""
        self.key = (0, 0)
        self.load()

    def _take(self, line: CustomerMatch) -> None:
        self.key = key_of(line)
        self.chosen.emit()

    def _who(self, line: CustomerMatch) -> tuple[str, str]:
        t, labels = self._desk.t, self._desk.labels
        plates = "  ".join(labels.plate(car.plate_no) or car.vin for car in line.vehicles)
        known = line.customer
        return (known.name or t("pages", "Unnamed")) if known else t(ROOM, "No owner known"), plates


def key_of(line: CustomerMatch) -> tuple[int, int]:
    """Return the numbers of the customer, or of the vehicle that nobody owns."""
    if line.customer is not None:
        return line.customer.id, 0
    return 0, line.vehicles[0].id


def _phone(line: CustomerMatch) -> Any:
    return mask_phone(line.customer.phone) if line.customer and line.customer.phone else "—"
