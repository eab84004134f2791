"""Settings of the time limits: first response, plan, closing and silence by level."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from models.dealership.office.fields import LIMIT_FIELDS
from models.dealership.office.limits import LevelLimits, limits_by_level, set_limits
from ui.forms.rows_model import Column
from ui.forms.rows_table import RowsTable
from ui.widgets.card import Card

from .section import ROOM, Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.pages.labels import Labels
    from ui.shell.context import AppContext

_SPECS = tuple(spec for spec in LIMIT_FIELDS if spec.key != "level")
_LAYOUT = (("first_response", "silence_hours"), ("plan_days", "close_days"), ("working",))


class LimitsSection(Section):
    """``office.limit.{table,edit}``."""

    name: ClassVar[str] = "limits"
    title: ClassVar[str] = "Time limits"
    caption: ClassVar[str] = "A change holds for new complaints; clocks that run keep theirs."
    permission: ClassVar[str] = "settings.manage"

    def __init__(self, ctx: AppContext, labels: Labels) -> None:
        """Lay the list of levels out."""
        super().__init__(ctx, labels)
        t = self.t
        columns = (
            Column("word", t(ROOM, "Level"), stretch=True),
            Column("first", t(ROOM, "First response"), right=True),
            Column("plan", t(ROOM, "Plan"), right=True),
            Column("close", t(ROOM, "Closing"), right=True),
            Column("silence", t(ROOM, "Longest silence"), right=True),
            Column("time", t(ROOM, "Counts in")),
        )
        self.rows = RowsTable("office.limit", columns, t, empty="")
        self.rows.edit_wanted.connect(self.change)
        self.lay_out(Card().add(self.rows))

    def load(self) -> None:
        """Read the limits anew; only changing them is offered."""
        found = limits_by_level(self.ctx.actor.branch_id)
        self.rows.set_rows([self._shown(one) for one in found])
        self.rows.set_editable(self.may())
        self.rows.offer_only_edit()

    def change(self, chosen: Mapping[str, Any]) -> None:
        """Ask for other limits of a level."""
        done = self.ask(
            str(chosen["word"]),
            _SPECS,
            _LAYOUT,
            set_limits,
            stored={spec.key: chosen[spec.key] for spec in _SPECS},
            named={"level": chosen["level"]},
        )
        if done:
            self.load()

    def _shown(self, one: LevelLimits) -> dict[str, Any]:
        t = self.t

        def days(count: int) -> str:
            return t("widgets", "{days} d", days=count) if count else "—"

        return one._asdict() | {
            "word": self.labels.code("level", one.level),
            "first": t("widgets", "{minutes} min", minutes=one.first_response),
            "plan": days(one.plan_days),
            "close": days(one.close_days),
            "silence": t("widgets", "{hours} h", hours=one.silence_hours),
            "time": t(ROOM, "working time" if one.working else "all hours"),
        }
