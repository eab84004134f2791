"""The frame of the window: top bar, navigation, pages, status bar; it only shows and tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from ui.shell.theme import HEIGHT, WIDTH
from ui.widgets.button import button
from ui.widgets.label import label
from ui.widgets.layout import column, row, surface

from .mark import Mark
from .navigation import ALL_PAGES, Count, Navigation
from .person import Person
from .search_box import Hit, SearchBox
from .status_bar import StatusBar

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from resources.texts import Texts

__all__ = ["FOLD_BELOW", "Count", "Frame", "Hit"]

FOLD_BELOW = 1200
_FOLDED_BRAND = 130


class Frame(QWidget):
    """Signals say what the person wants; setters show what the program knows."""

    page_chosen = Signal(str)
    search_typed = Signal(str)
    search_entered = Signal(str)
    hit_chosen = Signal(str)
    new_complaint = Signal()
    help_asked = Signal()
    keys_asked = Signal()
    user_asked = Signal(str)

    def __init__(self, texts: Texts, pages: Collection[str] = ALL_PAGES) -> None:
        """Make the frame with no page in it; ``pages`` are the entries of the navigation."""
        super().__init__()
        self._texts = texts
        self.navigation = Navigation(texts, pages)
        self.search = SearchBox(texts)
        self.status = StatusBar(texts)
        self.person = Person(texts)
        self._brand = self._make_brand()
        self._pages = QStackedWidget()
        self.setLayout(column(self._make_top(), self._make_middle(), self.status, gap=0))
        self.navigation.page_chosen.connect(self.page_chosen)
        self.search.typed.connect(self.search_typed)
        self.search.entered.connect(self.search_entered)
        self.search.hit_chosen.connect(self.hit_chosen)
        self.person.asked.connect(self.user_asked)
        QShortcut(QKeySequence("?"), self).activated.connect(self.keys_asked)

    def _make_brand(self) -> QFrame:
        name = label(self._texts("shell", "Kesutong"), "heading")
        brand = surface(row(Mark(), name, None, margins=(18, 0, 0, 0), gap=10))
        brand.setFixedWidth(WIDTH["nav"])
        return brand

    def _make_top(self) -> QFrame:
        title = self._texts("shell", "New complaint")
        self._new = button(title, "primary", name="shell.new_complaint", icon="add", key="Ctrl+N")
        self._new.clicked.connect(self.new_complaint)
        tip = self._texts("shell", "Help for this page")
        aid = button("", "icon", name="shell.help", icon="question_circle", key="F1", tip=tip)
        aid.clicked.connect(self.help_asked)
        items = (self._brand, (self.search, 3), None, self._new, 4, aid, self.person)
        top = surface(row(*items, margins=(0, 0, 8, 0)), "chrome")
        top.setFixedHeight(HEIGHT["topbar"])
        return top

    def _make_middle(self) -> QFrame:
        content = surface(column(self._pages, margins=(1, 1, 0, 1), gap=0), "content")
        return surface(row(self.navigation, (content, 1), gap=0), "chrome")

    def add_page(self, name: str, page: QWidget) -> None:
        """Put a page into the frame; it is shown with :meth:`show_page`."""
        page.setObjectName(f"page.{name}")
        self._pages.addWidget(page)

    def page(self, name: str) -> QWidget | None:
        """Return a page that was added, None when it was not."""
        widgets = (self._pages.widget(index) for index in range(self._pages.count()))
        return next((page for page in widgets if page.objectName() == f"page.{name}"), None)

    def show_page(self, name: str, *, entry: str = "") -> None:
        """Show a page; ``entry`` is the navigation entry it belongs to when it has another name."""
        page = self.page(name)
        if page is None:
            raise KeyError(name)
        self._pages.setCurrentWidget(page)
        self.navigation.choose(entry or name)

    def shown(self) -> str:
        """Return the name of the page that is shown, '' when there is none."""
        page = self._pages.currentWidget()
        return page.objectName().removeprefix("page.") if page is not None else ""

    def allow_new(self, allowed: bool) -> None:
        """Offer a new complaint only to those who may register one."""
        self._new.setVisible(allowed)

    def set_counts(self, counts: Mapping[str, Count]) -> None:
        """Show what waits for me beside the pages."""
        self.navigation.set_counts(counts)

    def set_user(self, name: str, duty: str) -> None:
        """Show who works here now."""
        self.person.set_person(name, duty)

    def set_branch(self, name: str) -> None:
        """Name the dealership in the status bar."""
        self.status.set_branch(name)

    def set_data(self, text: str) -> None:
        """Say where the data is."""
        self.status.set_data(text)

    def set_backup_age(self, minutes: int | None) -> None:
        """Say how old the last good backup is."""
        self.status.set_backup_age(minutes)

    def set_saved(self, clock: str) -> None:
        """Say when the last change was saved."""
        self.status.set_saved(clock)

    def say_trouble(self, sentence: str) -> None:
        """Say what went wrong in the background, until the next change is saved."""
        self.status.say_trouble(sentence)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """List what the search found while typing."""
        self.search.show_hits(hits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the navigation when the window is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < FOLD_BELOW
        self.navigation.set_folded(narrow)
        self._brand.setFixedWidth(_FOLDED_BRAND if narrow else WIDTH["nav"])
