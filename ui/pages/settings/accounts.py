"""Settings of the accounts: who works here, in which role; passwords, closing and opening."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from models.dealership.access import commands, queries
from models.dealership.access.fields import ACCOUNT_FIELDS, CHANGE_FIELDS, PASSWORD_FIELDS
from ui.forms.rows_model import Column, Look
from ui.forms.rows_table import RowsTable
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.layout import row

from .section import ROOM, Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.pages.labels import Labels
    from ui.shell.context import AppContext

_PERSON = tuple(spec for spec in CHANGE_FIELDS if spec.key != "login")
_PASSWORD = tuple(spec for spec in PASSWORD_FIELDS if spec.key != "login")
_PERSON_LAYOUT = (("name",), ("role",), ("department",), ("title", "phone"))
_ADD_LAYOUT = (("login", "name"), *_PERSON_LAYOUT[1:], ("password",), ("must_change",))
_PASSWORD_LAYOUT = (("password",), ("must_change",))


class AccountsSection(Section):
    """``access.account.{add,edit}`` and ``settings.{password,deactivate,activate}``."""

    name: ClassVar[str] = "accounts"
    title: ClassVar[str] = "Accounts"
    caption: ClassVar[str] = "Everybody works under their own name: the history shows who did what."
    permission: ClassVar[str] = "account.manage"

    def __init__(self, ctx: AppContext, labels: Labels) -> None:
        """Lay the list of accounts out."""
        super().__init__(ctx, labels)
        t = self.t
        columns = (
            Column("login", t("access", "Login")),
            Column("name", t("access", "Name")),
            Column("role_name", t("access", "Role")),
            Column("place", t("access", "Department"), stretch=True),
            Column("stands", t(ROOM, "State"), look=_look),
        )
        self.rows = RowsTable("access.account", columns, t, empty="", add=t(ROOM, "Add an account"))
        self.rows.add_wanted.connect(self.add)
        self.rows.edit_wanted.connect(self.change)
        self.rows.remove_wanted.connect(self.close_account)
        self.rows.chosen.connect(self._follow)
        self._password = button(t(ROOM, "Give a new password"), "small", name="settings.password")
        self._close = button(t(ROOM, "Close the account"), "danger", name="settings.deactivate")
        self._open = button(t(ROOM, "Open the account again"), "small", name="settings.activate")
        self._password.clicked.connect(self.give_password)
        self._close.clicked.connect(lambda: self.close_account(self.rows.chosen_row()))
        self._open.clicked.connect(self.open_account)
        card = Card().add(self.rows, row(self._password, self._open, self._close, None))
        self.rows.buttons[-1].hide()
        self.lay_out(card)

    def load(self) -> None:
        """Read the accounts anew."""
        self.rows.set_rows([self._shown(one) for one in queries.accounts(self._branch)])
        self.rows.set_editable(self.may())
        self.rows.buttons[-1].hide()
        self._follow(self.rows.chosen_row())

    def add(self) -> None:
        """Ask for a new account."""
        stored = {"must_change": True}
        title = self.t(ROOM, "Add an account")
        self._then_load(
            self.ask(title, ACCOUNT_FIELDS, _ADD_LAYOUT, commands.add_account, stored=stored)
        )

    def change(self, chosen: Mapping[str, Any]) -> None:
        """Ask for other values of an account."""
        named = {"login": chosen["login"], "version": chosen["version"]}
        stored = {spec.key: chosen[spec.key] for spec in _PERSON}
        self._then_load(
            self.ask(
                str(chosen["login"]),
                _PERSON,
                _PERSON_LAYOUT,
                commands.change_account,
                stored=stored,
                named=named,
            )
        )

    def give_password(self) -> None:
        """Ask for a new password of the chosen account."""
        chosen = self.rows.chosen_row()
        if chosen is not None:
            self.ask(
                self.t(ROOM, "New password of {name}", name=chosen["name"]),
                _PASSWORD,
                _PASSWORD_LAYOUT,
                commands.set_password,
                stored={"must_change": True},
                named={"login": chosen["login"]},
            )

    def close_account(self, chosen: Mapping[str, Any] | None) -> None:
        """Close the chosen account after a question."""
        if chosen is None:
            return
        question = self.t(ROOM, "{name} can no longer log in. Go on?", name=chosen["name"])
        if self.ctx.ask.confirm(question, self.t(ROOM, "Close the account"), danger=True):
            self._then_load(self.run(commands.deactivate, {"login": chosen["login"]}))

    def open_account(self) -> None:
        """Open the chosen account again."""
        chosen = self.rows.chosen_row()
        if chosen is not None:
            self._then_load(self.run(commands.activate, {"login": chosen["login"]}))

    @property
    def _branch(self) -> int:
        return self.ctx.actor.branch_id

    def _then_load(self, done: bool) -> None:
        if done:
            self.load()

    def _shown(self, one: queries.AccountView) -> dict[str, Any]:
        t = self.t
        if not one.active:
            stands = t(ROOM, "closed")
        elif one.locked_until > self.ctx.actor.clock():
            stands = t(ROOM, "paused after wrong passwords")
        else:
            stands = t(ROOM, "has to choose a password") if one.must_change else t(ROOM, "open")
        return one._asdict() | {
            "role_name": t("access", f"role {one.role}"),
            "place": "  ".join(
                filter(None, (self.labels.code("department", one.department), one.title))
            ),
            "stands": stands,
        }

    def _follow(self, chosen: Mapping[str, Any] | None) -> None:
        active = chosen["active"] if chosen and self.may() else None
        self._password.setVisible(active is True)
        self._close.setVisible(active is True)
        self._open.setVisible(active is False)


def _look(one: Mapping[str, Any]) -> Look:
    return Look("checkmark_circle", "ok") if one["active"] else Look("dismiss_circle", "text3")
