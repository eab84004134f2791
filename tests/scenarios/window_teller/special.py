"""Lines whose place in the window is made by hand: registration, options, rounds, decisions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from .hands import choose_row, fill, pick, press, seen
from .trouble import CannotBeDone

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from .clerk import Clerk

_NUMBER = re.compile(r"intake\.demand\.(\d+)\.text")


class Told(NamedTuple):
    """What a line says: its values by key, and the objectName of the field of each key."""

    values: dict[str, Any]
    fields: dict[str, str]

    @property
    def named(self) -> dict[str, Any]:
        """The values by the objectName of their field."""
        return {self.fields[key]: value for key, value in self.values.items()}


def register(clerk: Clerk, told: Told) -> None:
    """Fill in the form of a new complaint, a line for each demand, and register it."""
    demands = told.values.pop("demands", ())
    press(clerk.frame, "shell.new_complaint")
    page = clerk.page
    for name, value in told.named.items():
        fill(page, name, value)
    for place, demand in enumerate(demands):
        if place:
            press(page, "intake.demand.add")
        line = max(int(number) for number in _lines(page))
        for key, value in demand.items():
            fill(page, f"intake.demand.{line}.{key}", value)
    press(page, "intake.register")


def _lines(page: QWidget) -> list[str]:
    names = [edit.objectName() for edit in page.findChildren(QLineEdit) if edit.isVisible()]
    return [found[1] for found in map(_NUMBER.fullmatch, names) if found]


def add_contact(clerk: Clerk, told: Told) -> None:
    """Log a call by its button, any other contact by the button of the list."""
    panel = clerk.find("case.contact.add", "implementation.contact")
    calls = {"in": "case.contact.incoming", "out": "case.contact.outgoing"}
    by_phone = told.values["way"] == "phone"
    call = calls[told.values.get("direction", "out")] if by_phone else ""
    names = (call, "case.contact.add", "implementation.contact")
    clerk.expect(told.named, fresh=True)
    press(panel, next(name for name in names if name and seen(panel, name)))


def add_evidence(clerk: Clerk, told: Told) -> None:
    """Add a file by the file dialog, a part or paper by the button of the list."""
    path = told.values.pop("path", "")
    clerk.ask.chosen = [path]
    adds = "evidence.file.add" if path else "evidence.item.add"
    panel = clerk.find(adds)
    clerk.expect(told.named, fresh=True)
    press(panel, adds)


def attach_scan(clerk: Clerk, told: Told) -> None:
    """Attach the signed scan to a printed paper."""
    clerk.ask.chosen = [told.values["file"]]
    panel = clerk.find("documents.paper.table")
    choose_row(panel, "documents.paper", told.values["paper_version"])
    press(panel, "documents.paper.attach_scan")


def on_option(verb: str) -> Callable[[Clerk, Told], None]:
    """Return what chooses the card of an option and presses one of the verbs."""

    def take(clerk: Clerk, told: Told) -> None:
        card = f"negotiation.option.{told.values.pop('no')}"
        panel = clerk.find(card)
        QTest.mouseClick(seen(panel, card), Qt.MouseButton.LeftButton)
        clerk.expect(told.named)
        press(panel, f"negotiation.option.{verb}")

    return take


def decide(clerk: Clerk, told: Told) -> None:
    """Decide what waits for me, or record what was decided elsewhere."""
    no = told.values.pop("no")
    verb = "approval.record" if told.values.get("decided_by") else "approval.decide"
    panel = clerk.find("approval.table")
    choose_row(panel, "approval", no)
    clerk.expect(told.named)
    press(panel, verb)


def follow_up(clerk: Clerk, told: Told) -> None:
    """Record a call of the follow-up with the answer to each demand."""
    no, demands = told.values.pop("no"), told.values.pop("demands", ())
    panel = clerk.find("followup.record")
    choose_row(panel, "followup.round", no)
    for name, value in told.named.items():
        fill(panel, name, value)
    for answer in demands:
        fill(panel, f"followup.demand.{answer['demand']}.satisfied", answer["satisfied"])
    press(panel, "followup.record")


def step(clerk: Clerk, name: str, told: Told) -> None:
    """Take a step of the case: the next one, or another one from its menu."""
    clerk.expect(told.named)
    if not pick(clerk.page, f"case.next_step.{name}"):
        press(clerk.page, "case.next_step")


def menu(clerk: Clerk, entry: str) -> None:
    """Choose an entry of the menu of the case."""
    if not pick(clerk.page, f"case.more.{entry}"):
        raise CannotBeDone(f"the menu of the case has no {entry} for {clerk.who()}")


SPECIAL: dict[str, Callable[[Clerk, Told], None]] = {
    "intake.register_complaint": register,
    "case.add_contact": add_contact,
    "evidence.add": add_evidence,
    "documents.attach_scan": attach_scan,
    "negotiation.change_option": on_option("edit"),
    "negotiation.drop_option": on_option("drop"),
    "negotiation.remove_option": on_option("remove"),
    "negotiation.ask_approval": on_option("ask_approval"),
    "approval.decide": decide,
    "followup.record": follow_up,
}
