"""Which columns a list shows and in which order; the choice is kept in the preferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from ui.shell.icons import icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resources.texts import Texts
    from ui.shell.preferences import Preferences

    from .columns import Column


class ColumnChooser(QPushButton):
    """A button with a menu of all columns; ``changed`` carries the columns to show."""

    changed = Signal(list)

    def __init__(
        self, texts: Texts, columns: Sequence[Column], preferences: Preferences, *, page: str
    ) -> None:
        """Offer ``columns`` of the list ``page``."""
        super().__init__(texts("lists", "Columns"))
        self.setObjectName(f"{page}.columns")
        self.setIcon(icon("column_edit"))
        self.setIconSize(QSize(20, 16))
        self.setProperty("menu", "true")
        self.setAutoDefault(False)
        self._texts, self._columns = texts, list(columns)
        self._preferences, self._key = preferences, f"list/{page}/columns"
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._fill()

    def shown(self) -> list[Column]:
        """Return the columns to show, in the person's order; unknown and new ones are handled."""
        by_key = {column.key: column for column in self._columns}
        default = [column.key for column in self._columns if not column.hidden]
        keys = [key for key in self._preferences.read(self._key, default) if key in by_key]
        keys += [column.key for column in self._columns if column.fixed and column.key not in keys]
        return [by_key[key] for key in keys]

    def move(self, key: str, to: int) -> None:
        """Put a shown column at another place."""
        keys = [column.key for column in self.shown()]
        if key in keys:
            keys.remove(key)
            keys.insert(to, key)
            self._keep(keys)

    def hide_column(self, key: str) -> None:
        """Take a column away that is not fixed."""
        self._keep([c.key for c in self.shown() if c.key != key or c.fixed])
        self._fill()

    def menu_of(self, column: Column, section: int, last: int) -> QMenu:
        """Return what can be done with a column in its place: move it, hide it."""
        menu = QMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        key = column.key
        moves = (("Move left", section - 1), ("Move right", section + 1))
        for title, to in moves:
            action = menu.addAction(self._texts("lists", title))
            action.setEnabled(0 <= to <= last)
            action.triggered.connect(lambda _=False, to=to: self.move(key, to))
        away = menu.addAction(self._texts("lists", "Hide this column"))
        away.setEnabled(not column.fixed)
        away.triggered.connect(lambda: self.hide_column(key))
        return menu

    def reset(self) -> None:
        """Go back to the columns the list came with."""
        self._preferences.forget(self._key)
        self._fill()
        self.changed.emit(self.shown())

    def _fill(self) -> None:
        self._menu.clear()
        shown = {column.key for column in self.shown()}
        for column in self._columns:
            action = QAction(self._texts(column.room, column.title), self._menu)
            action.setCheckable(True)
            action.setChecked(column.key in shown)
            action.setEnabled(not column.fixed)
            action.setData(column.key)
            action.triggered.connect(self._toggled)
            self._menu.addAction(action)
        self._menu.addSeparator()
        again = self._menu.addAction(self._texts("lists", "As it came"))
        again.triggered.connect(self.reset, Qt.ConnectionType.QueuedConnection)

    def _toggled(self) -> None:
        checked = {
            action.data() for action in self._menu.actions() if action.isChecked() and action.data()
        }
        kept = [column.key for column in self.shown() if column.key in checked]
        order = [column.key for column in self._columns]
        for key in order:
            if key in checked and key not in kept:
                before = [known for known in kept if order.index(known) < order.index(key)]
                kept.insert(len(before), key)
        self._keep(kept)

    def _keep(self, keys: list[str]) -> None:
        self._preferences.write(self._key, keys)
        self.changed.emit(self.shown())
