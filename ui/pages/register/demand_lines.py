"""The demands of a complaint while it is registered: one line each, in the customer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from models.casework.case.fields import DEMAND_FIELDS
from models.kernel.checked import BadValue
from models.kernel.money import parse_yuan
from ui.forms.editors import make_editor
from ui.shell.theme import HEIGHT
from ui.widgets.button import button
from ui.widgets.label import label
from ui.widgets.layout import column, row
from ui.widgets.problem import ProblemLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resources.texts import Message
    from ui.pages.labels import Labels
    from ui.shell.context import AppContext

_SPECS = {spec.key: spec for spec in DEMAND_FIELDS}
OTHER = "other"
LABEL_WIDTH = 76


class DemandLine(QWidget):
    """Kind, words, amount and deadline of one demand."""

    changed = Signal()
    remove_wanted = Signal()

    def __init__(self, ctx: AppContext, labels: Labels, number: int) -> None:
        """Begin empty; ``number`` counts from 1."""
        super().__init__()
        t, clock = ctx.texts, ctx.actor.clock
        self.kind = QComboBox()
        self.kind.setObjectName(f"intake.demand.{number}.kind")
        self.kind.setAccessibleName(t("case", "Kind"))
        for code, words in labels.choices("demand_kind"):
            self.kind.addItem(words, code)
        self.kind.setCurrentIndex(max(0, self.kind.findData(OTHER)))
        self.text = QLineEdit()
        self.text.setObjectName(f"intake.demand.{number}.text")
        self.text.setAccessibleName(t("case", "Demand"))
        self.text.setPlaceholderText(t("register", "What does the customer want?"))
        self.amount = make_editor(_SPECS["amount"], t, labels, clock, "")
        self.deadline = make_editor(_SPECS["deadline"], t, labels, clock, "")
        for key, editor in (("amount", self.amount), ("deadline", self.deadline)):
            editor.setObjectName(f"intake.demand.{number}.{key}")
            editor.setPlaceholderText(t("case", _SPECS[key].label))
            editor.changed.connect(self.changed)
        self.amount.setFixedWidth(116)
        self.kind.setFixedWidth(120)
        remove = self._remove_button(t("register", "Remove this demand"), number)
        self.setLayout(
            row(self.kind, (self.text, 1), self.amount, (self.deadline, 0), remove, gap=6)
        )
        self.text.textChanged.connect(self.changed)
        self.kind.currentIndexChanged.connect(self.changed)

    def _remove_button(self, words: str, number: int) -> QPushButton:
        remove = button("", "icon", icon="dismiss", tip=words)
        remove.setObjectName(f"intake.demand.{number}.remove")
        remove.clicked.connect(self.remove_wanted)
        return remove

    def values(self) -> dict[str, Any]:
        """Return what was typed, {} when nothing was."""
        if not self.text.text().strip() and not self.amount.value():
            return {}
        return {
            "kind": self.kind.currentData(),
            "text": self.text.text(),
            "amount": self.amount.value(),
            "deadline": self.deadline.value(),
        }

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values again, from a draft."""
        self.kind.setCurrentIndex(self.kind.findData(values.get("kind", OTHER)))
        self.text.setText(str(values.get("text", "")))
        self.amount.set_value(values.get("amount"))
        self.deadline.set_value(values.get("deadline"))


class DemandLines(QWidget):
    """As many demands as the customer has; ``intake.demand.add`` adds a line."""

    changed = Signal()

    def __init__(self, ctx: AppContext, labels: Labels) -> None:
        """Begin with one empty line."""
        super().__init__()
        self._ctx, self._labels = ctx, labels
        self._lines: list[DemandLine] = []
        self._made = 0
        self._column = column(gap=6)
        self._problem = ProblemLabel("intake.demand.problem")
        add = button(
            ctx.texts("register", "One more demand"), "link", name="intake.demand.add", icon="add"
        )
        add.clicked.connect(self.add_line)
        title = label(ctx.texts("register", "Demands"), "label")
        title.setFixedSize(LABEL_WIDTH, HEIGHT["control"])
        inner = column(self._column, self._problem, row(add, None), gap=2)
        self.setLayout(row(column(title, None), (inner, 1), gap=8))
        self.add_line()

    def add_line(self) -> DemandLine:
        """Add an empty line and put the cursor in it."""
        self._made += 1
        line = DemandLine(self._ctx, self._labels, self._made)
        line.changed.connect(self.changed)
        line.remove_wanted.connect(lambda: self.remove_line(line))
        self._lines.append(line)
        self._column.addWidget(line)
        if self._made > 1:
            line.text.setFocus()
        return line

    def remove_line(self, line: DemandLine) -> None:
        """Take a line away; the last one is emptied instead."""
        if len(self._lines) == 1:
            line.set_values({})
            return
        self._lines.remove(line)
        line.hide()
        line.deleteLater()
        self.changed.emit()

    def values(self) -> list[dict[str, Any]]:
        """Return the demands that have words or an amount."""
        return [values for line in self._lines if (values := line.values())]

    def weights(self) -> list[dict[str, Any]]:
        """Return kind, words and fen of the demands, as far as they can be read while typing."""
        return [
            {"kind": one["kind"], "text": one["text"], "amount": _fen(one["amount"])}
            for one in self.values()
        ]

    def set_values(self, demands: list[Mapping[str, Any]]) -> None:
        """Show these demands and no others."""
        for line in self._lines[1:]:
            self.remove_line(line)
        self._lines[0].set_values({})
        for number, demand in enumerate(demands):
            line = self._lines[0] if number == 0 else self.add_line()
            line.set_values(demand)

    def show_problems(self, problems: Mapping[str, Message]) -> tuple[str, ...]:
        """Show what is wrong with demands below them; return the names of other problems."""
        mine = [name for name in problems if name.startswith(("demands.", "case.demand."))]
        words = [self._ctx.texts.say(problems[name]) for name in mine]
        self._problem.set_sentence(" ".join(words))
        return tuple(name for name in problems if name not in mine)


def _fen(typed: object) -> int | None:
    try:
        return parse_yuan(str(typed)) if typed else None
    except BadValue:
        return None
