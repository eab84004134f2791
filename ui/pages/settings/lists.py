"""Settings of the lists: channels, kinds, departments; add, rename, retire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QComboBox

from models.dealership.office import lists
from models.dealership.office.fields import ADD_CODE_FIELDS
from models.kernel import codes
from ui.forms.rows_model import Column, Look
from ui.forms.rows_table import RowsTable
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.layout import row

from .section import ROOM, Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.pages.labels import Labels
    from ui.shell.context import AppContext

_LABEL = tuple(spec for spec in ADD_CODE_FIELDS if spec.key == "label")
_CHOOSER = 220


class ListsSection(Section):
    """``settings.list`` chooses a list; ``office.code.add`` and others change it."""

    name: ClassVar[str] = "lists"
    title: ClassVar[str] = "Lists"
    caption: ClassVar[str] = "A retired value is offered no more; cases that have it keep it."
    permission: ClassVar[str] = "settings.manage"

    def __init__(self, ctx: AppContext, labels: Labels) -> None:
        """Lay the chooser and the values out."""
        super().__init__(ctx, labels)
        t = self.t
        self._chooser = QComboBox()
        self._chooser.setObjectName("settings.list")
        self._chooser.setAccessibleName(t(ROOM, "List"))
        self._chooser.setMinimumWidth(_CHOOSER)
        for list_name in lists.CHANGEABLE:
            self._chooser.addItem(t(ROOM, f"list {list_name}"), list_name)
        self._chooser.currentIndexChanged.connect(self._show_values)
        columns = (
            Column("word", t(ROOM, "Value"), stretch=True),
            Column("above", t(ROOM, "Belongs to")),
            Column("stands", t(ROOM, "State"), look=_look),
        )
        self.rows = RowsTable("office.code", columns, t, empty="", add=t(ROOM, "Add a value"))
        self.rows.add_wanted.connect(self.add)
        self.rows.edit_wanted.connect(self.rename)
        self.rows.remove_wanted.connect(self.retire)
        self.rows.chosen.connect(self._follow)
        self._retire = button(t(ROOM, "Retire"), "danger", name="settings.retire")
        self._restore = button(t(ROOM, "Offer again"), "small", name="settings.restore_code")
        self._retire.clicked.connect(lambda: self.retire(self.rows.chosen_row()))
        self._restore.clicked.connect(self.restore)
        chooser = row(label(t(ROOM, "List"), "label"), self._chooser, None)
        self.lay_out(Card().add(chooser, self.rows, row(self._retire, self._restore, None)))

    def load(self) -> None:
        """Read the values of the chosen list anew."""
        self._show_values()

    def add(self) -> None:
        """Ask for a new value."""
        title, named = self.t(ROOM, "Add a value"), {"list_name": self._list(), "parent": ""}
        chosen = self.rows.chosen_row()
        if chosen is not None:
            named["parent"] = str(chosen["parent"])
        self._ask(title, lists.add_code, named, "")

    def rename(self, chosen: Mapping[str, Any]) -> None:
        """Ask for another name of a value."""
        named = {"list_name": self._list(), "code": str(chosen["code"])}
        self._ask(self.t(ROOM, "Rename"), lists.rename_code, named, str(chosen["word"]))

    def retire(self, chosen: Mapping[str, Any] | None) -> None:
        """Offer a value no more."""
        if chosen is not None and chosen["active"]:
            self._run(lists.retire_code, str(chosen["code"]))

    def restore(self) -> None:
        """Offer the chosen value again."""
        chosen = self.rows.chosen_row()
        if chosen is not None:
            self._run(lists.restore_code, str(chosen["code"]))

    def _ask(self, title: str, command: Any, named: Mapping[str, str], word: str) -> None:
        done = self.ask(title, _LABEL, (("label",),), command, stored={"label": word}, named=named)
        if done:
            self.load()

    def _run(self, command: Any, code: str) -> None:
        if self.run(command, {"list_name": self._list(), "code": code}):
            self.load()

    def _list(self) -> str:
        return str(self._chooser.currentData())

    def _show_values(self) -> None:
        found = codes.values(self.ctx.actor.branch_id, self._list(), with_inactive=True)
        words = {one.code: self._word(one) for one in found}
        self.rows.set_rows(
            [
                one._asdict()
                | {
                    "word": words[one.code],
                    "above": words.get(one.parent, ""),
                    "stands": self.t(ROOM, "offered" if one.active else "retired"),
                }
                for one in found
            ]
        )
        self.rows.set_editable(self.may())
        self.rows.buttons[-1].hide()
        self._follow(self.rows.chosen_row())

    def _word(self, one: codes.CodeValue) -> str:
        return self.t("codes", one.label) if one.built_in else one.label

    def _follow(self, chosen: Mapping[str, Any] | None) -> None:
        active = chosen["active"] if chosen and self.may() else None
        self._retire.setVisible(active is True)
        self._restore.setVisible(active is False)


def _look(one: Mapping[str, Any]) -> Look:
    return Look("checkmark_circle", "ok") if one["active"] else Look("dismiss_circle", "text3")
