"""The navigation at the left: pages, what waits for me beside them, folded when it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy

from ui.shell.icons import paint_icon
from ui.shell.theme import HEIGHT, WIDTH, roles
from ui.widgets.clock import ClockState, paint_ring
from ui.widgets.ink import CENTRE, paint_focus, paint_ground, paint_text, text_width
from ui.widgets.layout import column

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from resources.texts import Texts


class PageEntry(NamedTuple):
    """A page of the navigation: its name, title msgid, icon and key."""

    name: str
    title: str
    icon: str
    key: str


PAGES = (
    PageEntry("today", "Today", "calendar_today", "Ctrl+1"),
    PageEntry("cases", "Complaints", "chat_warning", "Ctrl+2"),
    PageEntry("approvals", "Approvals", "clipboard_checkmark", "Ctrl+3"),
    PageEntry("tasks", "Tasks", "task_list_square_ltr", "Ctrl+4"),
    PageEntry("follow_ups", "Follow-ups", "call_outbound", "Ctrl+5"),
    PageEntry("rectification", "Rectification and meetings", "people_audience", "Ctrl+6"),
    PageEntry("care", "Customer care", "heart", "Ctrl+7"),
    PageEntry("statistics", "Statistics", "data_trending", "Ctrl+8"),
    PageEntry("library", "Case library", "library", "Ctrl+9"),
    PageEntry("settings", "Settings", "settings", "Ctrl+0"),
)
ALL_PAGES = tuple(entry.name for entry in PAGES)
LAST = "settings"


class Count(NamedTuple):
    """What waits for me on a page, and how much of it is late."""

    waiting: int = 0
    late: int = 0


class NavItem(QAbstractButton):
    """One page: icon, title, counter; the chosen one stands on white with an accent mark."""

    def __init__(self, texts: Texts, entry: PageEntry) -> None:
        """Show ``entry`` without a counter."""
        super().__init__()
        self._texts, self.entry = texts, entry
        self._count, self._folded = Count(), False
        self.setObjectName(f"shell.nav.{entry.name}")
        self.setText(texts("shell", entry.title))
        self.setShortcut(entry.key)
        self.setCheckable(True)
        self.setFixedHeight(HEIGHT["nav_item"])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_count(Count())

    def set_count(self, count: Count) -> None:
        """Show what waits; late things turn the counter red."""
        self._count = count
        spoken = f"{self.text()} {self.count_text()}".strip()
        self.setAccessibleName(spoken)
        self.setToolTip(f"{spoken}  {self.entry.key}")
        self.setProperty("status", "late" if count.late else "ok")
        self.update()

    def count_text(self) -> str:
        """Return the words of the counter: 7, or 超 2."""
        if self._count.late:
            return self._texts("shell", "{count} late", count=self._count.late)
        return f"{self._count.waiting:,}" if self._count.waiting else ""

    def set_folded(self, folded: bool) -> None:
        """Show only the icon."""
        self._folded = folded
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the width of the navigation."""
        return QSize(WIDTH["nav"] - 16, HEIGHT["nav_item"])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the item."""
        painter = QPainter(self)
        rect, chosen = QRectF(self.rect()), self.isChecked()
        if chosen or self.underMouse():
            paint_ground(painter, rect, "card" if chosen else "hover", 6)
        if chosen:
            mark = QRectF(0, 10, WIDTH["nav_mark"], rect.height() - 20)
            paint_ground(painter, mark, "accent_text", 1.5)
        if self.hasFocus():
            paint_focus(painter, rect)
        square = QRectF(8 if self._folded else 12, 8, 20, 20)
        role = "accent_text" if chosen else "text2"
        paint_icon(painter, square, self.entry.icon, role, filled=chosen)
        if self._folded:
            self._paint_dot(painter)
        else:
            self._paint_words(painter, rect)

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        text, right = self.count_text(), 8.0
        if text:
            wide = max(22, text_width(text, "caption", bold=True) + 12)
            pill = QRectF(rect.right() - wide - 8, rect.center().y() - 9, wide, 18)
            late = bool(self._count.late)
            paint_ground(painter, pill, "danger_soft" if late else "pressed", 9)
            ink = "danger" if late else "text2"
            paint_text(painter, pill, text, size="caption", role=ink, bold=True, align=CENTRE)
            right = wide + 14
        words = rect.adjusted(42, 0, -right, 0)
        paint_text(painter, words, self.text(), bold=self.isChecked(), halt=True)

    def _paint_dot(self, painter: QPainter) -> None:
        if self._count.late:
            paint_ring(painter, QRectF(22, 3, 13, 13), ClockState.LATE)
        elif self._count.waiting:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(roles["chrome"], 1.5))
            painter.setBrush(roles["text3"])
            painter.drawEllipse(QPointF(28, 10), 4.5, 4.5)


class Navigation(QFrame):
    """All pages; ``page_chosen`` tells which one was pressed."""

    page_chosen = Signal(str)

    def __init__(self, texts: Texts, pages: Collection[str] = ALL_PAGES) -> None:
        """Show the named pages in their order; settings stand apart at the bottom."""
        super().__init__()
        self.setProperty("surface", "chrome")
        self.setAccessibleName(texts("shell", "Pages"))
        self._items = {e.name: NavItem(texts, e) for e in PAGES if e.name in pages}
        for item in self._items.values():
            item.clicked.connect(self._pressed)
        apart = [item for name, item in self._items.items() if name == LAST]
        upper = [item for name, item in self._items.items() if name != LAST]
        self.setLayout(column(*upper, None, *apart, margins=(8, 4, 8, 8), gap=2))
        self.set_folded(False)

    def choose(self, name: str) -> None:
        """Mark a page as the one that is shown; '' marks none."""
        for item in self._items.values():
            item.setChecked(item.entry.name == name)

    def set_counts(self, counts: Mapping[str, Count]) -> None:
        """Show what waits on each page; a page without a count shows none."""
        for name, item in self._items.items():
            item.set_count(counts.get(name, Count()))

    def set_folded(self, folded: bool) -> None:
        """Fold to icons or unfold."""
        self.setFixedWidth(WIDTH["nav_collapsed" if folded else "nav"])
        for item in self._items.values():
            item.set_folded(folded)

    def _pressed(self) -> None:
        item = self.sender()
        if isinstance(item, NavItem):
            self.choose(item.entry.name)
            self.page_chosen.emit(item.entry.name)
