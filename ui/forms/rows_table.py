"""A short list inside a case with its buttons: demands, contacts, causes, terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.shell.theme import HEIGHT
from ui.widgets.button import button
from ui.widgets.label import label
from ui.widgets.layout import column, row

from .column_fit import fitted
from .rows_model import Column, Row, RowsModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from resources.texts import Texts

MOST_ROWS = 8
"""More rows than these scroll inside the table."""

_WIDEST, _NARROWEST = 280, 28
_HINT = 2


class RowsTable(QWidget):
    """Shows rows and asks the page to add, edit or remove one.

    Names: ``<name>.{table,add,edit,remove,empty,reason}``. Insert adds, Enter or a double click
    edits, Delete removes.
    """

    add_wanted = Signal()
    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        texts: Texts,
        *,
        empty: str,
        add: str = "",
        parent: QWidget | None = None,
        buttons_below: bool = True,
    ) -> None:
        """Make an empty list; ``empty`` says what to do first, ``add`` names the add button.

        Without ``buttons_below`` whoever uses the list places its ``buttons``.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self._editable = True
        self._model = RowsModel(columns)
        self.table = _Table(name, self._model)
        self.table.edit_key.connect(self._edit)
        self.table.remove_key.connect(self._remove)
        self.table.add_key.connect(self._add)
        self.table.doubleClicked.connect(self._edit)
        self.table.selectionModel().selectionChanged.connect(self._follow_selection)
        self._empty = label(empty, "caption", name=f"{name}.empty", wrap=True)
        self._reason = label("", "caption", name=f"{name}.reason", wrap=True)
        self.buttons = self._make_buttons(name, texts, add)
        below = [row(*self.buttons, None, gap=4)] if buttons_below else []
        self.setLayout(column(self.table, self._empty, self._reason, *below, gap=4))
        self._reason.hide()
        self.set_rows(())

    @property
    def model(self) -> RowsModel:
        """The rows as a table model."""
        return self._model

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show rows; the chosen place stays when there is one."""
        place = self.table.currentIndex().row()
        self._model.set_rows(rows)
        if place >= 0:
            self.table.selectRow(min(place, len(rows) - 1))
        self.table.setVisible(bool(rows))
        self.table.fit()
        self._empty.setVisible(not rows)
        self._follow_selection()

    def chosen_row(self) -> Row | None:
        """Return the chosen row, if there is one."""
        rows = self.table.selectionModel().selectedRows()
        return self._model.row(rows[0].row()) if rows else None

    def choose(self, place: int) -> None:
        """Choose the row at a place."""
        self.table.selectRow(place)

    def set_editable(self, editable: bool, reason: str = "") -> None:
        """Allow changes, or hide the buttons and say why there are none."""
        self._editable = editable
        for made in self.buttons:
            made.setVisible(editable)
        self._reason.setText("" if editable else reason)
        self._reason.setVisible(not editable and bool(reason))

    def offer_only_edit(self) -> None:
        """Hide adding and removing: which rows there are is given."""
        add, _edit, remove = self.buttons
        add.hide()
        remove.hide()

    def _make_buttons(self, name: str, texts: Texts, add: str) -> list[QWidget]:
        words = add or texts("forms", "Add one")
        made_add = button(words, "small", name=f"{name}.add", icon="add")
        self._edit_button = button(texts("forms", "Edit"), "small", name=f"{name}.edit")
        self._remove_button = button(texts("forms", "Remove"), "small", name=f"{name}.remove")
        made_add.clicked.connect(self._add)
        self._edit_button.clicked.connect(self._edit)
        self._remove_button.clicked.connect(self._remove)
        return [made_add, self._edit_button, self._remove_button]

    def _follow_selection(self) -> None:
        found = self.chosen_row()
        self._edit_button.setEnabled(found is not None)
        self._remove_button.setEnabled(found is not None)
        self.chosen.emit(found)

    def _add(self) -> None:
        if self._editable:
            self.add_wanted.emit()

    def _edit(self) -> None:
        found = self.chosen_row()
        if self._editable and found is not None:
            self.edit_wanted.emit(found)

    def _remove(self) -> None:
        found = self.chosen_row()
        if self._editable and found is not None:
            self.remove_wanted.emit(found)


class _Table(QTableView):
    """As high as its rows; one row is chosen at a time."""

    add_key = Signal()
    edit_key = Signal()
    remove_key = Signal()

    def __init__(self, name: str, model: RowsModel) -> None:
        super().__init__()
        self.setObjectName(f"{name}.table")
        self.setProperty("rows", "true")
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HEIGHT["row_single"])
        self._set_widths(model.columns)

    def fit(self) -> None:
        """Take the height of the rows, of eight at most."""
        rows = min(self.model().rowCount(), MOST_ROWS)
        self.setFixedHeight(HEIGHT["table_header"] + rows * HEIGHT["row_single"] + _HINT)
        self.share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of the keys that change rows."""
        keys = {
            Qt.Key.Key_Insert: self.add_key,
            Qt.Key.Key_Return: self.edit_key,
            Qt.Key.Key_Enter: self.edit_key,
            Qt.Key.Key_F2: self.edit_key,
            Qt.Key.Key_Delete: self.remove_key,
        }
        signal = keys.get(Qt.Key(event.key()))
        if signal is None:
            super().keyPressEvent(event)
            return
        signal.emit()

    def _set_widths(self, columns: Sequence[Column]) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(_NARROWEST)
        head.setFixedHeight(HEIGHT["table_header"])
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._stretching = {n for n, shown in enumerate(columns) if shown.stretch}

    def share_width(self) -> None:
        """Give every column its part of the width there is."""
        head = self.horizontalHeader()
        asked = [
            min(_WIDEST, max(self.sizeHintForColumn(n), head.sectionSizeHint(n), _NARROWEST))
            for n in range(head.count())
        ]
        for number, width in enumerate(fitted(asked, self._stretching, self.viewport().width())):
            head.resizeSection(number, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.share_width()
