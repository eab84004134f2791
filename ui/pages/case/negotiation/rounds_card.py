"""The rounds of the talks: a line each, the whole of the chosen one below, and a new one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.kernel.fields import Kind
from models.stages.negotiation.commands import add_round
from models.stages.negotiation.fields import OFFERED_IN, ROUND_FIELDS
from models.stages.negotiation.queries import options, rounds
from ui.forms.choosing import MOODS
from ui.pages.case.asking import CaseChoices, ask_values
from ui.widgets.badge import TagLook
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.layout import column, surface
from ui.widgets.painted_rows import LOOK_ROLE

from .option_looks import option_choices
from .rounds_list import RoundLook, RoundsList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.pages.case.desk import CaseDesk

_FILLED_IN = ("at", "by")
_SPECS = tuple(
    replace(spec, kind=Kind.CHOICE, codes="option", minimum=None)
    if spec.key == "option_no"
    else replace(spec, note="" if spec.key in _FILLED_IN else spec.note)
    for spec in ROUND_FIELDS
)
_LAYOUT = (
    (("way", 4), ("at", 5)),
    (("with_whom", 4), ("place", 5)),
    ("option_no",),
    ("words",),
    ("mood",),
    ("reaction",),
    ("proposal", "demand_changes"),
    ("persuasion",),
    ("result",),
    (("next_step", 4), ("next_at", 5)),
    ("by",),
)
_RESULT_HUES = {
    "accepted": "ok",
    "open": "warn",
    "rejected": "danger",
    "persuasion_failed": "danger",
}
_MOOD_HUES = ("ok", "quiet", "quiet", "warn", "danger")
_TOLD = ("proposal", "demand_changes", "persuasion", "next_step")


class RoundsCard(Card):
    """Names: ``negotiation.round.{table,add,empty,detail}``; what was said is never changed."""

    def __init__(self, desk: CaseDesk, offered: Callable[[], int]) -> None:
        """Make an empty card; ``offered`` tells which option is likely to be talked about."""
        t = desk.t
        super().__init__(t("negotiation", "Rounds"))
        self._desk, self._offered = desk, offered
        self._rows: dict[int, Mapping[str, Any]] = {}
        self._add = self.add_link(
            t("negotiation", "Record a round"), name="negotiation.round.add", icon="add"
        )
        self.link_clicked.connect(self.add_one)
        self._list = RoundsList("negotiation.round.table")
        self._list.setAccessibleName(t("negotiation", "Rounds"))
        self._list.selectionModel().currentChanged.connect(self._follow)
        self._empty = label(
            t("negotiation", "No round yet. Record each talk with the customer here."),
            "caption",
            name="negotiation.round.empty",
            wrap=True,
        )
        self._detail = label("", name="negotiation.round.detail", wrap=True, selectable=True)
        self._ground = surface(column(self._detail, margins=(12, 8, 12, 8)), "sunken")
        self._reason = label("", "caption", name="negotiation.round.reason", wrap=True)
        self.add(self._list, self._ground, self._empty, self._reason)

    def load(self) -> None:
        """Read the rounds anew, the newest first."""
        found = list(reversed(rounds(self._desk.head.id)))
        self._rows = {row["no"]: row for row in found}
        self._list.setVisible(bool(found))
        self._list.show_rounds([self._look(row) for row in found])
        self._empty.setVisible(not found)
        locked = self._desk.locked(OFFERED_IN, "case.negotiate")
        self._add.setVisible(not locked)
        self._reason.setText(locked)
        self._reason.setVisible(bool(locked))
        self._follow()

    def add_one(self) -> None:
        """Record a talk; it is a contact with the customer, too."""
        desk = self._desk
        known = {
            "at": desk.now,
            "by": desk.ctx.actor.login,
            "way": "phone",
            "with_whom": desk.head.customer_name,
            "option_no": str(self._offered() or ""),
        }
        ask_values(
            desk,
            self,
            desk.t("negotiation", "Record a round"),
            _SPECS,
            _LAYOUT,
            add_round,
            stored=known,
            choices=CaseChoices(desk, option=option_choices(desk)),
        )

    def _look(self, row: Mapping[str, Any]) -> RoundLook:
        t, labels = self._desk.t, self._desk.labels
        mood = row["mood"]
        moods = TagLook(t("forms", MOODS[mood - 1]), _MOOD_HUES[mood - 1]) if mood else TagLook("")
        result = TagLook(labels.code("round_result", row["result"]), _RESULT_HUES[row["result"]])
        return RoundLook(
            row["no"],
            t("negotiation", "Round {no}", no=row["no"]),
            f"{labels.moment(row['at'])}  {labels.code('contact_way', row['way'])}",
            " ".join(row["words"].split()),
            (moods, result),
        )

    def _follow(self) -> None:
        found = self._list.currentIndex().data(LOOK_ROLE)
        row = self._rows.get(found.no) if found is not None else None
        self._ground.setVisible(row is not None)
        if row is not None:
            self._detail.setText("\n".join(self._told(row)))

    def _told(self, row: Mapping[str, Any]) -> list[str]:
        """Return everything that was recorded of a round, a line each."""
        t, labels = self._desk.t, self._desk.labels
        titles = {o["no"]: o["title"] for o in options(self._desk.head.id)}
        specs = {spec.key: t(spec.room, spec.label) for spec in ROUND_FIELDS}
        values = {
            "words": row["words"],
            "option_no": titles.get(row["option_no"], ""),
            "reaction": labels.code("reaction", row["reaction"]) if row["reaction"] else "",
            **{key: row[key] for key in _TOLD},
            "place": row["place"],
            "with_whom": row["with_whom"],
            "by": labels.person(row["by"]),
            "next_at": labels.moment(row["next_at"]) if row["next_at"] else "",
        }
        return [f"{specs[key]}：{value}" for key, value in values.items() if value]
