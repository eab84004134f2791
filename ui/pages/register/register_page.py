"""The page on which a complaint is registered, in the order the conversation runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from models.dealership.parties.matching import match
from models.flow.registration import register_complaint, save_draft
from models.kernel import drafts
from models.stages.intake.fields import REGISTER_FIELDS
from models.stages.intake.queries import propose_level
from ui.forms.draft_keeper import DraftOffer
from ui.forms.layout import grid
from ui.forms.mnemonics import Mnemonics
from ui.forms.record_form import RecordForm
from ui.forms.sections import Section
from ui.pages.labels import Labels
from ui.pages.page import Page
from ui.shell.perform import perform
from ui.shell.theme import WIDTH
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.layout import column, row, surface
from ui.widgets.page_head import PageHead

from .arrangement import CALLER, LETTERS, RARE, SEGMENTS, WEIGHT, WHAT
from .demand_lines import LABEL_WIDTH, DemandLines
from .known import KnownCustomer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from models.dealership.parties.queries import CustomerView, VehicleView
    from models.kernel.command import Done
    from resources.texts import Message
    from ui.shell.context import AppContext

FORM = "intake"
_DRAFT_DELAY, _MATCH_DELAY = 1000, 200
_FOLD_SIDE_BELOW = 1000


class RegisterPage(Page):
    """``intake.register`` registers, ``intake.put_aside`` keeps a case without a number."""

    name: ClassVar[str] = "register"

    def __init__(self, ctx: AppContext) -> None:
        """Make an empty form with the cursor in the telephone field."""
        super().__init__(ctx)
        self._labels = Labels(ctx)
        self.form = RecordForm(
            REGISTER_FIELDS,
            self.t,
            self._labels,
            self,
            letters=LETTERS,
            mnemonics=Mnemonics(),
            clock=ctx.actor.clock,
            segments=SEGMENTS,
        )
        self.demands = DemandLines(ctx, self._labels)
        self.known = KnownCustomer(ctx, self._labels)
        self._proposal = Banner("warn", name="register.proposal")
        self._proposal.link_clicked.connect(self._take_level)
        self._proposed = ""
        self._offer = DraftOffer(self.t)
        self._saved = label("", "caption", name="register.saved")
        self._buttons = self._make_buttons()
        self._unfold = button(self.t("register", "Known customer"), name="register.unfold")
        self._lay_out()
        self._make_timers()
        self.setFocusProxy(self.form.editor("phone"))
        self.clear()

    def _make_buttons(self) -> tuple[QWidget, ...]:
        drop = button(self.t("register", "Discard"), name="intake.discard")
        aside = button(self.t("register", "Put aside as a draft"), name="intake.put_aside")
        go = button(
            self.t("register", "Register"),
            "primary",
            name="intake.register",
            icon="checkmark",
            key="Ctrl+Enter",
        )
        drop.clicked.connect(self.discard)
        aside.clicked.connect(self.put_aside)
        go.clicked.connect(self.register)
        return drop, aside, go

    def _lay_out(self) -> None:
        card = Card()
        rare = Section("register.rare", self.t("register", "More about vehicle, time and place"))
        rare.set_content(grid(self.form, RARE))
        card.add(self._offer, grid(self.form, CALLER, label_width=LABEL_WIDTH))
        card.add(grid(self.form, WHAT, label_width=LABEL_WIDTH), factor=1)
        card.add(self.demands, grid(self.form, WEIGHT, label_width=LABEL_WIDTH), rare)
        self.form.editor("story").setMinimumHeight(68)
        area = _scrolling(surface(column(card)))
        self._side = _scrolling(surface(column(self._proposal, self.known, gap=12)))
        self._side.setFixedWidth(WIDTH["side_panel"])
        self._unfold.setCheckable(True)
        self._unfold.toggled.connect(self._side.setVisible)
        head = PageHead(
            self.t("register", "Register a complaint"),
            self.t("register", "The number is drawn when it is registered"),
            self._unfold,
        )
        foot = row(self._saved, None, *self._buttons)
        left = column((area, 1), foot)
        self.setLayout(
            column(head, row((left, 1), self._side, gap=12), margins=(20, 10, 16, 8), gap=8)
        )

    def _make_timers(self) -> None:
        self.draft_timer = _single(self, _DRAFT_DELAY, self._keep_draft)
        self.match_timer = _single(self, _MATCH_DELAY, self.find_known)
        self.form.changed.connect(self._typed)
        self.demands.changed.connect(self._typed)
        self.known.taken.connect(self._take_over)
        self.known.case_wanted.connect(self._open_case)
        self._offer.restore_wanted.connect(self._restore)
        self._offer.discard_wanted.connect(self._forget_draft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what is known of the customer behind a button where the page is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < _FOLD_SIDE_BELOW
        self._unfold.setVisible(narrow)
        self._side.setVisible(not narrow or self._unfold.isChecked())

    def clear(self) -> None:
        """Begin a new complaint; offers what was typed and not saved the last time."""
        self.form.load({"channel": "phone", "owner": self.ctx.actor.login})
        self.demands.set_values([])
        self.known.show_matches(())
        self._proposal.say("warn", "")
        self._saved.setText("")
        self._draft = drafts.load(self.ctx.actor, FORM)
        self._offer.hide()
        if self._draft is not None:
            self._offer.show_offer(self._draft.at)
        for timer in (self.draft_timer, self.match_timer):
            timer.stop()
        self.form.jump("phone")

    @property
    def dirty(self) -> bool:
        """Whether something was typed."""
        return self.form.dirty or bool(self.demands.values())

    def values(self) -> dict[str, Any]:
        """Return everything typed, demands included."""
        return self.form.values() | {"demands": self.demands.values()}

    def register(self) -> None:
        """Register the complaint and open its case."""
        done = self._run(register_complaint, self.values())
        if done is not None:
            self.ctx.events.case_wanted.emit(done.case_no, "registration")

    def put_aside(self) -> None:
        """Keep what there is as a case without a number; what is empty may stay empty."""
        typed = {key: value for key, value in self.values().items() if value not in ("", None)}
        done = self._run(save_draft, typed)
        if done is not None:
            self.ctx.events.case_wanted.emit(done.case_no, "registration")

    def _run(self, command: Any, values: dict[str, Any]) -> Done | None:
        done: Done | None = perform(self.ctx, command, values=values, show=self._show_problems)
        if done is not None:
            self._forget_draft()
            self.clear()
        return done

    def discard(self) -> None:
        """Forget what was typed, after a question."""
        sure = not self.dirty or self.ctx.ask.confirm(
            self.t("register", "Forget everything typed for this complaint?"),
            self.t("register", "Forget it"),
            danger=True,
        )
        if sure:
            self._forget_draft()
            self.clear()

    def keep(self) -> None:
        """Keep what was typed; so the page can be left at any time."""
        if self.dirty:
            self._keep_draft()

    def find_known(self) -> None:
        """Look for the customer behind what was typed, and propose a level."""
        typed = [
            str(self.form.editor(key).value()) for key in ("phone", "plate_no", "customer_name")
        ]
        texts = [text.strip() for text in (*typed, str(self.form.editor("vin").value()))]
        found: dict[int, Any] = {}
        for text in filter(None, texts):
            for one in match(self.ctx.actor.branch_id, text, 4):
                found.setdefault(one.customer.id if one.customer else -one.vehicles[0].id, one)
            if found:
                break
        self.known.show_matches(list(found.values()))
        words = self.t("register", "Known customer")
        self._unfold.setText(f"{words} {len(found)}" if found else words)
        self._propose()

    def _propose(self) -> None:
        values = {k: self.form.editor(k).value() for k in ("story", "channel", "injured")}
        actor = self.ctx.actor
        stated, earlier = self.demands.weights(), self.known.earlier
        proposal = propose_level(actor, values, stated, earlier, actor.clock())
        chosen = self.form.editor("level").value()
        self._proposed = proposal.level
        if not proposal.reasons or chosen == proposal.level:
            self._proposal.say("warn", "")
            return
        word = self._labels.code("level", proposal.level)
        reasons = "\n".join(self.t.say(reason) for reason in proposal.reasons)
        head = self.t("register", "Proposed level: {level}", level=word)
        link = self.t("register", "Take it")
        self._proposal.say("warn", f"{head}\n{reasons}", link=link)

    def _take_level(self) -> None:
        self.form.editor("level").set_value(self._proposed)
        self._proposal.say("warn", "")

    def _take_over(self, customer: CustomerView | None, vehicle: VehicleView | None) -> None:
        values: dict[str, Any] = {}
        if customer is not None:
            values |= {"customer_name": customer.name, "phone": customer.phone}
            values |= {"customer_kind": customer.kind, "address": customer.address}
            values |= {"contact_person": customer.contact_person}
        if vehicle is not None:
            values |= {"plate_no": vehicle.plate_no, "vin": vehicle.vin}
            values |= {"model": " ".join(filter(None, (vehicle.brand, vehicle.model)))}
            values |= {"invoice_date": vehicle.invoice_date}
        for key, value in values.items():
            if value:
                self.form.editor(key).set_value(value)
        self.form.jump("story")

    def _show_problems(self, problems: Mapping[str, Message]) -> tuple[str, ...]:
        rest = self.form.show_problems(problems)
        return self.demands.show_problems({name: problems[name] for name in rest})

    def _typed(self) -> None:
        if self.dirty:
            self.draft_timer.start()
            self.match_timer.start()

    def _keep_draft(self) -> None:
        self.draft_timer.stop()
        at = drafts.save(self.ctx.actor, FORM, self.values())
        time = self._labels.moment(at)
        self._saved.setText(self.t("register", "Draft kept {time}", time=time))

    def _restore(self) -> None:
        if self._draft is not None:
            content = dict(self._draft.content)
            self.demands.set_values(content.pop("demands", []))
            self.form.restore(content)
            self.find_known()

    def _forget_draft(self) -> None:
        drafts.discard(self.ctx.actor, FORM)
        self._draft = None

    def _open_case(self, case_no: str) -> None:
        self.ctx.events.case_wanted.emit(case_no, "")


def _single(parent: QWidget, delay: int, call: Any) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(delay)
    timer.timeout.connect(call)
    return timer


def _scrolling(body: QFrame) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    return area
