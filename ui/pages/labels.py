"""Words for codes, people, money and times as the screen shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.dealership.access.queries import people
from models.kernel import codes
from models.kernel.fields.plate import show_plate
from models.kernel.money import yuan_text
from models.kernel.zone import local_time

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.forms.choices import Option
    from ui.shell.context import AppContext


class Labels:
    """Reads lists and people once; also what the editors of forms offer (``Choices``)."""

    def __init__(self, ctx: AppContext) -> None:
        """Read the lists of the actor's branch."""
        self._ctx = ctx
        self._labels = codes.labels(ctx.actor.branch_id)
        self._people = people(ctx.actor.branch_id, with_inactive=True)
        self._names = {person.login: person.name for person in self._people}

    def code(self, list_name: str, code: str) -> str:
        """Return the words of a code; an unknown code shows as it is."""
        value = self._labels.get((list_name, code))
        if value is None:
            return code
        return self._ctx.texts("codes", value.label) if value.built_in else value.label

    def codes(self, list_name: str, joined: str) -> str:
        """Return the words of several codes joined by commas."""
        return "、".join(self.code(list_name, code) for code in joined.split(",") if code)

    def choices(self, list_name: str) -> Sequence[Option]:
        """Return the active codes of a list with their words."""
        found = [(key, value) for key, value in self._labels.items() if key[0] == list_name]
        return [(key[1], self.code(*key)) for key, value in found if value.active]

    def parents(self, list_name: str) -> Mapping[str, str]:
        """Return the class of each code of a list that is a tree."""
        found = [(key[1], v.parent) for key, v in self._labels.items() if key[0] == list_name]
        return {code: parent for code, parent in found if parent}

    def people(self) -> Sequence[Option]:
        """Return the logins of active people with their names."""
        return [(person.login, person.name) for person in self._people if person.active]

    def departments(self) -> Sequence[Option]:
        """Return the departments with their names."""
        return self.choices("department")

    def person(self, login: str) -> str:
        """Return the name behind a login."""
        return self._names.get(login, login)

    def moment(self, moment: int | None) -> str:
        """Return a time as the clerk says it: today 17:00, 11-18 09:12, with the year if past."""
        if moment is None:
            return "—"
        at = local_time(moment)
        now = local_time(self._ctx.actor.clock())
        days = (now.date() - at.date()).days
        if days == 0:
            return self._ctx.texts("pages", "today {time}", time=f"{at:%H:%M}")
        if days == 1:
            return self._ctx.texts("pages", "yesterday {time}", time=f"{at:%H:%M}")
        return f"{at:%m-%d %H:%M}" if at.year == now.year else f"{at:%Y-%m-%d %H:%M}"

    def money(self, fen: int | None) -> str:
        """Return an amount with its sign, or a dash."""
        return "—" if fen is None else f"¥ {yuan_text(fen)}"

    def plate(self, plate_no: str) -> str:
        """Return a plate as it is read."""
        return show_plate(plate_no) if plate_no else ""
