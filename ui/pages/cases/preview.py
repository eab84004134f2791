"""The chosen complaint at the right of the list: who, what, clocks, demands, last contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from models.casework.case.demands import demands
from models.casework.case.queries import contacts
from models.casework.case.rules import rank
from models.kernel.fields.phone import mask_phone
from ui.pages.case.clocks import clock_of, due_of
from ui.widgets.badge import LevelBadge, StateBadge, Tag
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.clock import ListClock
from ui.widgets.label import ElidedLabel, label
from ui.widgets.layout import column, row, rule, surface

from .columns import next_due, number_of, state_of

if TYPE_CHECKING:
    from models.casework.case.queries import CaseHead
    from ui.pages.labels import Labels
    from ui.shell.context import AppContext

_DEMANDS, _CONTACTS, _LABEL = 5, 3, 72


class CasePreview(Card):
    """``open_wanted`` and ``contact_wanted`` carry the number of the case that is shown."""

    open_wanted = Signal(str)
    contact_wanted = Signal(str)

    def __init__(self, ctx: AppContext, labels: Labels) -> None:
        """Make the pane without a case."""
        super().__init__(margins=(16, 14, 8, 14), gap=10)
        self._ctx, self._t, self._labels = ctx, ctx.texts, labels
        self._case_no = ""
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._open = button(self._t("cases", "Open  Enter"), "primary", name="cases.open")
        self._contact = button(
            self._t("cases", "Record contact"), name="cases.contact", icon="call"
        )
        self._open.clicked.connect(lambda: self.open_wanted.emit(self._case_no))
        self._contact.clicked.connect(lambda: self.contact_wanted.emit(self._case_no))
        buttons = row((self._open, 1), self._contact, margins=(0, 0, 8, 0))
        self.add(self._area, factor=1).add(buttons)
        self.show_case(None)

    def show_case(self, head: CaseHead | None) -> None:
        """Show a case; None asks to choose one."""
        self._case_no = head.case_no if head else ""
        self._open.setEnabled(head is not None)
        self._contact.setVisible(head is None or head.state != "DRAFT")
        self._contact.setEnabled(head is not None and self._ctx.actor.may("complaint.edit"))
        if head is None:
            words = label(
                self._t("cases", "Choose a complaint to see it here."), "label", wrap=True
            )
            items: list[Any] = [words]
        else:
            items = [
                self._title(head),
                self._badges(head),
                *self._facts(head),
                rule(),
                self._clocks(head),
                *self._demands(head),
                *self._contacts(head),
            ]
        body = surface(column(*items, None, margins=(0, 0, 8, 0), gap=8))
        self._area.setWidget(body)

    def _title(self, head: CaseHead) -> QWidget:
        name = label(head.customer_name or self._t("pages", "Unnamed"), "heading", wrap=True)
        name.setObjectName("cases.preview.customer")
        items: list[Any] = [(name, 1)]
        if head.key_customer:
            items.append(Tag(self._t("pages", "Key customer"), icon="star"))
        return surface(row(*items))

    def _badges(self, head: CaseHead) -> QWidget:
        badges: list[Any] = [
            LevelBadge(self._t, rank(head.level)),
            StateBadge(*state_of(self._t, head)),
        ]
        if head.hold:
            badges.append(Tag(self._labels.code("hold", head.hold), "warn"))
        return surface(row(*badges, None))

    def _facts(self, head: CaseHead) -> list[QWidget]:
        facts = (
            ("Number", number_of(self._t, head)),
            ("Subject", head.subject),
            ("Phone", mask_phone(head.phone) if head.phone else "—"),
            ("Received", self._labels.moment(head.received_at)),
            ("Responsible", self._labels.person(head.owner) if head.owner else "—"),
        )
        shown = [_fact(self._t("cases", title), value) for title, value in facts]
        return [*shown, self._car(head)]

    def _car(self, head: CaseHead) -> QWidget:
        caption = label(self._t("cases", "Car"), "caption")
        caption.setFixedWidth(_LABEL)
        words = "  ".join(filter(None, (self._labels.plate(head.plate_no), head.model)))
        return surface(row(caption, (ElidedLabel(words or "—", halt=True), 1)))

    def _clocks(self, head: CaseHead) -> QWidget:
        now = self._ctx.actor.clock()
        shown = (
            ("First response", due_of(head, "first_response")),
            ("Next limit", next_due(head)),
            ("Closing", due_of(head, "close")),
        )
        cells = [
            column(
                label(self._t("cases", title), "caption"),
                row(ListClock(clock_of(self._t, due, now)), None),
                gap=2,
            )
            for title, due in shown
        ]
        return surface(row(*((cell, 1) for cell in cells)))

    def _demands(self, head: CaseHead) -> list[QWidget]:
        found = demands(head.id)
        if not found:
            return []
        lines = [_money_line(self._labels, demand) for demand in found[:_DEMANDS]]
        if len(found) > _DEMANDS:
            lines.append(self._t("cases", "and {count} more", count=len(found) - _DEMANDS))
        words = [label(line, wrap=True) for line in lines]
        title = label(self._t("cases", "Demands"), "strong")
        return [rule(), surface(column(title, *words, gap=4))]

    def _contacts(self, head: CaseHead) -> list[QWidget]:
        found = contacts(head.id)[:_CONTACTS]
        if not found:
            return []
        title = label(self._t("cases", "Last contacts"), "strong")
        lines = [_fact(self._labels.moment(one["at"]), one["summary"], 92) for one in found]
        return [rule(), surface(column(title, *lines, gap=6))]


def _fact(title: str, value: str, width: int = _LABEL) -> QWidget:
    caption: QLabel = label(title, "caption", align=Qt.AlignmentFlag.AlignTop)
    caption.setFixedWidth(width)
    text = label(_short(value), wrap=True, align=Qt.AlignmentFlag.AlignTop, selectable=True)
    text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return surface(row(caption, (text, 1)))


def _money_line(labels: Labels, demand: dict[str, Any]) -> str:
    kind = labels.code("demand_kind", demand["kind"])
    amount = f"  {labels.money(demand['amount'])}" if demand["amount"] is not None else ""
    return f"{demand['no']}  {_short(demand['text'] or kind)}{amount}"


def _short(text: str, longest: int = 90) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest]}…"
