"""The fields of the first run: label, editor, note or problem, one row per declared field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from ui.shell.theme import HEIGHT, WIDTH, restyle
from ui.widgets.button import button
from ui.widgets.label import label
from ui.widgets.layout import column, row, surface
from ui.widgets.problem import ProblemLabel, caption_below

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec
    from resources.texts import Texts


class FirstRunRow(QWidget):
    """One field; ``name`` is its objectName and its key among the problems."""

    changed = Signal()

    def __init__(self, texts: Texts, spec: FieldSpec, *, secret: bool = False) -> None:
        """Make the row of ``spec``; a secret is not shown while it is typed."""
        super().__init__()
        self.name, self.required = spec.name, spec.required
        title = texts(spec.room, spec.label)
        self.edit = QLineEdit()
        self.edit.setObjectName(spec.name)
        if not spec.key.endswith("logo"):  # a path is longer than what is stored of the file
            self.edit.setMaxLength(spec.max_length)
        self.edit.setAccessibleName(title)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.textChanged.connect(self._calm)
        self._title = self._make_title(title, spec.name)
        star = label("*" if spec.required else "", "danger")
        self._note = caption_below(texts(spec.room, spec.note))
        self._note.setVisible(bool(spec.note))
        self._problem = ProblemLabel(f"{spec.name}.problem")
        self._line: QHBoxLayout = row(self.edit)
        mark = column(star, None, margins=(0, 6, 0, 0))
        self._head = surface(row(self._title, mark, None, gap=3))
        side = column(self._head, None)
        self.setLayout(row(side, (column(self._line, self._note, self._problem, gap=3), 1)))

    def _make_title(self, title: str, name: str) -> QLabel:
        made = label(title, "label", name=f"{name}.label")
        made.setBuddy(self.edit)
        made.setFixedHeight(HEIGHT["control"])
        return made

    def label_width(self) -> int:
        """Return how wide the label is with its mark, at least the column of the look."""
        return max(self._head.sizeHint().width() + 8, WIDTH["form_label_wide"])

    def set_label_width(self, width: int) -> None:
        """Make the label as wide as the widest one beside it."""
        self._head.setFixedWidth(width)

    def set_title(self, title: str) -> None:
        """Name the row otherwise than its declaration does."""
        self._title.setText(title)
        self.edit.setAccessibleName(title)

    def add_browse(self, text: str) -> QPushButton:
        """Put a button behind the editor that asks for a file."""
        made = button(text, name=f"{self.name}.browse")
        self._line.addWidget(made)
        return made

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong under the field; '' brings its note back."""
        self._problem.set_sentence(sentence)
        self._note.setVisible(not sentence and bool(self._note.text()))
        self.edit.setProperty("state", "problem" if sentence else "ok")
        restyle(self.edit)

    def _calm(self) -> None:
        self.set_problem("")
        self.changed.emit()
