"""One row of a form: label, editor, lock, and below them the problem, the reason or a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from models.kernel.fields.spec import Kind
from ui.shell.theme import HEIGHT, ICON
from ui.shell.tip import tip
from ui.widgets.label import Glyph, label
from ui.widgets.layout import row

from .line import LineEditor
from .segment import SegmentEditor

if TYPE_CHECKING:
    from resources.texts import Texts

    from .editor import Editor

LABEL_WIDTHS = (64, 88, 112)
_GAP = 8
_STAR_WIDTH = 9
_LONGEST_UNIT = 4


class FieldRow(QWidget):
    """The row of one field; it follows the state of its editor."""

    def __init__(
        self, editor: Editor, words: str, letter: str, texts: Texts, parent: QWidget
    ) -> None:
        """Put ``editor`` beside its label ``words``; Alt with ``letter`` brings the cursor."""
        super().__init__(parent)
        self.editor = editor
        self._one_reason = False
        spec = editor.spec
        self.setObjectName(f"{spec.name}.row")
        self._hint = _unit_or_hint(editor, texts(spec.room, spec.note))
        self.label = label(_with_letter(words, letter), "label", name=f"{spec.name}.label")
        self._head = self._make_head()
        self.problem = self._make_words("problem", "danger")
        self.note = self._make_words("note", "caption")
        self._alarm = Glyph("error_circle", "danger", ICON["small"], filled=True)
        self._lock = Glyph("lock_closed", "text3", ICON["small"])
        self._lock.setFixedHeight(HEIGHT["control"])
        self._lock.setObjectName(f"{spec.name}.lock")
        self._lay_out()
        editor.setAccessibleName(words)
        editor.state_changed.connect(self._follow)
        self._follow()

    def label_width(self) -> int:
        """Return the room the label, its letter and its star need."""
        self.label.ensurePolished()
        star = _STAR_WIDTH if self.editor.spec.required else 0
        return 0 if self.label.isHidden() else self.label.sizeHint().width() + star

    def set_label_width(self, width: int) -> None:
        """Give the label column a width, so that editors of several rows stand in line."""
        self._head.setFixedWidth(width)
        self.label.setMaximumWidth(width)
        self.label.setWordWrap(self.label_width() > width)

    def say_reason_here(self, here: bool) -> None:
        """Say below the field why it is locked, or leave that to the page and to the hint."""
        self._one_reason = not here
        self._follow()

    @property
    def stretches(self) -> bool:
        """Whether the row takes the height that is left over."""
        return self.editor.spec.kind is Kind.LONG_TEXT

    def _make_head(self) -> QWidget:
        head = QWidget(self)
        head.setMinimumHeight(HEIGHT["control"])
        if not self.stretches:
            head.setMaximumHeight(HEIGHT["control"])
        self.label.setBuddy(self.editor)
        star = [label("*", "danger")] if self.editor.spec.required else []
        head.setLayout(row(self.label, *star, None, gap=3))
        if self.editor.spec.kind is Kind.FLAG:
            self.label.hide()
        return head

    def _make_words(self, part: str, kind: str) -> QLabel:
        words = label("", kind, name=f"{self.editor.spec.name}.{part}", wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return words

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._head, 0, 0, Qt.AlignmentFlag.AlignTop)
        line = row((self.editor, 1), self._lock)
        line.setAlignment(self._lock, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(line, 0, 1)
        below = row(self._alarm, (self.problem, 1), gap=4)
        below.setAlignment(self._alarm, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(below, 1, 1)
        grid.addWidget(self.note, 2, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0 if self.stretches else 3, 1)
        policy = QSizePolicy.Policy.Expanding if self.stretches else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Expanding, policy)

    def _follow(self) -> None:
        editor = self.editor
        words = editor.problem if editor.state == "problem" else ""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self._alarm.setVisible(bool(words))
        self._lock.setVisible(editor.state == "locked" and not self._one_reason)
        self.setToolTip(tip(editor.reason))
        reason = "" if self._one_reason else editor.reason
        below = "" if words else reason or editor.remark or self._hint
        self.note.setText(below)
        self.note.setVisible(bool(below))


def _unit_or_hint(editor: Editor, note: str) -> str:
    """Show the note of a number behind it when it is only a unit; return what stands below.

    The words of marks are in their segments, so the note that explains them is not shown.
    """
    if isinstance(editor, SegmentEditor) and editor.spec.kind is Kind.INTEGER:
        return ""
    short = editor.spec.kind is Kind.INTEGER and len(note) <= _LONGEST_UNIT
    if not short or not isinstance(editor, LineEditor):
        return note
    editor.show_behind(note)
    return ""


def _with_letter(words: str, letter: str) -> str:
    """Underline the letter: within Latin words that have it, else in brackets behind them."""
    at = words.upper().find(letter) if letter and words.isascii() else -1
    if at >= 0:
        before, after = (part.replace("&", "&&") for part in (words[:at], words[at:]))
        return f"{before}&{after}"
    plain = words.replace("&", "&&")
    gap = " " if words.isascii() else ""
    return f"{plain}{gap}(&{letter})" if letter else plain
