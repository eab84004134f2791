"""A registered complaint on the screen, and the dialogs of its page filled in beforehand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from models.casework.case.contacts import add_contact
from models.flow.commands import STEP_COMMANDS
from models.flow.registration import register_complaint
from models.stages.analysis.commands import save_severity
from models.stages.intake.commands import read_back
from ui.pages.case.case_page import CasePage

if TYPE_CHECKING:
    from models.kernel.actor import Actor
    from ui.forms.row_dialog import RowDialog
    from ui.shell.context import AppContext

TOLD: dict[str, Any] = {
    "phone": "13800000001",
    "customer_name": "陈女士",
    "plate_no": "京A12345",
    "channel": "phone",
    "object_kind": "quality",
    "story": "高速上制动踏板踩不下去，靠发动机制动停到应急车道。",
    "mood": 4,
    "demands": [
        {"kind": "return", "text": "退回该车", "amount": "386000"},
        {"kind": "documents", "text": "出具检测报告"},
    ],
}
SCALES = {"severity": 4, "safety": 4, "complexity": 3, "impact": 3, "urgency": 4}
CALL = {"way": "phone", "direction": "out", "purpose": "first_response", "reached": True}


def register(actor: Actor) -> str:
    """Register a complaint; return its number."""
    return str(register_complaint(actor, TOLD).case_no)


def respond(actor: Actor, case_no: str) -> None:
    """Call the customer, read back, confirm the receipt."""
    add_contact(actor, case_no, CALL | {"summary": "先道歉，说明今天查", "mood": 4})
    read = {"read_back_text": "您说踏板踩不下去", "focus": "制动失灵"}
    read_back(actor, case_no, read | {"read_back_confirmed": True})
    STEP_COMMANDS["acknowledge"](actor, case_no, {})


def assess(actor: Actor, case_no: str) -> None:
    """Assess and begin the investigation."""
    save_severity(actor, case_no, SCALES)
    STEP_COMMANDS["assess"](actor, case_no, {})
    STEP_COMMANDS["investigate"](actor, case_no, {})


@dataclass
class Dialogs:
    """Fills each dialog that opens with the next answer, saves it, and notes what it refused."""

    answers: list[dict[str, Any]] = field(default_factory=list)
    seen: list[dict[str, Any]] = field(default_factory=list)
    problems: list[dict[str, str]] = field(default_factory=list)

    def fill(self, dialog: RowDialog) -> int:
        """Take the place of the person at the dialog."""
        form = dialog.form
        self.seen.append(form.values())
        for key, value in self.answers.pop(0).items():
            form.editor(key).set_value(value)
        dialog.save()
        if dialog.result() == QDialog.DialogCode.Accepted:
            return int(QDialog.DialogCode.Accepted)
        wrong = {key: form.editor(key).problem for key in form.keys if form.editor(key).problem}
        self.problems.append(wrong)
        return int(QDialog.DialogCode.Rejected)


class Desk:
    """The page of a case and its parts by objectName."""

    def __init__(self, ctx: AppContext) -> None:
        self.ctx = ctx
        self.page = CasePage(ctx)
        ctx.events.data_changed.connect(self.page.data_changed)
        self.page.resize(1198, 692)
        self.page.show()

    def open(self, case_no: str, stage: str) -> None:
        """Show a stage of a case."""
        self.page.show_case(case_no, stage)

    def find(self, name: str, kind: type = QWidget) -> Any:
        """Return the widget of this name on the open stage."""
        found = self.page._panels[self.stage].findChild(kind, name)
        assert found is not None, f"{name} is not on the stage {self.stage}"
        return found

    @property
    def stage(self) -> str:
        """The stage that is read."""
        return str(self.page._strip.chosen_name())

    def press(self, name: str) -> None:
        """Press a button that can be pressed."""
        made = self.find(name, QPushButton)
        assert not made.isHidden(), f"{name} is hidden"
        assert made.isEnabled(), f"{name} is locked"
        made.click()

    def rows(self, name: str) -> list[list[str]]:
        """Return the words of a list."""
        model = self.find(f"{name}.table").model()
        columns = range(model.columnCount())
        return [[_words(model, r, c) for c in columns] for r in range(model.rowCount())]

    def choose(self, name: str, place: int) -> None:
        """Choose a row of a list."""
        self.find(f"{name}.table").selectRow(place)


def _words(model: Any, row: int, column: int) -> str:
    return str(model.index(row, column).data() or "")
