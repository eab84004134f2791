"""The first run: the dealership, then the first administrator; it emits what was typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.label import label
from ui.widgets.layout import column, row, surface

from .first_run_form import FirstRunRow
from .mark import Mark
from .steps import Steps

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.kernel.fields import FieldSpec
    from resources.texts import Texts

PASSWORD, AGAIN, LOGO = "password", "_again", "logo"
_SIDE, _BODY = 248, 820


class FirstRunView(QWidget):
    """``finished`` carries {objectName: text} of all fields; ``logo_asked`` wants a file."""

    finished = Signal(dict)
    logo_asked = Signal()

    def __init__(
        self, texts: Texts, office: Sequence[FieldSpec], account: Sequence[FieldSpec]
    ) -> None:
        """Ask for the fields of the dealership and of the first administrator."""
        super().__init__()
        self._texts = texts
        self.setObjectName("page.first_run")
        self.setProperty("surface", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._groups = (self._rows(office), self._rows(self._with_repeat(account)))
        self._stack = QStackedWidget()
        names = [texts("shell", name) for name in ("The dealership", "The administrator")]
        self._steps = Steps(names)
        self._stack.addWidget(self._page(0, names[0], "This stands on every paper you print."))
        self._stack.addWidget(
            self._page(1, names[1], "This person makes the accounts of everybody else.")
        )
        self._back, self._next = self._make_buttons()
        self._trouble = Banner("danger", name="first_run.problem")
        self.setLayout(row(self._make_side(), (self._make_body(), 10), None, gap=0))
        self._go_to(0)

    @property
    def rows(self) -> dict[str, FirstRunRow]:
        """All fields by objectName."""
        return {made.name: made for group in self._groups for made in group}

    def values(self) -> dict[str, str]:
        """Return what was typed, by objectName; a repeated password is only compared."""
        typed = {name: made.edit.text().strip() for name, made in self.rows.items()}
        return {name: text for name, text in typed.items() if not name.endswith(AGAIN)}

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Show problems at their fields, open the first one's step and put the cursor there."""
        known = self.rows
        for name, made in known.items():
            made.set_problem(problems.get(name, ""))
        elsewhere = [text for name, text in problems.items() if name not in known]
        self._trouble.say("danger", "\n".join(elsewhere))
        first = next((name for name in known if name in problems), None)
        if first is not None:
            self._go_to(0 if known[first] in self._groups[0] else 1)
            known[first].edit.setFocus()

    def set_logo(self, file: str) -> None:
        """Show the file that was chosen as the logo."""
        for made in self.rows.values():
            if made.name.endswith(f".{LOGO}"):
                made.edit.setText(file)

    def set_busy(self, busy: bool) -> None:
        """Hold the buttons while the store is made."""
        self._next.setEnabled(not busy)
        self._back.setEnabled(not busy)

    def _with_repeat(self, specs: Sequence[FieldSpec]) -> list[FieldSpec]:
        """Put the repeated password behind the password."""
        found: list[FieldSpec] = []
        for spec in specs:
            found.append(spec)
            if spec.key.endswith(PASSWORD):
                found.append(replace(spec, key=spec.key + AGAIN, note=""))
        return found

    def _rows(self, specs: Sequence[FieldSpec]) -> list[FirstRunRow]:
        made = []
        for spec in specs:
            secret = spec.key.removesuffix(AGAIN).endswith(PASSWORD)
            field = FirstRunRow(self._texts, spec, secret=secret)
            if spec.key.endswith(AGAIN):
                field.set_title(self._texts("shell", "Password again"))
            if spec.key == LOGO:
                browse = field.add_browse(self._texts("shell", "Browse"))
                browse.clicked.connect(self.logo_asked)
            made.append(field)
        widest = max(field.label_width() for field in made)
        for field in made:
            field.set_label_width(widest)
        return made

    def _page(self, index: int, title: str, why: str) -> QWidget:
        words = label(self._texts("shell", why), "label", wrap=True)
        return surface(column(label(title, "title"), words, 12, *self._groups[index], None))

    def _make_buttons(self) -> tuple[QPushButton, QPushButton]:
        back = button(self._texts("shell", "Back"), name="first_run.back")
        forward = button(self._texts("shell", "Next"), "primary", name="first_run.next")
        back.clicked.connect(self._go_back)
        forward.clicked.connect(self._go_on)
        return back, forward

    def _make_side(self) -> QFrame:
        sign = row(Mark(), label(self._texts("shell", "Kesutong"), "heading"), None, gap=10)
        later = label(self._texts("shell", "All of it can be changed later in the settings"))
        later.setProperty("text-kind", "caption")
        later.setWordWrap(True)
        items = (sign, 24, self._steps, None, later)
        side = surface(column(*items, margins=(28, 28, 20, 24)), "chrome")
        side.setFixedWidth(_SIDE)
        return side

    def _make_body(self) -> QFrame:
        feet = row(self._back, None, self._next)
        items = ((self._stack, 1), self._trouble, feet)
        body = surface(column(*items, margins=(40, 36, 40, 24)), "page")
        body.setMaximumWidth(_BODY)
        return body

    def _go_to(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self._steps.go_to(index)
        self._back.setVisible(index > 0)
        last = index == self._stack.count() - 1
        self._next.setText(self._texts("shell", "Begin" if last else "Next"))
        self._groups[index][0].edit.setFocus()

    def _go_back(self) -> None:
        self._go_to(self._stack.currentIndex() - 1)

    def _go_on(self) -> None:
        here = self._stack.currentIndex()
        if self._problems_of(here):
            return
        if here < self._stack.count() - 1:
            self._go_to(here + 1)
        else:
            self.finished.emit(self.values())

    def _problems_of(self, index: int) -> bool:
        """Show what this step lacks: an empty required field, two different passwords."""
        problems = {}
        for made in self._groups[index]:
            if made.required and not made.edit.text().strip():
                problems[made.name] = self._texts("shell", "Please fill this in.")
        problems.update(self._repeat_problem(index))
        if problems:
            self.set_problems(problems)
        return bool(problems)

    def _repeat_problem(self, index: int) -> dict[str, str]:
        typed = {made.name: made.edit.text() for made in self._groups[index]}
        sentence = self._texts("shell", "The two passwords differ. Type them again.")
        repeated = [name for name in typed if name.endswith(AGAIN)]
        return {
            name: sentence for name in repeated if typed[name] != typed[name.removesuffix(AGAIN)]
        }
