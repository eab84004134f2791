"""Settings of authority: what each role may grant in one case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from models.dealership.access import commands, queries
from models.dealership.access.fields import AUTHORITY_FIELDS
from models.dealership.access.roles import permissions_of
from ui.forms.rows_model import Column
from ui.forms.rows_table import RowsTable
from ui.widgets.card import Card

from .section import ROOM, Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.pages.labels import Labels
    from ui.shell.context import AppContext

_LIMIT = tuple(spec for spec in AUTHORITY_FIELDS if spec.key == "limit_fen")


class AuthoritySection(Section):
    """``access.authority.{table,edit}``."""

    name: ClassVar[str] = "authority"
    title: ClassVar[str] = "Authority limits"
    caption: ClassVar[str] = (
        "What a role may grant in one case; earlier grants to the customer are counted in."
    )
    permission: ClassVar[str] = "account.manage"

    def __init__(self, ctx: AppContext, labels: Labels) -> None:
        """Lay the list of roles out."""
        super().__init__(ctx, labels)
        t = self.t
        columns = (
            Column("role_name", t("access", "Role"), stretch=True),
            Column("amount", t(ROOM, "Limit in one case"), right=True),
            Column("decides", t(ROOM, "Approves others")),
        )
        self.rows = RowsTable("access.authority", columns, t, empty="")
        self.rows.edit_wanted.connect(self.change)
        self.lay_out(Card().add(self.rows))

    def load(self) -> None:
        """Read the limits anew; only changing them is offered."""
        found = queries.limits(self.ctx.actor.branch_id)
        self.rows.set_rows([self._shown(one) for one in found])
        self.rows.set_editable(self.may())
        self.rows.offer_only_edit()

    def change(self, chosen: Mapping[str, Any]) -> None:
        """Ask for another limit."""
        done = self.ask(
            str(chosen["role_name"]),
            _LIMIT,
            (("limit_fen",),),
            commands.change_authority,
            stored={"limit_fen": chosen["limit_fen"]},
            named={"role": chosen["role"], "version": chosen["version"] or None},
        )
        if done:
            self.load()

    def _shown(self, one: queries.Limit) -> dict[str, Any]:
        yes = "approval.decide" in permissions_of(one.role)
        return one._asdict() | {
            "role_name": self.t("access", f"role {one.role}"),
            "amount": self.labels.money(one.limit_fen),
            "decides": self.t("forms", "Yes") if yes else "",
        }
