"""The stage strip: navigation of a case that also shows how far it is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.shell.theme import HEIGHT, roles

from .badge import circled, paint_level_shape
from .clock import ClockState, paint_ring
from .ink import CENTRE, metrics, paint_focus, paint_ground, paint_outline, paint_text, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resources.texts import Texts


class StageStatus(StrEnum):
    """How a stage stands; ``missing`` is the stage the case is in, with something missing."""

    DONE = "done"
    HERE = "here"
    MISSING = "missing"
    LATER = "later"


class Stage(NamedTuple):
    """One stage: its name in objectNames, number, title, status and the note below."""

    name: str
    number: int
    title: str
    status: StageStatus
    note: str = ""


SPOKEN = {
    StageStatus.DONE: "done",
    StageStatus.HERE: "the case is here",
    StageStatus.MISSING: "the case is here",
    StageStatus.LATER: "not yet",
}
STRIP_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)
NODE, NODE_LEFT, TEXT_LEFT, LINE_MIDDLE, NOTE_TOP = 20, 10, 36, 16, 27
_GAP = 6


class StageButton(QAbstractButton):
    """One stage of the strip; property ``status`` is done, here, missing or later."""

    def __init__(self, texts: Texts, stage: Stage) -> None:
        """Show ``stage``."""
        super().__init__()
        self._texts = texts
        self.setObjectName(f"case.stage.{stage.name}")
        self.setCheckable(True)
        self.setFixedHeight(HEIGHT["stage_strip"])
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_stage(stage)

    def set_stage(self, stage: Stage) -> None:
        """Show another status or note of the stage."""
        self.stage = stage
        self.setText(stage.title)
        self.setProperty("status", str(stage.status))
        self.setAccessibleName(self._spoken())
        self.setToolTip(f"{stage.title}  {stage.note}".strip())
        self.update()

    @property
    def is_here(self) -> bool:
        """Whether the case stands in this stage."""
        return self.stage.status in (StageStatus.HERE, StageStatus.MISSING)

    def title_width(self) -> float:
        """Return the width of the title as it is drawn."""
        return text_width(self.stage.title, bold=self._bold())

    def sizeHint(self) -> QSize:
        """Ask for node and title."""
        return QSize(TEXT_LEFT + int(text_width(self.text(), bold=True)) + 8, 48)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave arrows and Enter to the strip, which moves and opens."""
        if event.key() in STRIP_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of the chosen stage, node, title, note and focus."""
        painter = QPainter(self)
        ground = QRectF(self.rect()).adjusted(0, 0, -_GAP, 0)
        if self.underMouse() and not self.isChecked():
            paint_ground(painter, ground, "hover", 6)
        self._paint_node(painter)
        line = QRectF(TEXT_LEFT, LINE_MIDDLE - 11, self.width() - TEXT_LEFT, 22)
        role = "text2" if self.stage.status is StageStatus.LATER else "text"
        paint_text(painter, line, self.stage.title, role=role, bold=self._bold())
        self._paint_note(painter)
        if self.hasFocus():
            paint_focus(painter, ground)

    def _bold(self) -> bool:
        return self.is_here or self.isChecked()

    def _spoken(self) -> str:
        how = self._texts("widgets", SPOKEN[self.stage.status])
        words = (f"{circled(self.stage.number)} {self.stage.title}", how, self.stage.note)
        return ", ".join(filter(None, words))

    def _paint_node(self, painter: QPainter) -> None:
        node = QRectF(NODE_LEFT, LINE_MIDDLE - NODE / 2, NODE, NODE)
        if self.stage.status is StageStatus.DONE:
            paint_ring(painter, node, ClockState.DONE)
            return
        paint_ground(painter, node, "accent" if self.is_here else "card", NODE / 2)
        if not self.is_here:
            paint_outline(painter, node, "border_strong", NODE / 2, width=1.5)
        ink = "on_accent" if self.is_here else "text2"
        number = str(self.stage.number)
        paint_text(painter, node, number, size="caption", role=ink, bold=True, align=CENTRE)

    def _paint_note(self, painter: QPainter) -> None:
        left, missing = float(TEXT_LEFT), self.stage.status is StageStatus.MISSING
        if missing:
            paint_level_shape(painter, QPointF(left + 5, NOTE_TOP + 9), 3, "warn_mark", 4)
            left += 14
        rect = QRectF(left, NOTE_TOP, self.width() - left - _GAP, 18)
        role = "warn" if missing else "text3"
        paint_text(painter, rect, self.stage.note, size="caption", role=role)


class StageStrip(QWidget):
    """All stages in equal parts; Left and Right move, Enter opens, and so does a click.

    What is chosen (what I read) is independent of where the case stands.
    """

    chosen = Signal(str)

    def __init__(self, texts: Texts, stages: Sequence[Stage] = ()) -> None:
        """Show ``stages`` from left to right."""
        super().__init__()
        self._texts = texts
        self._buttons: list[StageButton] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self.setFixedHeight(HEIGHT["stage_strip"])
        self.setAccessibleName(texts("widgets", "Stages of the case"))
        self.set_stages(stages)

    def set_stages(self, stages: Sequence[Stage]) -> None:
        """Show the stages as they are now; the choice stays when the names are the same."""
        if [b.stage.name for b in self._buttons] != [stage.name for stage in stages]:
            self._rebuild(stages)
        for button, stage in zip(self._buttons, stages, strict=True):
            button.set_stage(stage)
        self.update()

    def choose(self, name: str) -> None:
        """Mark the stage that is read, without telling anybody."""
        for button in self._buttons:
            chosen = button.stage.name == name
            button.setChecked(chosen)
            tab = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)
        self.update()

    def chosen_name(self) -> str:
        """Return the name of the stage that is read."""
        return next((b.stage.name for b in self._buttons if b.isChecked()), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, open with Enter."""
        here = next((i for i, b in enumerate(self._buttons) if b.hasFocus()), -1)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if here >= 0 and step is not None:
            there = min(max(here + step, 0), len(self._buttons) - 1)
            self._buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
        elif here >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._buttons[here].click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies under the stages: the chosen ground and the threads between nodes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for button in self._buttons:
            if button.isChecked():
                self._paint_chosen(painter, QRectF(button.geometry()).adjusted(0, 0, -_GAP, 0))
        for button, after in zip(self._buttons, self._buttons[1:], strict=False):
            self._paint_thread(painter, button, after)

    def _rebuild(self, stages: Sequence[Stage]) -> None:
        for button in self._buttons:
            self._line.removeWidget(button)
            button.deleteLater()
        self._buttons = [StageButton(self._texts, stage) for stage in stages]
        for button in self._buttons:
            button.clicked.connect(self._clicked)
            self._line.addWidget(button, 1)
        here = next((b.stage.name for b in self._buttons if b.is_here), "")
        self.choose(here or (stages[0].name if stages else ""))

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, StageButton):
            self.choose(button.stage.name)
            self.chosen.emit(button.stage.name)

    @staticmethod
    def _paint_chosen(painter: QPainter, ground: QRectF) -> None:
        paint_ground(painter, ground, "selected", 6)
        bar = QRectF(ground.left() + 12, ground.bottom() - 3, ground.width() - 24, 3)
        paint_ground(painter, bar, "accent_text", 1.5)

    @staticmethod
    def _paint_thread(painter: QPainter, button: StageButton, after: StageButton) -> None:
        start = button.x() + TEXT_LEFT + button.title_width() + 8
        end = after.x() + NODE_LEFT - _GAP
        if end - start < metrics().averageCharWidth():
            return
        behind = button.stage.status is StageStatus.DONE
        pen = QPen(roles["ok" if behind else "border_strong"], 1.5 if behind else 1)
        if not behind:
            pen.setDashPattern([2, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(start, LINE_MIDDLE), QPointF(end, LINE_MIDDLE))
