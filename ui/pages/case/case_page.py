"""The page of one case: its stages can all be read, only what state and role allow is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget

from models.casework.case.rules import STAGES
from models.flow.queries import next_steps
from ui.pages.page import Page
from ui.widgets.layout import column, row
from ui.widgets.stage_strip import StageStrip

from .acts import CaseActs
from .desk import CaseDesk
from .head import CaseHeadCard
from .panels import PANELS
from .places import stage_of_place
from .side import CaseSide
from .stages import stage_views

if TYPE_CHECKING:
    from models.flow.step import StepView
    from models.kernel.changes import Change
    from ui.shell.context import AppContext

    from .form_card import FormCard
    from .stage_panel import StagePanel

_MINUTE = 60_000
_FOLD_SIDE_BELOW, _NARROW_HEAD_BELOW = 950, 1030


class CasePage(Page):
    """Shows one case; :meth:`show_case` opens another."""

    name: ClassVar[str] = "case"

    def __init__(self, ctx: AppContext) -> None:
        """Make the page without a case; panels are made when first read."""
        super().__init__(ctx)
        self.desk = CaseDesk(ctx)
        self._head = CaseHeadCard(self.desk)
        self._strip = StageStrip(self.t)
        self._panels: dict[str, StagePanel] = {}
        self._stack = QStackedWidget()
        self._side = CaseSide(self.desk)
        self.acts = CaseActs(self.desk, self._head, self)
        body = row((self._stack, 1), self._side, gap=12)
        self.setLayout(column(self._head, self._strip, (body, 1), margins=(14, 8, 14, 8), gap=8))
        self._steps: list[StepView] = []
        self._connect()

    def _connect(self) -> None:
        self._strip.chosen.connect(self.show_stage)
        self._head.steps.step_wanted.connect(self._take_step)
        self._head.steps.jump_wanted.connect(self.jump)
        self._head.print_wanted.connect(self._print)
        self._side.case_wanted.connect(self._open_other)
        for keys, act in (("Ctrl+S", self.save), ("Ctrl+P", self._head.open_print_menu)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self._follow_time)

    @property
    def case_no(self) -> str:
        """The number of the case that is shown, '' before the first."""
        return self.desk.head.case_no if hasattr(self.desk, "head") else ""

    def show_case(self, case_no: str, place: str = "") -> None:
        """Open a case at a stage or at a field; without one, where the case stands.

        What is being typed in the case that is open already stays.
        """
        before = self.case_no
        self.desk.open(case_no)
        if self.case_no != before:
            self._drop_panels()
        self.refresh()
        stage = stage_of_place(place) or self.desk.head.stage
        self.show_stage(stage)
        if place and place not in STAGES:
            self.jump(place)
        self._minute.start()

    def refresh(self) -> None:
        """Read head, steps, the open panel and the side anew."""
        if not self.case_no:
            return
        self.desk.open(self.desk.head.id)
        self._steps = next_steps(self.ctx.actor, self.desk.head.id)
        self._head.show_head(self.desk.head, self._steps)
        self._strip.set_stages(stage_views(self.desk, self._steps))
        self.acts.fill_menus()
        panel = self._stack.currentWidget()
        if panel is not None:
            self._panels[self._strip.chosen_name()].load()
        self._side.load(self._strip.chosen_name() or self.desk.head.stage)

    def data_changed(self, changes: tuple[Change, ...]) -> None:
        """Follow changes of this case, and of nothing else."""
        if self.case_no and any(change.case_id == self.desk.head.id for change in changes):
            self.refresh()

    def show_stage(self, stage: str) -> None:
        """Read a stage; it is made when it is read for the first time."""
        panel = self._panels.get(stage)
        if panel is None:
            panel = self._panels[stage] = PANELS[stage](self.desk)
            panel.place_wanted.connect(self.jump)
            self._stack.addWidget(panel)
        panel.load()
        self._stack.setCurrentWidget(panel)
        self._strip.choose(stage)
        self._side.show_stage(stage)

    def jump(self, place: str) -> None:
        """Go to a field or list by its objectName, whatever stage it is in."""
        stage = stage_of_place(place)
        if stage and stage != self._strip.chosen_name():
            self.show_stage(stage)
        self._panels[self._strip.chosen_name()].jump(place)

    def save(self) -> None:
        """Save every form of the open stage that was typed into."""
        for card in self._panels[self._strip.chosen_name()].dirty_forms():
            card.save()

    def keep(self) -> None:
        """Keep what was typed in every form as a draft."""
        for card in self._dirty_forms():
            card.keep()

    def may_leave(self) -> bool:
        """Ask about text that was typed and not saved; the draft is kept either way."""
        dirty = self._dirty_forms()
        if not dirty:
            return True
        answer = self.ctx.ask.choose(
            self.t("pages", "What you typed in this case is not saved yet."),
            self.t("pages", "Save"),
            self.t("pages", "Leave it as a draft"),
        )
        if answer == "yes":
            return all(card.save() for card in dirty)
        self.keep()
        return answer == "no"

    def _print(self, kind: str) -> None:
        """Save what was typed, then show the paper: it says what is stored."""
        if all(card.save() for card in self._dirty_forms()):
            self.acts.print_paper(kind)

    def _dirty_forms(self) -> list[FormCard]:
        return [card for panel in self._panels.values() for card in panel.dirty_forms()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side panel and draw the head together when the page is narrow."""
        super().resizeEvent(event)
        self._head.set_narrow(narrow=self.width() < _NARROW_HEAD_BELOW)
        self._side.set_folded(self.width() < _FOLD_SIDE_BELOW)

    def _take_step(self, name: str) -> None:
        before = self.desk.head.stage
        if self.acts.take_step(next(view for view in self._steps if view.step == name)):
            self.refresh()
            if self.desk.head.stage != before:
                self.show_stage(self.desk.head.stage)

    def _open_other(self, case_no: str) -> None:
        self.ctx.events.case_wanted.emit(case_no, "")

    def _follow_time(self) -> None:
        if self.isVisible() and not self.ctx.jobs.busy:
            self._head.show_clocks(self.desk.head)

    def _drop_panels(self) -> None:
        for panel in self._panels.values():
            self._stack.removeWidget(panel)
            panel.deleteLater()
        self._panels.clear()
