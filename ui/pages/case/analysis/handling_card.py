"""Handling alone or handing over, reporting, explaining, ordering an apology: who did it when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from models.kernel.db import FAR_FUTURE
from models.stages.analysis import commands, fields, queries
from ui.pages.case.asking import ask_values
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.layout import column, row

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from PySide6.QtWidgets import QLabel, QPushButton

    from models.kernel.fields import FieldSpec
    from ui.forms.layout import Cell
    from ui.pages.case.desk import CaseDesk

_BUTTON = 160


class Act(NamedTuple):
    """One thing to do: its button, what it asks for, and how what was done is said."""

    name: str
    text: str
    command: Callable[..., Any]
    specs: tuple[FieldSpec, ...]
    layout: tuple[tuple[Cell, ...], ...]
    editable_in: Collection[str]
    told: Callable[[CaseDesk, Mapping[str, Any]], str]


class HandlingCard(Card):
    """``analysis.{judge_handling,report,explain,order_apology}`` ask in a dialog."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make the card for the case on ``desk``."""
        super().__init__(desk.t("pages", "Who handles it, who knows of it"))
        self._desk = desk
        self._lines: list[tuple[Act, QPushButton, QLabel]] = []
        lines = column(gap=4)
        for act in _ACTS:
            made = button(desk.t("pages", act.text), "small", name=act.name)
            made.setFixedWidth(_BUTTON)
            made.clicked.connect(lambda _on=False, act=act: self.ask(act))
            told = label("", "label", name=f"{act.name}.told", wrap=True)
            lines.addLayout(row(made, (told, 1)))
            self._lines.append((act, made, told))
        self.add(lines)

    def load(self) -> None:
        """Read anew what was done."""
        finding = queries.finding(self._desk.head.id)
        for act, made, told in self._lines:
            locked = self._desk.locked(act.editable_in, "case.analyse")
            made.setEnabled(not locked)
            made.setToolTip(locked)
            done = act.told(self._desk, finding) if finding else ""
            told.setText(done or self._desk.t("pages", "Not yet"))

    def ask(self, act: Act) -> None:
        """Ask for the values of an act and do it."""
        desk = self._desk
        ask_values(
            desk,
            self,
            desk.t("pages", act.text),
            act.specs,
            act.layout,
            act.command,
            stored=self._usual(),
        )

    def _usual(self) -> dict[str, Any]:
        department = self._desk.head.department
        return {"handling": "self", "explained_way": "phone", "department": department}


def _handling(desk: CaseDesk, found: Mapping[str, Any]) -> str:
    if not found["handling"]:
        return ""
    words = [desk.labels.code("handling", found["handling"])]
    if found["transfer_department"]:
        words.append(desk.labels.code("department", found["transfer_department"]))
        words.append(found["transfer_reason"])
    at = _moment(desk, found["handling_at"])
    return "  ".join((*words, desk.labels.person(found["handling_by"]), at))


def _report(desk: CaseDesk, found: Mapping[str, Any]) -> str:
    if not found["leader"]:
        return ""
    who, at = desk.labels.person(found["leader"]), _moment(desk, found["reported_at"])
    return desk.t("pages", "{who}, {when}: {text}", who=who, when=at, text=found["report_text"])


def _explanation(desk: CaseDesk, found: Mapping[str, Any]) -> str:
    if not found["explained_text"]:
        return ""
    who, at = desk.labels.person(found["explained_by"]), _moment(desk, found["explained_at"])
    text = found["explained_text"]
    return desk.t("pages", "{who}, {when}: {text}", who=who, when=at, text=text)


def _apology(desk: CaseDesk, _found: Mapping[str, Any]) -> str:
    return desk.t("pages", "Becomes a task; it says nothing about liability.")


def _moment(desk: CaseDesk, moment: int | None) -> str:
    return "" if moment in (None, FAR_FUTURE) else desk.labels.moment(moment)


_ACTS = (
    Act(
        "analysis.judge_handling",
        "Who handles it",
        commands.judge_handling,
        fields.HANDLING_FIELDS,
        (("handling",), ("transfer_department",), ("transfer_reason",)),
        fields.JUDGED_IN,
        _handling,
    ),
    Act(
        "analysis.report",
        "Report to a leader",
        commands.report_to_leader,
        fields.REPORT_FIELDS,
        (("leader", "reported_at"), ("report_text",)),
        fields.JUDGED_IN,
        _report,
    ),
    Act(
        "analysis.explain",
        "Explain to the customer",
        commands.explain_to_customer,
        fields.EXPLAIN_FIELDS,
        (
            ("explained_text",),
            ("explained_way", "explained_at"),
            ("explained_by",),
            ("explained_mood",),
        ),
        fields.EDITABLE_IN,
        _explanation,
    ),
    Act(
        "analysis.order_apology",
        "Order an apology",
        commands.order_apology,
        fields.APOLOGY_FIELDS,
        (("employee", "department"), ("order",), ("accompanied_by", "due_at")),
        fields.EDITABLE_IN,
        _apology,
    ),
)
