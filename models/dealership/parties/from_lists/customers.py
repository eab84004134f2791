"""Customers of a list: found again by credit code, or by telephone and name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.dealership.parties import rules
from models.dealership.parties.fields import CUSTOMER_FIELDS
from models.dealership.parties.tables import Customer
from models.kernel.db import alive
from models.kernel.errors import Invalid
from models.kernel.search import normalised
from resources.texts import Message

from .rows import Taken, Told, Values, added, changed, differing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from models.kernel.command import Work


class KnownCustomers:
    """The customers that some rows may mean."""

    def __init__(self, branch_id: int) -> None:
        """Know nobody of a branch yet."""
        self._branch_id = branch_id
        self.forget()

    def forget(self) -> None:
        """Know nobody again: what was read may be old."""
        self._rows: dict[int, Customer] = {}
        self._by_code: dict[str, Customer] = {}
        self._by_phone: dict[str, dict[int, Customer]] = {}
        self._by_name: dict[str, Customer] = {}

    def read(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Read the customers that these rows may mean."""
        told = list(rows)
        codes = {row["credit_code"] for row in told if row.get("credit_code")}
        phones = {row["phone"] for row in told if row.get("phone")}
        names = {row["name"] for row in told if row.get("name") and not row.get("phone")}
        silent = (Customer.phone == "") & (Customer.phone2 == "")
        self._read(Customer.credit_code.in_(codes), bool(codes))
        self._read(Customer.phone.in_(phones), bool(phones))
        self._read(Customer.phone2.in_(phones), bool(phones))
        self._read(Customer.name.in_(names) & silent, bool(names))

    def _read(self, condition: Any, wanted: bool) -> None:
        if wanted:
            here = Customer.branch_id == self._branch_id
            for row in Customer.select().where(here, condition, alive(Customer)):
                self.add(row)

    def add(self, row: Customer) -> None:
        """Find a customer from now on; one and the same row stands for it."""
        row = self._rows.setdefault(row.id, row)
        if row.credit_code:
            self._by_code.setdefault(row.credit_code, row)
        for phone in {row.phone, row.phone2} - {""}:
            self._by_phone.setdefault(phone, {}).setdefault(row.id, row)
        if row.name and not row.phone and not row.phone2:
            self._by_name.setdefault(row.name, row)

    def find(self, told: Mapping[str, Any]) -> Customer | None:
        """Return the customer a row means; refuse a telephone of several without a name."""
        code, phone, name = (told.get(key, "") for key in ("credit_code", "phone", "name"))
        if code and code in self._by_code:
            return self._by_code[code]
        if not phone:
            return self._by_name.get(name)
        same = [row for row in self._by_phone.get(phone, {}).values() if _same_name(row, name)]
        exact = [row for row in same if row.name and normalised(row.name) == normalised(name)]
        if not name and len(same) > 1:
            raise Invalid({"parties.customer.name": _several(phone)})
        return next(iter(exact or same), None)


def _same_name(row: Customer, name: str) -> bool:
    return not name or not row.name or normalised(row.name) == normalised(name)


def _several(phone: str) -> Message:
    return Message(
        "parties",
        "Several customers have the telephone {phone}. Give the name as well.",
        phone=phone,
    )


def add_customer(work: Work, told: Values) -> Customer:
    """Store a new customer."""
    columns = {**rules.customer_columns(told), "kind": rules.customer_kind(told)}
    row: Customer = work.insert(Customer, **columns)
    return row


class CustomerRows:
    """Takes customers in; a cell that is empty leaves what is stored."""

    def __init__(self, branch_id: int) -> None:
        """Begin a list of a branch."""
        self._known = KnownCustomers(branch_id)
        self._told = Told(CUSTOMER_FIELDS)

    def read(self, rows: Sequence[Values]) -> None:
        """Read what the store knows about these rows."""
        self._known.read(rows)

    def forget(self) -> None:
        """Forget what was read."""
        self._known.forget()

    def take(self, work: Work, number: int, told: Values) -> Taken:
        """Add the customer of one row, or change what it tells otherwise."""
        row = self._known.find(told)
        if row is None:
            told |= _sound(told, told, work.now)
            row = add_customer(work, told)
            self._known.add(row)
            self._told.note(row, number, told)
            return added()
        if row.phone2 and told.get("phone") == row.phone2:
            told = {key: value for key, value in told.items() if key != "phone"}
        whole = {spec.key: told.get(spec.key, getattr(row, spec.key)) for spec in CUSTOMER_FIELDS}
        told |= _sound(whole, told, work.now)
        self._told.refuse_other(row, told)
        new = differing(row, told)
        work.change(row, rules.customer_columns(new))
        self._known.add(row)
        self._told.note(row, number, told)
        return changed(CUSTOMER_FIELDS, new)


def _sound(whole: Values, told: Values, now: int) -> Values:
    found = rules.require_sound_customer(whole, now)
    return found if "id_no" in told else {}
