"""The settings: sections at the left, the chosen one at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QScrollArea, QStackedWidget

from ui.pages.labels import Labels
from ui.pages.page import Page
from ui.widgets.layout import column, row
from ui.widgets.page_head import PageHead

from .accounts import AccountsSection
from .appearance import AppearanceSection
from .authority import AuthoritySection
from .backups import BackupsSection
from .dealership import DealershipSection
from .imports import ImportSection
from .limits import LimitsSection
from .lists import ListsSection
from .section import ROOM, SettingForm
from .working_time import WorkingTimeSection

if TYPE_CHECKING:
    from ui.shell.context import AppContext

    from .section import Section

SECTIONS: tuple[type[Section], ...] = (
    DealershipSection,
    AccountsSection,
    AuthoritySection,
    WorkingTimeSection,
    LimitsSection,
    ListsSection,
    ImportSection,
    BackupsSection,
    AppearanceSection,
)
_LEFT, _WIDEST, _GREEDY = 176, 860, 100
_LINE = QSize(0, 34)


class SettingsPage(Page):
    """``settings.sections`` lists the sections; each is made when it is first opened."""

    name: ClassVar[str] = "settings"

    def __init__(self, ctx: AppContext) -> None:
        """Show the list of sections and the first of them."""
        super().__init__(ctx)
        self._labels = Labels(ctx)
        self._made: dict[str, Section] = {}
        self._list = QListWidget()
        self._list.setObjectName("settings.sections")
        self._list.setAccessibleName(self.t(ROOM, "Sections"))
        self._list.setProperty("kind", "popup")
        self._list.setFixedWidth(_LEFT)
        for kind in SECTIONS:
            item = QListWidgetItem(self.t(ROOM, kind.title))
            item.setData(Qt.ItemDataRole.UserRole, kind.name)
            item.setSizeHint(_LINE)
            self._list.addItem(item)
        self._stack = QStackedWidget()
        self._stack.setMaximumWidth(_WIDEST)
        body = row(self._list, (self._stack, _GREEDY), None, gap=20)
        head = PageHead(self.t(ROOM, "Settings"))
        self.setLayout(column(head, (body, 1), margins=(20, 12, 16, 14), gap=10))
        self.setFocusProxy(self._list)
        self._list.currentRowChanged.connect(self._show)
        self._list.setCurrentRow(0)

    def refresh(self) -> None:
        """Read the open section anew."""
        self._section().load()

    def show_part(self, name: str) -> None:
        """Open a section by its name."""
        self._list.setCurrentRow([kind.name for kind in SECTIONS].index(name))

    def may_leave(self) -> bool:
        """Ask about what was typed and not saved."""
        forms = [
            card
            for section in self._made.values()
            for card in section.findChildren(SettingForm)
            if card.form.dirty
        ]
        if not forms:
            return True
        answer = self.ctx.ask.choose(
            self.t(ROOM, "What you typed in the settings is not saved yet."),
            self.t("pages", "Save"),
            self.t(ROOM, "Do not save"),
        )
        if answer == "yes":
            return all(card.save() for card in forms)
        if answer == "no":
            for card in forms:
                card.drop()
        return answer == "no"

    def _show(self, number: int) -> None:
        kind = SECTIONS[number]
        if kind.name not in self._made:
            section = self._made[kind.name] = kind(self.ctx, self._labels)
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(section)
            self._stack.addWidget(area)
        section = self._made[kind.name]
        self._stack.setCurrentWidget(section.parentWidget().parentWidget())
        section.load()

    def _section(self) -> Section:
        return self._made[SECTIONS[self._list.currentRow()].name]
