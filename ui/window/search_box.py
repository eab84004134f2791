"""The search field of the top bar with the hits it finds while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from ui.shell.theme import HEIGHT
from ui.widgets.label import Glyph, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from resources.texts import Texts

_ROW, _MOST = 30, 12


class Hit(NamedTuple):
    """One line under the search field: what to open and how it is called."""

    key: str
    text: str


class SearchBox(QWidget):
    """Ctrl+K; ``typed`` while typing, ``entered`` with Enter, ``hit_chosen`` for a hit."""

    typed = Signal(str)
    entered = Signal(str)
    hit_chosen = Signal(str)

    def __init__(self, texts: Texts) -> None:
        """Make the field; its hits appear with :meth:`show_hits`."""
        super().__init__()
        self.setFixedHeight(HEIGHT["control"])
        self.setMinimumWidth(220)
        self.setMaximumWidth(560)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        hint = texts("shell", "Search name, pinyin, plate, VIN, phone, number, content")
        self.edit = QLineEdit(self)
        self.edit.setObjectName("shell.search")
        self.edit.setProperty("kind", "search")
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)
        self.edit.setToolTip(hint)
        self.edit.setTextMargins(0, 0, 58, 0)
        self._glass = Glyph("search", "text3", 18)
        self._glass.setParent(self)
        self._key = label("Ctrl+K", "key")
        self._key.setParent(self)
        self._list = QListWidget(self)
        self._list.setObjectName("shell.search.hits")
        self._list.setProperty("kind", "popup")
        self._list.hide()
        self._list.itemClicked.connect(self._take_hit)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self.typed)
        self.edit.returnPressed.connect(self._enter)
        QShortcut("Ctrl+K", self).activated.connect(self.focus)
        self.setFocusProxy(self.edit)

    def focus(self) -> None:
        """Put the cursor into the field and mark what stands there."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """List ``hits`` under the field; none closes the list."""
        self._list.clear()
        for hit in hits:
            item = QListWidgetItem(hit.text)
            item.setData(Qt.ItemDataRole.UserRole, hit.key)
            self._list.addItem(item)
        window = self.window()
        self._list.setParent(window)
        below = self.mapTo(window, QPoint(0, self.height() + 4))
        high = _ROW * min(len(hits), _MOST) + 16
        self._list.setGeometry(below.x(), below.y(), self.width(), high)
        self._list.setVisible(bool(hits))
        self._list.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the hits with Up and Down, close them with Esc or when leaving."""
        if event.type() == QEvent.Type.FocusOut and not self._list.underMouse():
            self._list.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event.key())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep glass and key inside the field."""
        self.edit.setGeometry(self.rect())
        self._glass.move(10, 7)
        self._key.adjustSize()
        top = (self.height() - self._key.height()) // 2
        self._key.move(self.width() - self._key.width() - 6, top)

    def _take_key(self, key: int) -> bool:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
        if step is not None and self._list.isVisible():
            last = self._list.count() - 1
            self._list.setCurrentRow(min(max(self._list.currentRow() + step, 0), last))
            return True
        if key == Qt.Key.Key_Escape:
            self._list.hide()
            self.edit.clear()
            return True
        return False

    def _enter(self) -> None:
        item = self._list.currentItem()
        if self._list.isVisible() and item is not None:
            self._take_hit(item)
        elif self.edit.text().strip():
            self._list.hide()
            self.entered.emit(self.edit.text().strip())

    def _take_hit(self, item: QListWidgetItem) -> None:
        self._list.hide()
        self.hit_chosen.emit(item.data(Qt.ItemDataRole.UserRole))
