"""The three guarantees: what each rule comes to and why; a person confirms it or sets it aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from models.stages.analysis.fields import EDITABLE_IN
from models.stages.analysis.sanbao import commands, queries
from models.stages.analysis.sanbao.fields import CAR_FIELDS, DECISION_FIELDS, DEMAND_FIELDS
from models.stages.analysis.sanbao.verdicts import (
    FACT_MISSING,
    MET,
    NEAR,
    NOT_MET,
    OUT_OF_SCOPE,
    VERDICT_TEXTS,
    by_weight,
)
from ui.forms.rows_model import Column, Look
from ui.pages.case.analysis.sanbao_words import about_car, about_rule
from ui.pages.case.asking import ask_values
from ui.pages.case.list_card import ListCard, ListPart, Verb
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.label import label

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from models.kernel.fields import FieldSpec
    from models.stages.analysis.sanbao.queries import CaseOpinion
    from models.stages.analysis.sanbao.verdicts import RuleOpinion
    from ui.pages.case.desk import CaseDesk

NAME = "analysis.sanbao_rule"
_REASON = DECISION_FIELDS[2:]
_LOOKS = {
    MET: Look("checkmark_circle", "accent_text"),
    NEAR: Look("clock", "warn"),
    FACT_MISSING: Look("question_circle", "accent_text"),
    NOT_MET: Look("", "text2"),
    OUT_OF_SCOPE: Look("", "text3"),
}
_CAR_LAYOUT = (
    ("invoice_date", "delivery_date"),
    ("use_kind",),
    ("odometer_km", "purchase_price"),
    ("coefficient_n",),
    ("repair_years", "repair_km"),
    ("sanbao_years", "sanbao_km"),
    ("has_invoice", "has_certificate"),
    ("exchanged_on",),
    ("resold",),
)
_DEMAND_LAYOUT = (("made_on", "received_on"), ("answered_on", "completed_on"), ("accepted_on",))


class SanbaoCard(ListCard):
    """``analysis.sanbao_rule.{confirmed,set_aside}``; ``analysis.sanbao_{car,demand}.edit``.

    ``facts_changed`` tells that something of the vehicle is new, which belongs to no one case.
    """

    facts_changed = Signal()

    def __init__(self, desk: CaseDesk) -> None:
        """Make the card for the case on ``desk``."""
        super().__init__(desk, _part(desk, lambda _case_id: _rows(desk, self._found)))
        self._found: CaseOpinion | None = None
        self._doubts = Banner("warn", name=f"{NAME}.doubts")
        self._periods = label("", "caption", name=f"{NAME}.periods", wrap=True)
        self._told = label("", "label", name=f"{NAME}.told", wrap=True)
        car = self._asks("analysis.sanbao_car.edit", "Invoice and certificate", self._ask_car)
        asked = "Exchange or return demanded"
        self._car_buttons = [
            car,
            self._asks("analysis.sanbao_demand.edit", asked, self._ask_demand),
        ]
        self.add(self._told, self._periods, self._doubts)
        self.rows.chosen.connect(self._tell)

    def load(self) -> None:
        """Judge the rules anew."""
        desk, t = self._desk, self._desk.t
        self._found = queries.opinion_of(desk.head.id, desk.now)
        super().load()
        states = (EDITABLE_IN, commands.DEMANDED_IN)
        for made, open_in in zip(self._car_buttons, states, strict=True):
            locked = desk.locked(open_in, commands.PERMISSION)
            made.setEnabled(self._found is not None and not locked)
            made.setToolTip(locked)
        opinion = self._found.opinion if self._found else None
        count = len(opinion.suspected) if opinion else 0
        self.set_caption(t("pages", "{count} suspected, to be confirmed by a person", count=count))
        self._periods.setText("\n".join(about_car(desk, opinion)) if opinion else "")
        doubts = [t.say(one) for one in opinion.warnings] if opinion else []
        self._doubts.say("warn", "\n".join(doubts))
        self._tell(self.rows.chosen_row())

    def take(self, verb: Verb) -> None:
        """Ask for the reason of the decision on the chosen rule."""
        chosen = self.rows.chosen_row()
        if chosen is None:
            return
        named = {"rule": chosen["rule"], "decision": verb.name.rpartition(".")[2]}
        stored = {"reason": chosen["reason_given"]}
        ask_values(
            self._desk,
            self,
            f"{verb.text}  {chosen['title']}",
            _REASON,
            (("reason",),),
            commands.decide,
            stored=stored,
            named=named,
        )

    def _asks(self, name: str, text: str, ask: Callable[[], None]) -> Any:
        made = button(self._desk.t("pages", text), "small", name=name)
        made.clicked.connect(ask)
        self.add_to_head(made)
        return made

    def _ask_car(self) -> None:
        stored = queries.car(self._desk.head.id)
        self._ask_for("Invoice and certificate", CAR_FIELDS, _CAR_LAYOUT, commands.save_car, stored)

    def _ask_demand(self) -> None:
        stored = queries.demand(self._desk.head.id)
        self._ask_for(
            "Exchange or return demanded",
            DEMAND_FIELDS,
            _DEMAND_LAYOUT,
            commands.save_demand,
            stored,
        )

    def _ask_for(
        self,
        title: str,
        specs: tuple[FieldSpec, ...],
        layout: Sequence[Sequence[str]],
        command: Callable[..., Any],
        stored: Mapping[str, Any],
    ) -> None:
        version = {"version": stored["version"]} if "version" in stored else {}
        if ask_values(
            self._desk,
            self,
            self._desk.t("pages", title),
            specs,
            layout,
            command,
            stored=stored,
            named=version,
        ):
            self.facts_changed.emit()

    def _tell(self, chosen: Mapping[str, Any] | None) -> None:
        words = about_rule(self._desk, chosen["line"], chosen["decision_row"]) if chosen else []
        self._told.setText("\n".join(words))
        self._told.setVisible(bool(words))


def _part(desk: CaseDesk, read: Callable[[int], list[dict[str, Any]]]) -> ListPart:
    t = desk.t
    decide: Collection[tuple[str, str]] = (("confirmed", "Confirm"), ("set_aside", "Set aside"))
    return ListPart(
        name=NAME,
        heading=t("pages", "Three guarantees"),
        columns=(
            Column("article", t("pages", "Article")),
            Column("title", t("pages", "Duty"), stretch=True),
            Column("verdict_text", t("pages", "Verdict"), look=_look),
            Column("orders", t("pages", "Evidence")),
            Column("decision", t("pages", "Decided")),
        ),
        specs=DECISION_FIELDS,
        layout=(("reason",),),
        read=read,
        empty=t(
            "pages", "The case has no vehicle yet. Enter plate or VIN in the registration first."
        ),
        editable_in=EDITABLE_IN,
        permission=commands.PERMISSION,
        verbs=tuple(
            Verb(f"{NAME}.{name}", t("pages", text), commands.decide, _REASON, (("reason",),))
            for name, text in decide
        ),
        waits=lambda row: row["verdict"] in {MET, NEAR} and not row["decision"],
    )


def _look(row: Mapping[str, Any]) -> Look:
    """Mark what the seller would have to take back as grave."""
    if row["verdict"] == MET and row["line"].rule.by_seller:
        return Look("warning", "danger")
    return _LOOKS[row["verdict"]]


def _rows(desk: CaseDesk, found: CaseOpinion | None) -> list[dict[str, Any]]:
    """Return the rules, those that are met first."""
    if found is None:
        return []
    lines = by_weight(found.opinion.rules)
    return [_row(desk, line, found.decisions.get(line.rule.id, {})) for line in lines]


def _row(desk: CaseDesk, line: RuleOpinion, decision: Mapping[str, Any]) -> dict[str, Any]:
    t = desk.t
    return {
        "line": line,
        "decision_row": decision,
        "rule": line.rule.id,
        "article": line.rule.article,
        "title": t.say(line.rule.title),
        "verdict": line.verdict,
        "verdict_text": t.say(VERDICT_TEXTS[line.verdict]),
        "orders": "、".join(line.orders),
        "decision": desk.labels.code("sanbao_decision", decision.get("decision", "")),
        "reason_given": decision.get("reason", ""),
    }
