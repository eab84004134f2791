"""Stage 1: what is wanted, the facts read back to the customer, and what was told."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QTextCursor

from models.casework.case.demands import demands
from models.stages.intake import commands, queries
from models.stages.intake.fields import EDITABLE_IN, READ_BACK_FIELDS, REGISTER_FIELDS
from ui.forms.layout import grid
from ui.forms.mnemonics import Mnemonics
from ui.forms.sections import Section
from ui.pages.register.arrangement import CALLER, SEGMENTS, WHAT
from ui.widgets.button import button

from .demands_card import DemandsCard
from .form_card import FormCard
from .read_back import proposed_read_back
from .stage_panel import StagePanel

if TYPE_CHECKING:
    from .desk import CaseDesk

READ_BACK = "intake.read_back"
_READ_ALOUD = 132
"""High enough for a whole course of events: the clerk reads it out without scrolling."""

_ELSEWHERE = {"level", "owner", "promised_at"}
"""Changed for the whole case: by the menu of the case and by contacts."""

_FACTS = tuple(spec for spec in REGISTER_FIELDS if spec.key not in _ELSEWHERE)
_SAID = (
    ("read_back_text",),
    ("focus",),
    ("explicit_problem", "hidden_problem"),
    ("read_back_confirmed", "confirmed_by"),
)
_WEIGHT = (("mood",), ("injured",))
_RARE = (
    ("vin", "model", "invoice_date"),
    ("happened_at", "happened_place"),
    ("vehicle_place", "home_dealer"),
    ("source", "source_no"),
    ("customer_kind", "contact_person", "address"),
    ("employee", "repair_order_no", "subject"),
    ("symptom", "part", "replaced_parts"),
    ("used_how", "recent_use"),
    ("production_date", "batch_no", "anonymous"),
    ("key_points",),
)


class RegistrationPanel(StagePanel):
    """Demands first: they are asked for in every stage; the read-back opens the way on."""

    stage: ClassVar[str] = "registration"

    def __init__(self, desk: CaseDesk) -> None:
        """Lay the stage out for the case on ``desk``."""
        super().__init__(desk)
        letters = Mnemonics()
        self._read_back = self._make_read_back(letters)
        self._facts = self._make_facts(letters)
        self.lay_out(DemandsCard(desk), self._read_back, self._facts)

    def load(self) -> None:
        """Read everything anew; say who registered and who read back, and when."""
        super().load()
        stored = queries.registration(self.desk.head.id)
        at, who = stored["read_back_at"], stored["read_back_by"]
        said = "Read back by {who}, {when}"
        self._read_back.set_caption(self._stamp(said, who, at) if at else "")
        self._propose.setVisible(not self._read_back.locked())
        told = "Recorded by {who}, {when}"
        self._facts.set_caption(self._stamp(told, stored["recorded_by"], stored["recorded_at"]))

    def propose(self) -> None:
        """Write the text to be read back from the facts; what stands there is asked about."""
        editor = self._read_back.form.editor("read_back_text")
        text = proposed_read_back(
            self.t,
            self.desk.labels,
            queries.registration(self.desk.head.id),
            demands(self.desk.head.id),
        )
        typed = str(editor.value()).strip()
        if not typed or typed == text or self._may_replace():
            editor.set_value(text)
            self._read_back.form.jump("read_back_text")
            editor.moveCursor(QTextCursor.MoveOperation.Start)

    def _may_replace(self) -> bool:
        return self.desk.ctx.ask.confirm(
            self.t("pages", "Replace the text that stands there by the proposed one?"),
            self.t("pages", "Replace it"),
        )

    def _make_read_back(self, letters: Mnemonics) -> FormCard:
        card = FormCard(
            self.desk,
            self.t("pages", "Read back to the customer"),
            READ_BACK_FIELDS,
            _SAID,
            read=queries.registration,
            command=commands.read_back,
            editable_in=EDITABLE_IN,
            permission="complaint.register",
            save_text=self.t("pages", "Save the read-back"),
            name=READ_BACK,
            partial=False,
            mnemonics=letters,
        )
        text = self.t("pages", "Write it from the facts")
        self._propose = button(text, "small", name=f"{READ_BACK}.propose", icon="edit")
        self._propose.clicked.connect(self.propose)
        card.add_to_head(self._propose)
        card.form.row("read_back_text").setMinimumHeight(_READ_ALOUD)
        return card

    def _make_facts(self, letters: Mnemonics) -> FormCard:
        card = FormCard(
            self.desk,
            self.t("pages", "As registered"),
            _FACTS,
            (*CALLER, *WHAT, *_WEIGHT),
            read=queries.registration,
            command=commands.save,
            editable_in=EDITABLE_IN,
            permission="complaint.register",
            save_text=self.t("pages", "Save the facts"),
            mnemonics=letters,
            segments=SEGMENTS,
        )
        rare = Section("intake.rare", self.t("register", "More about vehicle, time and place"))
        rare.set_content(grid(card.form, _RARE))
        card.add_fields(rare)
        return card

    def _stamp(self, sentence: str, who: str, at: int) -> str:
        labels = self.desk.labels
        return self.t("pages", sentence, who=labels.person(who), when=labels.moment(at))
