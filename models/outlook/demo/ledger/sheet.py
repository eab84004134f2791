"""The rows of one case while its history is reckoned."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from models.casework.case.tables import Case, CaseLink, Contact, Demand, DemandVersion, Due, Task
from models.kernel.db import FAR_FUTURE

if TYPE_CHECKING:
    from models.kernel.db import Record
    from models.outlook.demo.history import History

    from .world import World

Row = dict[str, Any]


@cache
def blank(table: type[Record]) -> Row:
    """Return a row of ``table`` by column, each with its default, as nobody filled it yet."""
    found: Row = {}
    for field in table._meta.sorted_fields:
        default = field.default
        found[field.column_name] = None if callable(default) else default
    return found


class Sheet:
    """One case: its rows by table, and the state it is in."""

    def __init__(self, world: World, history: History) -> None:
        """Begin with nothing but the number that the case will have in the store."""
        self.world, self.history = world, history
        self.rows: dict[type[Record], list[Row]] = {}
        self.case: Row = {}
        self.id = world.draw_id(Case)

    def add(self, table: type[Record], by: str, at: int, values: Row) -> Row:
        """Add a row of the case with the next number of its table."""
        row = blank(table).copy()
        own = self.rows.setdefault(table, [])
        row["branch_id"] = self.world.branch_id
        row["created_at"], row["created_by"] = at, by
        row["case_id"] = self.id
        if "no" in row:
            row["no"] = len(own) + 1
        row.update(values)
        own.append(row)
        return row

    def alone(self, table: type[Record], by: str, at: int, values: Row) -> Row:
        """Add a row that belongs to no case: a customer, a vehicle."""
        row = blank(table).copy()
        row["branch_id"] = self.world.branch_id
        row["created_at"], row["created_by"] = at, by
        row["id"] = self.world.draw_id(table)
        row.update(values)
        self.rows.setdefault(table, []).append(row)
        return row

    def of(self, table: type[Record]) -> list[Row]:
        """Return the rows of a table in their order."""
        return self.rows.get(table, [])

    def row(self, table: type[Record], no: int) -> Row:
        """Return a row by its number."""
        return self.rows[table][no - 1]

    @property
    def demands(self) -> list[Row]:
        """The demands of the case."""
        return self.of(Demand)

    def meet(self, kind: str, at: int) -> None:
        """Stop the running clocks of a kind."""
        for due in self.of(Due):
            if due["kind"] == kind and due["met_at"] == FAR_FUTURE:
                due["met_at"] = at
        self.refresh()

    def refresh(self) -> None:
        """Keep on the case when the next of its running clocks runs out."""
        running = [
            due["due_at"]
            for due in self.of(Due)
            if due["met_at"] == FAR_FUTURE and due["paused_at"] == FAR_FUTURE
        ]
        self.case["next_due_at"] = min(running, default=FAR_FUTURE)

    def end(self, at: int) -> None:
        """Stop every clock: the case has ended."""
        for due in self.of(Due):
            if due["met_at"] == FAR_FUTURE:
                due["met_at"] = at
        self.case["closed_at"], self.case["next_due_at"] = at, FAR_FUTURE

    def state_demand(self, by: str, at: int, told: Row) -> None:
        """Add a demand and keep its first version."""
        demand = self.add(Demand, by, at, told)
        version = {key: demand[key] for key in ("kind", "text", "amount", "deadline", "reason")}
        self.add(DemandVersion, by, at, version | {"demand_no": demand["no"], "stated_at": at})

    def contact(self, by: str, at: int, told: Row) -> Row:
        """Log a contact; a customer who was reached has heard from us."""
        row = self.add(Contact, by, at, {"at": at, "handler": by} | told)
        if row["reached"]:
            self._heard(by, at, row)
        return row

    def _heard(self, by: str, at: int, row: Row) -> None:
        case, known = self.case, self.case["last_contact_at"]
        if known == FAR_FUTURE or row["at"] > known:
            case["last_contact_at"] = row["at"]
        if row["purpose"] != "report" and case["first_response_at"] == FAR_FUTURE:
            case["first_response_at"] = row["at"]
            self.meet("first_response", row["at"])
        if row["purpose"] in _MEETS:
            self.meet(_MEETS[row["purpose"]], row["at"])
        if row["promised_at"] is not None:
            promise = {"kind": "answer", "started_at": at, "due_at": row["promised_at"]}
            self.add(Due, by, at, promise | {"working": False})
            self.refresh()

    def task(self, by: str, at: int, told: Row) -> Row:
        """Give a department something to do."""
        return self.add(Task, by, at, told)

    def link(self, case_id: int, no: int, by: str, at: int, told: Row) -> None:
        """Add one side of a link between two cases."""
        self.add(CaseLink, by, at, told | {"case_id": case_id, "no": no})


_MEETS = {"answer": "answer", "offer": "plan"}
