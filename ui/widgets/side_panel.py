"""The side panel of a case: guide, similar cases, history; folded it is a rail of buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.shell.theme import WIDTH

from .button import button
from .layout import column, row, rule, surface
from .scrolled import Scrolled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from resources.texts import Texts


class SideTab(NamedTuple):
    """One tab: its name in objectNames, title and icon."""

    name: str
    title: str
    icon: str


def case_tabs(texts: Texts) -> tuple[SideTab, ...]:
    """Return the tabs of a case."""
    return (
        SideTab("guide", texts("widgets", "Guide"), "chat_help"),
        SideTab("similar", texts("widgets", "Similar cases"), "library"),
        SideTab("history", texts("widgets", "History"), "history"),
    )


class SidePanel(QWidget):
    """Each tab holds one widget; ``shown`` tells which tab was opened."""

    shown = Signal(str)

    def __init__(self, tabs: Sequence[SideTab], *, prefix: str = "case.side") -> None:
        """Make the panel with empty tabs; ``<prefix>.<name>`` are the containers."""
        super().__init__()
        self._tabs, self._folded = tabs, False
        self._bar = QTabBar()
        self._bar.setObjectName(f"{prefix}.tabs")
        self._bar.setExpanding(False)
        self._bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stack = QStackedWidget()
        self._places: dict[str, QVBoxLayout] = {}
        for tab in tabs:
            self._bar.addTab(tab.title)
            self._stack.addWidget(self._make_place(tab, prefix))
        self._bar.currentChanged.connect(self._switched)
        self._body = self._make_body()
        self._rail = self._make_rail(prefix)
        self.setLayout(row(self._body, self._rail, gap=0))
        self.set_folded(False)

    def _make_place(self, tab: SideTab, prefix: str) -> QScrollArea:
        inner = surface(column(margins=(0, 8, 0, 8)), "clear")
        self._places[tab.name] = inner.layout()
        area = Scrolled()
        area.setObjectName(f"{prefix}.{tab.name}")
        area.setAccessibleName(tab.title)
        area.setWidget(inner)
        return area

    def _make_body(self) -> QFrame:
        head = column(self._bar, rule(), gap=0)
        body = surface(column(head, (self._stack, 1), margins=(16, 1, 12, 8), gap=0), "card")
        body.setFixedWidth(WIDTH["side_panel"])
        return body

    def _make_rail(self, prefix: str) -> QFrame:
        made = []
        for tab in self._tabs:
            press = button("", "icon", name=f"{prefix}.{tab.name}.open", icon=tab.icon)
            press.setToolTip(tab.title)
            press.setAccessibleName(tab.title)
            press.clicked.connect(self._rail_pressed)
            made.append(press)
        rail = surface(column(*made, None, margins=(4, 6, 4, 6), gap=4), "card")
        rail.setFixedWidth(WIDTH["side_rail"])
        return rail

    def set_content(self, name: str, content: QWidget) -> None:
        """Put a widget into a tab, in the place of what was there."""
        place = self._places[name]
        while (item := place.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        place.addWidget(content, 1)

    def set_count(self, name: str, count: int | None) -> None:
        """Put a count behind the title of a tab."""
        index = self._index(name)
        title = self._tabs[index].title
        self._bar.setTabText(index, title if count is None else f"{title} {count:,}")

    def show_tab(self, name: str) -> None:
        """Open a tab; folded, the panel opens over the page."""
        self._bar.setCurrentIndex(self._index(name))
        if self._folded:
            self._open_over()

    def shown_name(self) -> str:
        """Return the name of the open tab."""
        return self._tabs[self._bar.currentIndex()].name

    def set_folded(self, folded: bool) -> None:
        """Fold to a rail, or unfold; pages fold it below 1120 pixels."""
        self._folded = folded
        self._rail.setVisible(folded)
        if folded:
            self._body.hide()
        else:
            self.layout().insertWidget(0, self._body)
            self._body.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the panel that lies over the page with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._folded and self._body.isVisible():
            self._body.hide()
            return
        super().keyPressEvent(event)

    def _index(self, name: str) -> int:
        return next(i for i, tab in enumerate(self._tabs) if tab.name == name)

    def _rail_pressed(self) -> None:
        pressed = self.sender()
        name = pressed.objectName().split(".")[-2]
        if self._body.isVisible() and self.shown_name() == name:
            self._body.hide()
        else:
            self.show_tab(name)

    def _open_over(self) -> None:
        """Lay the body over the page, left of the rail."""
        window = self.window()
        self._body.setParent(window)
        corner = self.mapTo(window, QPoint(0, 0))
        left = corner.x() - WIDTH["side_panel"] - 4
        self._body.setGeometry(left, corner.y(), WIDTH["side_panel"], self.height())
        self._body.show()
        self._body.raise_()
        self._bar.setFocus()

    def _switched(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.shown.emit(self._tabs[index].name)
