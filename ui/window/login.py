"""The log-in: who, the password, one button; it tells what was typed, shows what was wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QWidget

from ui.shell.theme import restyle
from ui.widgets.button import button
from ui.widgets.label import Glyph, label
from ui.widgets.layout import column, row, surface
from ui.widgets.problem import ProblemLabel

from .mark import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from resources.texts import Texts

_WIDTH = 380


class LoginView(QWidget):
    """``entered`` carries log-in name and password; the links ask for help."""

    entered = Signal(str, str)
    forgotten = Signal()
    place_asked = Signal()

    def __init__(self, texts: Texts, people: Sequence[tuple[str, str]], branch: str = "") -> None:
        """Offer ``people`` as (login, name and duty); another log-in name can be typed."""
        super().__init__()
        self._texts = texts
        self.setObjectName("page.login")
        self.setProperty("surface", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name = self._make_name(people)
        self._password = self._make_password()
        self._problem = ProblemLabel("login.problem")
        self._enter = button(texts("shell", "Log in"), "primary", name="login.enter")
        self._enter.clicked.connect(self.enter)
        self._foot = label("", "caption")
        middle = row(None, self._make_form(branch), None)
        foot = row(None, Glyph("cloud_off", "text3", 16), self._foot, None, gap=6)
        self.setLayout(column(None, middle, None, foot, margins=(20, 20, 20, 16)))
        self.set_foot("")

    def _make_name(self, people: Sequence[tuple[str, str]]) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName("login.name")
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.setAccessibleName(self._texts("shell", "Name"))
        for login, words in people:
            combo.addItem(words, login)
        combo.lineEdit().returnPressed.connect(self._to_password)
        return combo

    def _make_password(self) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName("login.password")
        edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.setAccessibleName(self._texts("shell", "Password"))
        edit.returnPressed.connect(self.enter)
        edit.textEdited.connect(self._calm)
        return edit

    def _make_form(self, branch: str) -> QFrame:
        texts = self._texts
        titles = column(label(texts("shell", "Kesutong"), "title"), label(branch, "caption"), gap=0)
        links = row(self._link("Forgot the password"), None, self._link("Change the data folder"))
        links.itemAt(0).widget().clicked.connect(self.forgotten)
        links.itemAt(2).widget().clicked.connect(self.place_asked)
        items = (
            row(Mark(40), titles, None, gap=14),
            12,
            label(texts("shell", "Name"), "label"),
            self._name,
            4,
            label(texts("shell", "Password"), "label"),
            self._password,
            self._problem,
            8,
            self._enter,
            links,
        )
        form = surface(column(*items, margins=(32, 28, 32, 20), gap=5), "card")
        form.setFixedWidth(_WIDTH)
        return form

    def _link(self, title: str) -> QWidget:
        name = "login." + ("forgotten" if title.startswith("Forgot") else "place")
        return button(self._texts("shell", title), "link", name=name, place="flush")

    def login(self) -> str:
        """Return the log-in name that is meant: of the chosen person, or as typed."""
        typed = self._name.currentText().strip()
        index = self._name.findText(typed, Qt.MatchFlag.MatchFixedString)
        return self._name.itemData(index) if index >= 0 else typed

    def choose(self, login: str) -> None:
        """Choose the person who logged in here last."""
        index = self._name.findData(login)
        if index >= 0:
            self._name.setCurrentIndex(index)
        else:
            self._name.setEditText(login)

    def enter(self) -> None:
        """Tell what was typed."""
        self._calm()
        self.entered.emit(self.login(), self._password.text())

    def set_problem(self, sentence: str) -> None:
        """Say why it did not work and mark the password to be typed again."""
        self._problem.set_sentence(sentence)
        self._password.setProperty("state", "problem" if sentence else "ok")
        restyle(self._password)
        if sentence:
            self._password.setFocus()
            self._password.selectAll()

    def set_busy(self, busy: bool) -> None:
        """Hold the button while the password is checked."""
        self._enter.setEnabled(not busy)

    def set_foot(self, facts: str) -> None:
        """Say facts below the form, such as the last backup and the version."""
        here = self._texts("shell", "Works offline, the data stays on this computer")
        self._foot.setText("    ".join(filter(None, (here, facts))))

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor where typing begins."""
        super().showEvent(event)
        (self._password if self._name.currentText() else self._name).setFocus()

    def _to_password(self) -> None:
        self._password.setFocus()

    def _calm(self) -> None:
        self.set_problem("")
