"""The planned rounds of follow-up and every try to reach the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from models.stages.followup import queries
from ui.forms.rows_model import Column, Look
from ui.forms.rows_table import RowsTable
from ui.widgets.button import button
from ui.widgets.card import Card

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.pages.case.desk import CaseDesk

_LOOKS = {
    "due": Look("clock", "accent_text"),
    "done": Look("checkmark_circle", "ok"),
    "failed": Look("dismiss_circle", "warn"),
    "dropped": Look("", "text3"),
}
_LATE = Look("error_circle", "danger")


class RoundsCard(Card):
    """``chosen`` carries the number of the round that is chosen, 0 for none."""

    chosen = Signal(int)

    def __init__(self, desk: CaseDesk) -> None:
        """Make the card for the case on ``desk``."""
        super().__init__(desk.t("pages", "Rounds of follow-up"))
        self._desk = desk
        empty = desk.t("pages", "The rounds are planned when everything is carried out.")
        self.rounds = RowsTable("followup.round", self._columns(), desk.t, empty=empty)
        self.rounds.set_editable(False)
        self.rounds.chosen.connect(self._follow)
        self._print = button(
            desk.t("pages", "Print the record"), "small", name="followup.print", icon="print"
        )
        self._print.clicked.connect(self.print_record)
        self.add_to_head(self._print)
        self.add(self.rounds)

    def load(self) -> None:
        """Read the rounds anew; the one that is due is chosen."""
        found = queries.rounds(self._desk.head.id)
        due = queries.due_round(self._desk.head.id)
        self.rounds.set_rows([self._shown(row) for row in found])
        if self.rounds.chosen_row() is None and due is not None:
            self.rounds.choose([row["no"] for row in found].index(due["no"]))
        self._follow(self.rounds.chosen_row())

    def print_record(self) -> None:
        """Print the record of the chosen round."""
        from ui.pages.printing import open_print

        chosen: Mapping[str, Any] | None = self.rounds.chosen_row()
        if chosen is not None:
            open_print(self._desk, "follow_up_record", self, ordinal=chosen["no"])

    def _follow(self, chosen: Mapping[str, Any] | None) -> None:
        may = self._desk.ctx.actor.may("follow_up.record")
        self._print.setVisible(may and bool(chosen and chosen["attempts"]))
        self.chosen.emit(chosen["no"] if chosen else 0)

    def _columns(self) -> tuple[Column, ...]:
        t = self._desk.t
        return (
            Column("named", t("pages", "Round")),
            Column("by", t("pages", "Due")),
            Column("stands", t("pages", "State"), look=self._look),
            Column("tries", t("pages", "Tries"), right=True),
            Column("pleased", t("followup", "Satisfaction")),
            Column("said", t("followup", "What the customer said"), stretch=True),
        )

    def _look(self, row: Mapping[str, Any]) -> Look:
        late = row["state"] == "due" and row["due_at"] < self._desk.now
        return _LATE if late else _LOOKS[str(row["state"])]

    def _shown(self, row: dict[str, Any]) -> dict[str, Any]:
        t, labels = self._desk.t, self._desk.labels
        reached: dict[str, Any] = next((a for a in row["attempts"] if a["reached"]), {})
        score = reached.get("satisfaction")
        return row | {
            "named": t("pages", "Round {no}", no=row["no"]),
            "by": labels.moment(row["due_at"]),
            "stands": t("followup", f"round {row['state']}"),
            "tries": len(row["attempts"]),
            "pleased": t("pages", "{score} of 5", score=score) if score else "—",
            "said": " ".join(reached.get("words", "").split()),
        }


class AttemptsCard(Card):
    """Every try, newest first: when, who, how and with what result."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make the card for the case on ``desk``."""
        super().__init__(desk.t("pages", "Calls so far"))
        self._desk = desk
        t = desk.t
        columns = (
            Column("named", t("pages", "Round")),
            Column("when", t("followup", "When")),
            Column("who", t("pages", "Who asked")),
            Column("how", t("followup", "Way")),
            Column("result", t("pages", "Result"), look=_result_look),
            Column("score", t("followup", "Would recommend us")),
            Column("again", t("followup", "Would buy here again")),
            Column("words", t("followup", "What the customer said"), stretch=True),
        )
        self.table = RowsTable("followup.attempt", columns, t, empty="")
        self.table.set_editable(False)
        self.add(self.table)

    def load(self) -> None:
        """Read the tries anew; without one the card is gone."""
        rounds = queries.rounds(self._desk.head.id)
        tries = [self._shown(row["no"], one) for row in rounds for one in row["attempts"]]
        tries.sort(key=lambda one: int(one["at"]), reverse=True)
        self.table.set_rows(tries)
        self.setVisible(bool(tries))

    def _shown(self, round_no: int, one: dict[str, Any]) -> dict[str, Any]:
        t, labels = self._desk.t, self._desk.labels
        score = one["recommend"]
        return one | {
            "named": t("pages", "Round {no}", no=round_no),
            "when": labels.moment(one["at"]),
            "who": labels.person(one["by"]),
            "how": labels.code("contact_way", one["way"]),
            "result": t("followup", "Customer reached" if one["reached"] else "Nobody reached"),
            "score": "—" if score is None else str(score),
            "again": labels.code("repurchase", one["repurchase"]) or "—",
            "words": " ".join(one["words"].split()),
        }


def _result_look(row: Mapping[str, Any]) -> Look:
    return Look("checkmark_circle", "ok") if row["reached"] else Look("dismiss_circle", "text3")
