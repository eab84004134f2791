"""Who the customer is: contact facts, what makes the customer weigh, and the verb to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from models.dealership.parties.commands import add_customer, change_customer, reveal_customer
from models.dealership.parties.fields import CUSTOMER_FIELDS
from models.kernel.fields.identity import mask_identity
from models.kernel.fields.phone import mask_phone
from ui.shell.perform import perform
from ui.widgets.badge import Tag
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.layout import column, empty_layout, row, surface

from .desk import ROOM

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from models.dealership.parties.queries import CustomerView

    from .desk import CustomerDesk

LAYOUT = (
    ("name", "kind"),
    ("phone", "phone2"),
    ("gender", "contact_person"),
    ("id_kind", "id_no"),
    ("credit_code", "email"),
    ("address",),
    ("home_dealer", "wants_to_buy"),
    ("key_customer", "key_reason"),
    ("note",),
)
_CODES = {"kind": "customer_kind", "gender": "gender", "id_kind": "id_kind"}
_SHOWN = (
    *("phone", "phone2", "contact_person", "gender", "id_no", "credit_code", "address", "email"),
    *("home_dealer", "wants_to_buy", "key_reason", "note"),
)
_MASKED = {"phone": mask_phone, "phone2": mask_phone, "id_no": mask_identity}
_SPECS = {spec.key: spec for spec in CUSTOMER_FIELDS}
_CAPTION = 108


class FactsCard(Card):
    """``customers.{edit,reveal,link}`` change the customer and show what is hidden."""

    def __init__(self, desk: CustomerDesk) -> None:
        """Make the card without a customer."""
        super().__init__()
        self._desk, t = desk, desk.t
        self._revealed = 0
        self._name = label("", "heading", name="customers.name", wrap=True)
        self._key = Tag(t("pages", "Key customer"), icon="star", name="customers.key_customer")
        self._kind = Tag("", name="customers.kind")
        self._reveal = button(t("pages", "Show"), "small", name="customers.reveal")
        self._edit = button(t(ROOM, "Change"), "small", name="customers.edit")
        self._reveal.clicked.connect(self.reveal)
        self._edit.clicked.connect(self.edit)
        self._facts = column(gap=4)
        head = row((self._name, 1), self._kind, self._key, self._reveal, self._edit)
        self.add(head, self._facts)

    def load(self) -> None:
        """Show the customer of the desk; without one the card is away."""
        known = self._desk.file.customer if self._desk.file else None
        self.setVisible(known is not None)
        empty_layout(self._facts)
        if known is None:
            return
        t, labels = self._desk.t, self._desk.labels
        self._name.setText(known.name or t("pages", "Unnamed"))
        self._kind.set_look(self._kind.look._replace(text=labels.code("customer_kind", known.kind)))
        self._key.setVisible(known.key_customer)
        self._show_facts(known)
        hidden = any(getattr(known, key) for key in _MASKED) and self._revealed != known.id
        self._reveal.setVisible(hidden and self._desk.ctx.actor.may("personal.reveal"))
        self._edit.setVisible(self._desk.may_edit())

    def _show_facts(self, known: CustomerView) -> None:
        told = [(key, self._words(known, key)) for key in _SHOWN]
        lines = [self._fact(key, words) for key, words in told if words]
        for first, second in zip(lines[::2], [*lines[1::2], None], strict=False):
            self._facts.addWidget(surface(row((first, 1), (second or label(""), 1), gap=16)))

    def _words(self, known: CustomerView, key: str) -> str:
        value = getattr(known, key)
        if key in _CODES:
            return self._desk.labels.code(_CODES[key], value) if value else ""
        if key in _MASKED and value and self._revealed != known.id:
            return str(_MASKED[key](value))
        return "" if value in (None, "") else str(value)

    def _fact(self, key: str, words: str) -> QWidget:
        caption = label(self._desk.t("parties", _SPECS[key].label), "caption")
        caption.setFixedWidth(_CAPTION)
        value = label(words, name=f"customers.fact.{key}", wrap=True)
        return surface(row(caption, (value, 1)))

    def reveal(self) -> None:
        """Show what is hidden, note who looked, put the telephone into the clipboard."""
        known = self._desk.file.customer if self._desk.file else None
        if known is None:
            return
        if perform(self._desk.ctx, reveal_customer, values={"id": known.id}) is not None:
            self._revealed = known.id
            QGuiApplication.clipboard().setText(known.phone)
            self.load()

    def edit(self) -> None:
        """Ask for other facts."""
        known = self._desk.file.customer if self._desk.file else None
        if known is not None:
            self._desk.ask(
                self,
                self._desk.t(ROOM, "Change the customer"),
                CUSTOMER_FIELDS,
                LAYOUT,
                change_customer,
                stored=known._asdict(),
                id=known.id,
                version=known.version,
            )


def ask_new(desk: CustomerDesk, parent: QWidget) -> int:
    """Ask for a new customer; return the number, 0 when nobody was added."""
    title = desk.t(ROOM, "New customer")
    done = desk.ask(parent, title, CUSTOMER_FIELDS, LAYOUT, add_customer)
    return int(done.id) if done is not None else 0
