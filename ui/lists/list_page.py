"""A list page: head, filter chips, table or what to do first, count, preview at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from ui.shell.theme import WIDTH
from ui.widgets.chip import Chip, MenuChip
from ui.widgets.label import label
from ui.widgets.layout import column, row, rule, surface

from .column_chooser import ColumnChooser
from .table import ListTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from resources.texts import Texts
    from ui.shell.preferences import Preferences

    from .columns import Column
    from .keyset_model import Fetch

PREVIEW_FROM = 1000


class ListPage(QWidget):
    """``<page>.table``, ``<page>.empty``, ``<page>.count`` and ``<page>.filter.<key>``."""

    filter_changed = Signal(str, object)
    opened = Signal(object)
    chosen = Signal(object)
    sort_asked = Signal(str, bool)
    link_pressed = Signal(object, str)

    def __init__(
        self,
        texts: Texts,
        page: str,
        title: str,
        columns: Sequence[Column],
        preferences: Preferences,
        *,
        empty: QWidget,
        single: bool = False,
        preview_from: int = PREVIEW_FROM,
    ) -> None:
        """Make the page ``page``; ``empty`` is shown while there are no rows.

        The preview stands beside the table when the page is at least ``preview_from`` wide.
        """
        super().__init__()
        self._preview_from = preview_from
        self._texts, self._name = texts, page
        self.chooser = ColumnChooser(texts, columns, preferences, page=page)
        self.table = ListTable(texts, self.chooser.shown(), name=f"{page}.table", single=single)
        self.table.setAccessibleName(title)
        empty.setObjectName(f"{page}.empty")
        self._caption = label("", "caption")
        self._count = label("", "caption", name=f"{page}.count")
        self._keys = label(texts("lists", "↑↓ choose   Enter opens   Space selects"), "caption")
        self._head: QHBoxLayout = row()
        self._chips: QHBoxLayout = row(None, gap=4)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        self._preview = surface(column(gap=0))
        self._preview.setFixedWidth(WIDTH["preview"])
        self._has_preview = False
        self._lay_out(title)
        self._connect()
        self._show_state()

    def _lay_out(self, title: str) -> None:
        titles = row(label(title, "title"), 4, self._caption, None, self._head, self.chooser)
        sheet = surface(column(self._stack, margins=(1, 1, 1, 1), gap=0), "card")
        foot = row(self._count, None, self._keys, margins=(4, 0, 4, 0))
        body = row((column((sheet, 1), foot), 1), self._preview, gap=12)
        self.setLayout(column(titles, self._chips, (body, 1), margins=(20, 12, 16, 8), gap=10))
        self._preview.hide()
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.opened.connect(self.opened)
        self.table.chosen.connect(self.chosen)
        self.table.sort_asked.connect(self.sort_asked)
        self.table.link_pressed.connect(self.link_pressed)
        self.table.rows.modelReset.connect(self._show_state)
        self.table.rows.rowsInserted.connect(self._show_state)
        self.chooser.changed.connect(self._show_columns)
        head = self.table.horizontalHeader()
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._open_head_menu)

    def load(self, fetch: Fetch) -> None:
        """Read the first page from ``fetch(after, limit) -> (rows, next)``; the rest follows."""
        self.table.rows.load(fetch)

    def set_total(self, shown: int | None, total: int | None = None) -> None:
        """Say how many rows the filters leave, and of how many; None while it is counted."""
        text = "" if shown is None else self._texts("lists", "{shown} in all", shown=f"{shown:,}")
        if shown is not None and total is not None:
            words = {"shown": f"{shown:,}", "total": f"{total:,}"}
            text = self._texts("lists", "{shown} of {total}", **words)
        self._caption.setText(text)

    def add_chip(self, key: str, text: str, *, checked: bool = False) -> Chip:
        """Add a fixed filter; ``filter_changed(key, bool)`` follows a press."""
        chip = Chip(text, name=f"{self._name}.filter.{key}", checked=checked)
        chip.toggled.connect(lambda on, key=key: self.filter_changed.emit(key, on))
        self._chips.insertWidget(self._chips.count() - 1, chip)
        return chip

    def add_menu_chip(
        self, key: str, text: str, options: Sequence[tuple[str, str]], *, many: bool = True
    ) -> MenuChip:
        """Add a filter with a list; ``filter_changed(key, [codes])`` follows a choice."""
        chip = MenuChip(text, options=options, name=f"{self._name}.filter.{key}", many=many)
        chip.picked.connect(lambda codes, key=key: self.filter_changed.emit(key, codes))
        self._chips.insertWidget(self._chips.count() - 1, chip)
        return chip

    def add_chip_rule(self) -> None:
        """Put a hairline between fixed filters and lists."""
        self._chips.insertWidget(self._chips.count() - 1, rule("v"))

    def add_to_head(self, made: QPushButton) -> None:
        """Put a button at the right of the title, before the column chooser."""
        self._head.addWidget(made)

    def set_preview(self, pane: QWidget | None) -> None:
        """Show ``pane`` at the right for the chosen row; None gives the room back."""
        lines = self._preview.layout()
        while (item := lines.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self._has_preview = pane is not None
        if pane is not None:
            lines.addWidget(pane)
        self._show_preview()

    def current_row(self) -> Any | None:
        """Return the row under the cursor."""
        return self.table.current_row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the preview's room to the table when the window is narrow."""
        super().resizeEvent(event)
        self._show_preview()

    def _show_preview(self) -> None:
        self._preview.setVisible(self._has_preview and self.width() >= self._preview_from)

    def _show_columns(self, columns: list[Column]) -> None:
        self.table.show_columns(columns)

    def _open_head_menu(self, place: QPoint) -> None:
        head = self.table.horizontalHeader()
        section, last = head.logicalIndexAt(place), self.table.rows.columnCount() - 1
        if section < 0:
            return
        menu = self.chooser.menu_of(self.table.rows.columns[section], section, last)
        menu.setParent(self, menu.windowFlags())
        menu.popup(head.mapToGlobal(place))

    def _show_state(self) -> None:
        known, complete = self.table.rows.rowCount(), self.table.rows.complete
        self._stack.setCurrentIndex(0 if known else 1)
        self._keys.setVisible(bool(known))
        text = "{count} shown" if complete else "{count} shown, more below"
        said = self._texts("lists", text, count=f"{known:,}") if known else ""
        self._count.setText(said)
