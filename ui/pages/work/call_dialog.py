"""The dialog in which a follow-up call is noted while one talks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from ui.pages.case.follow_up.answer_form import AnswerForm
from ui.widgets.button import button
from ui.widgets.label import label
from ui.widgets.layout import column, row, surface

if TYPE_CHECKING:
    from ui.pages.case.desk import CaseDesk

_SIZE = (680, 740)
_EDGE = 60


class CallDialog(QDialog):
    """Closes when the call was recorded; what was typed stays as a draft when it is left."""

    def __init__(self, parent: QWidget | None, desk: CaseDesk, round_no: int) -> None:
        """Ask for the answers of round ``round_no`` of the case on ``desk``."""
        super().__init__(parent)
        self.setObjectName("follow_ups.dialog")
        self.setWindowTitle(desk.t("follow_ups", "Record the call"))
        self.form = AnswerForm(desk)
        self.form.load()
        self.form.choose_round(round_no)
        self.form.saved.connect(self.accept)
        head = desk.head
        about = f"{head.customer_name}  {desk.labels.plate(head.plate_no)}  {head.subject}"
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(surface(column(self.form, None)))
        leave = button(desk.t("forms", "Cancel"), name="follow_ups.dialog.cancel")
        leave.clicked.connect(self.reject)
        self.setLayout(
            column(
                label(about.strip(), "strong", wrap=True),
                (area, 1),
                row(None, leave),
                margins=(20, 16, 20, 16),
                gap=12,
            )
        )
        highest = self.screen().availableGeometry().height() - _EDGE
        self.resize(_SIZE[0], min(_SIZE[1], highest))
        self.form.form.jump("satisfaction")

    @classmethod
    def ask(cls, parent: QWidget, desk: CaseDesk, round_no: int) -> bool:
        """Show the dialog; tell whether a call was recorded."""
        dialog = cls(parent, desk, round_no)
        try:
            return dialog.exec() == QDialog.DialogCode.Accepted
        finally:
            dialog.deleteLater()

    def reject(self) -> None:
        """Leave; what was typed is offered again as a draft."""
        if self.form.dirty:
            self.form.keep()
        super().reject()
