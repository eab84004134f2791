"""What becomes of the rows of a list: counts, columns nobody knows, the rows to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from models.dealership.parties.from_lists.rows import ADDED, CHANGED, SAME
from models.outlook.exchange.importing import REFUSED
from models.outlook.exchange.report import said
from ui.forms.rows_model import Column, Look
from ui.forms.rows_table import RowsTable
from ui.widgets.label import label
from ui.widgets.layout import column, row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.outlook.exchange.importing import Imported, RowOutcome
    from resources.texts import Texts

ROOM = "settings"
_MOST = 100
_COUNTS = (
    (ADDED, "New"),
    (CHANGED, "Updated"),
    (SAME, "Unchanged"),
    (REFUSED, "Refused"),
)


class ImportResult(QWidget):
    """``import.count.*`` are the figures, ``import.problem`` the first rows to look at."""

    def __init__(self, texts: Texts) -> None:
        """Show nothing yet."""
        super().__init__()
        self._t = texts
        self._figures = {
            fate: label("", "figure", name=f"import.count.{fate}") for fate, _ in _COUNTS
        }
        figures = [
            column(self._figures[fate], label(texts(ROOM, word), "caption"), gap=0)
            for fate, word in _COUNTS
        ]
        self._unknown = label("", "label", name="import.unknown", wrap=True)
        columns = (
            Column("row", texts(ROOM, "Row"), right=True),
            Column("result", texts(ROOM, "Result"), look=_look),
            Column("reason", texts(ROOM, "Reason"), stretch=True),
        )
        self.rows = RowsTable(
            "import.problem", columns, texts, empty=texts(ROOM, "Every row is fine.")
        )
        self.rows.set_editable(False)
        self._more = label("", "caption", name="import.more", wrap=True)
        self.setLayout(column(row(*figures, None, gap=32), self._unknown, self.rows, self._more))

    def show_result(self, imported: Imported) -> None:
        """Show what became of a list, or would become of it."""
        for fate, figure in self._figures.items():
            figure.setText(f"{imported.count(fate):,}")
        names = "、".join(imported.unknown)
        self._unknown.setText(
            self._t(ROOM, "These columns were passed over: {names}", names=names) if names else ""
        )
        self._unknown.setVisible(bool(names))
        troubled = [one for one in imported.outcomes if one.sentences]
        troubled.sort(key=lambda one: one.fate != REFUSED)
        self.rows.set_rows([self._line(one) for one in troubled[:_MOST]])
        left = len(troubled) - _MOST
        self._more.setText(
            self._t(ROOM, "and {count:,} more rows; the report has them all", count=left)
        )
        self._more.setVisible(left > 0)

    def _line(self, one: RowOutcome) -> dict[str, object]:
        result, reason = said(one, self._t)
        return {"row": one.row.number, "result": result, "reason": reason, "fate": one.fate}


def _look(one: Mapping[str, object]) -> Look:
    refused = one["fate"] == REFUSED
    return Look("dismiss_circle", "danger") if refused else Look("warning", "warn")
