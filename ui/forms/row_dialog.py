"""The dialog that adds or changes one row of a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from models.kernel.actor import system_clock
from models.kernel.errors import Invalid, UserError
from resources.texts import Message, Texts
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.layout import column, row

from .layout import Cell, grid
from .record_form import RecordForm

if TYPE_CHECKING:
    from models.kernel.fields.spec import FieldSpec

    from .choices import Choices
    from .writing import Clock

Problems = Mapping[str, str | Message]
Save = Callable[[dict[str, object]], Problems | None]


class Confirm(Protocol):
    """How a question is asked: ``ctx.ask.confirm``."""

    def __call__(self, text: str, yes: str, *, no: str = "", danger: bool = False) -> bool:
        """Return whether the person says yes."""


_WIDTH = 560
_FRAME = 60


class RowDialog(QDialog):
    """Keeps what was typed when saving is refused, and shows each problem at its field.

    Enter saves (Ctrl+Enter inside a long text); Esc leaves, after a question when something was
    typed. Names: ``<form>.dialog`` and ``<form>.dialog.{save,cancel,problem}``.
    """

    def __init__(  # noqa: PLR0913 - what the dialog needs to be one call of a page
        self,
        parent: QWidget | None,
        specs: Sequence[FieldSpec],
        layout: Sequence[Sequence[Cell]],
        stored: Mapping[str, object],
        texts: Texts,
        choices: Choices,
        save: Save,
        *,
        confirm: Confirm,
        title: str = "",
        clock: Clock = system_clock,
    ) -> None:
        """Build the form of ``specs`` in ``layout`` with ``stored`` values in it."""
        super().__init__(parent)
        name = f"{specs[0].form}.dialog"
        self.setObjectName(name)
        self.setWindowTitle(title or texts("forms", "One row"))
        self._texts, self._save, self._confirm = texts, save, confirm
        self.form = RecordForm(specs, texts, choices, self, clock=clock)
        self._problem = Banner("danger", name=f"{name}.problem")
        self._problem.hide()
        self._lay_out(name, layout)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.save)
        self.form.load(stored)
        self.resize(_WIDTH, 0)
        self._make_room()
        self.form.jump(self._first_key(layout))

    @classmethod
    def ask(cls, *args: Any, **kwargs: Any) -> dict[str, object] | None:
        """Show the dialog; return the values that were saved, or nothing when it was left."""
        dialog = cls(*args, **kwargs)
        try:
            saved = dialog.exec() == QDialog.DialogCode.Accepted
            return dialog.form.values() if saved else None
        finally:
            dialog.deleteLater()

    def save(self) -> None:
        """Hand the values over; stay open with every problem shown when they are refused."""
        problems = self._refused()
        if not problems:
            self.accept()
            return
        others = self.form.show_problems(problems)
        words = [self._texts.say(problems[name]) for name in others]
        self._problem.say("danger", " ".join(words))
        self._make_room()

    def reject(self) -> None:
        """Leave; ask first when something was typed."""
        if not self.form.dirty or self._may_leave():
            super().reject()

    def _may_leave(self) -> bool:
        return self._confirm(
            self._texts("forms", "What you typed here has not been saved. Leave all the same?"),
            self._texts("forms", "Leave without saving"),
            no=self._texts("forms", "Go on typing"),
            danger=True,
        )

    def _make_room(self) -> None:
        """Grow until every sentence can be read, as far as the screen allows."""
        self.layout().activate()
        needed = max(self.layout().totalHeightForWidth(self.width()), self.sizeHint().height())
        highest = self.screen().availableGeometry().height() - _FRAME
        self.resize(self.width(), min(max(self.height(), needed), highest))

    def _refused(self) -> Problems:
        try:
            return self._save(self.form.values()) or {}
        except Invalid as refusal:
            return refusal.problems
        except UserError as refusal:
            return {"": refusal.message}

    def _lay_out(self, name: str, layout: Sequence[Sequence[Cell]]) -> None:
        save = button(self._texts("forms", "Save"), "primary", name=f"{name}.save")
        save.setDefault(True)
        cancel = button(self._texts("forms", "Cancel"), name=f"{name}.cancel")
        save.clicked.connect(self.save)
        cancel.clicked.connect(self.reject)
        self.setLayout(
            column(
                self._problem,
                (grid(self.form, layout), 1),
                row(None, cancel, save),
                margins=(20, 16, 20, 16),
                gap=16,
            )
        )

    @staticmethod
    def _first_key(layout: Sequence[Sequence[Cell]]) -> str:
        first = layout[0][0]
        return first if isinstance(first, str) else first[0]
