"""What tests of stage panels share: a panel on the screen, and dialogs that fill themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton, QWidget

from ui.forms.row_dialog import RowDialog
from ui.pages.case.desk import CaseDesk

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from models.casework.case.tables import Case
    from ui.pages.case.stage_panel import StagePanel
    from ui.shell.context import AppContext


def shown(qtbot: QtBot, ctx: AppContext, panel: type[StagePanel], case: Case) -> StagePanel:
    """Return a panel of a case on the screen; it follows what commands change."""
    desk = CaseDesk(ctx)
    desk.open(case.id)
    made = panel(desk)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.load()

    def follow(_changes: object) -> None:
        desk.open(case.id)
        made.load()

    made.follow = follow  # type: ignore[attr-defined]
    ctx.events.data_changed.connect(follow)
    return made


def part(panel: QWidget, name: str, kind: type[Any] = QWidget) -> Any:
    """Return the part of this objectName."""
    found = panel.findChild(kind, name)
    assert found is not None, f"no {name}"
    return found


def press(panel: QWidget, name: str) -> None:
    """Press a button that can be seen and pressed."""
    found = part(panel, name, QPushButton)
    assert found.isVisibleTo(panel), f"{name} is hidden"
    assert found.isEnabled(), f"{name} is disabled"
    found.click()


def words(panel: QWidget, name: str) -> list[list[str]]:
    """Return the cells of a list as they are read."""
    model = part(panel, f"{name}.table").model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


class Typist:
    """Fills the next dialogs; keeps what each refused."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.values: dict[str, object] = {}
        self.found: dict[str, object] = {}
        self.problems: dict[str, str] = {}

        def filled(dialog: RowDialog) -> int:
            return self._fill(dialog)

        monkeypatch.setattr(RowDialog, "exec", filled)

    def types(self, **values: object) -> None:
        """Type these values into the next dialog."""
        self.values = values

    def _fill(self, dialog: RowDialog) -> int:
        self.found = dialog.form.values()
        for key, value in self.values.items():
            dialog.form.editor(key).set_value(value)
        dialog.save()
        rows = (dialog.form.editor(key) for key in dialog.form.keys)
        self.problems = {row.spec.name: row.problem for row in rows if row.problem}
        return dialog.result()
