"""The print preview: pages at the left, what to print on and what was printed at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from models.casework.documents.queries import VALID
from models.flow.papers import missing_to_print, paper_of, print_paper
from models.kernel.errors import EnvironmentTrouble, NotPossible, UserError
from ui.forms.missing_list import MissingList
from ui.widgets.badge import Tag, TagLook
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import ElidedLabel, label
from ui.widgets.layout import column, empty_layout, row, surface
from ui.widgets.pdf_view import PdfView

from .history_card import HistoryCard
from .outlets import Outlets
from .print_card import PrintCard
from .printers import Printers
from .shown import mark_words, shown_paper, shown_print
from .which import current_of, several_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.kernel.errors import Missing
    from resources.texts import Message

    from .desk import PaperDesk
    from .shown import Shown

_SIDE = 276
_LEAST = (1000, 620)


class PrintDialog(QDialog):
    """A draft is shown first; the version to sign is made when nothing is missing.

    Names: ``print.{dialog,title,state,preview,missing,problem,close}`` and those of its cards.
    """

    def __init__(
        self,
        desk: PaperDesk,
        kind: str,
        parent: QWidget | None,
        ordinal: int = 0,
        printers: Printers | None = None,
    ) -> None:
        """Show papers of ``kind`` of the case on ``desk``."""
        super().__init__(parent)
        self.setObjectName("print.dialog")
        self.setProperty("surface", "page")
        self._desk, self._kind, t = desk, kind, desk.t
        self._label = t.say(paper_of(kind).label)
        self.setWindowTitle(self._label)
        self._ordinal = ordinal or current_of(desk, kind)
        self.shown: Shown | None = None
        self._lacks = False
        self.view = PdfView(t)
        self.card = PrintCard(t, desk.ctx.preferences, printers or Printers())
        self._outlets = Outlets(self, desk, kind, printers or Printers())
        self._history = HistoryCard(desk, kind)
        self._missing = MissingList(t, name="print.missing")
        self._problem = label("", "danger", name="print.problem", wrap=True)
        self._nothing = QVBoxLayout()
        self._lay_out()
        self._connect()
        several = several_of(desk, kind)
        self.card.offer_which(several, self._ordinal)
        self._fit_window(parent)

    def open_newest(self) -> None:
        """Show the draft; a paper that can no longer change shows the version that counts."""
        valid = [p for p in self._history.load(self._ordinal) if p.state == VALID]
        if valid and self._missing_items():
            newest = max(valid, key=lambda paper: paper.version)
            self.show_version(newest.doc_no, newest.version)
        else:
            self.show_draft()

    def show_draft(self) -> None:
        """Show how the paper would look now, and what it still lacks."""
        self.shown = None
        made = self._write(draft=True)
        if made is not None:
            self._list_missing(self._missing_items())
        self._show(None if made is None else shown_print(made))

    def make_final(self) -> None:
        """Freeze the paper as it stands now and show that version."""
        made = self._write(draft=False)
        if made is not None:
            self._show(shown_print(made))

    def show_version(self, doc_no: str, version: int) -> None:
        """Show a version that was printed before."""
        found = [p for p in self._history.load(self._ordinal) if p.version == version]
        if found and found[0].doc_no == doc_no:
            paper = found[0]
            valid = paper.state == VALID
            self._list_missing(())
            self._show(shown_paper(self._desk.ctx.actor, paper, valid=valid))

    def show_mark(self, mark: int) -> None:
        """Show one of the marked copies, the first for everybody's."""
        if self.shown is not None:
            self.view.show_pdf(self.shown.chosen(mark)[0].pdf)

    def choose_which(self, ordinal: int) -> None:
        """Show another paper of the kind."""
        self._ordinal = ordinal
        self.open_newest()

    def reject(self) -> None:
        """Leave, but not while a paper is on its way to the printer: it has to be noted."""
        if not self._outlets.sending:
            super().reject()

    def jump(self, place: str) -> None:
        """Leave the preview for the field that is missing."""
        if self._outlets.sending:
            return
        self.reject()
        self._desk.ctx.events.case_wanted.emit(self._desk.head.case_no, place)

    @property
    def ordinal(self) -> int:
        """Which of several papers of the kind is shown."""
        return self._ordinal

    def settle(self) -> None:
        """Offer the buttons again after a print."""
        draft = self.shown is None or self.shown.draft
        readable = self.shown is not None
        self.card.show_state(draft=draft, readable=readable, can_freeze=not self._lacks)

    def reload_history(self) -> None:
        """Read what was printed anew."""
        self._history.load(self._ordinal)

    def refuse(self, message: Message, missing: Sequence[Missing] = ()) -> None:
        """Say why something could not be done, with links to what is missing."""
        words = self._desk.t.say(message)
        self._problem.setText(words)
        self._problem.setVisible(self.shown is not None)
        empty_layout(self._nothing)
        title = self._desk.t("printing", "This paper cannot be shown")
        self._nothing.addWidget(EmptyState("error_circle", title, words, name="print.nothing"))
        if missing:
            self._list_missing(missing)

    def _write(self, *, draft: bool) -> Any:
        desk = self._desk
        call = partial(
            print_paper,
            render=desk.ctx.render,
            ordinal=self._ordinal,
            draft=draft,
            via="preview",
            copies=0,
        )
        self._problem.hide()
        self._list_missing(())
        try:
            return desk.ctx.jobs.write(call, desk.ctx.actor, desk.head.id, self._kind)
        except NotPossible as refusal:
            self.refuse(refusal.message, refusal.missing)
        except (UserError, EnvironmentTrouble) as refusal:
            self.refuse(refusal.message)
        return None

    def _missing_items(self) -> list[Missing]:
        desk = self._desk
        return missing_to_print(desk.ctx.actor, desk.head.id, self._kind, self._ordinal)

    def _show(self, shown: Shown | None) -> None:
        self.shown = shown
        readable = shown is not None and self.view.show_pdf(shown.copies[0].pdf)
        self._stack.setCurrentIndex(0 if readable else 1)
        marks = [mark_words(self._desk.t, copy.mark) for copy in shown.copies] if shown else []
        self.card.offer_marks(marks)
        self.card.show_state(
            draft=shown is None or shown.draft, readable=readable, can_freeze=not self._lacks
        )
        self._history.load(self._ordinal)
        self._say_which()

    def _list_missing(self, missing: Sequence[Missing]) -> None:
        t = self._desk.t
        self._lacks = bool(missing)
        items = [(t.say(item.message), item.place) for item in missing]
        self._missing.show_missing(items, t("printing", "the version to sign"))
        self._missing_card.setVisible(bool(items))

    def _say_which(self) -> None:
        t, head, shown = self._desk.t, self._desk.head, self.shown
        self._state.setVisible(shown is not None)
        if shown is None:
            self._about.set_text(f"{head.case_no}  {head.customer_name}")
            return
        version = t("printing", "Version {version}", version=shown.version)
        self._about.set_text("  ".join((shown.doc_no, head.customer_name, version)))
        if shown.draft:
            self._state.set_look(TagLook(t("printing", "Draft"), "plain"))
        elif shown.valid:
            self._state.set_look(TagLook(t("printing", "Frozen"), "accent"))
        else:
            self._state.set_look(TagLook(t("printing", "void"), "quiet"))

    def _lay_out(self) -> None:
        t = self._desk.t
        close = button(t("printing", "Back"), name="print.close", key="")
        close.setText(f"{t('printing', 'Back')}  Esc")
        close.clicked.connect(self.reject)
        self._about = ElidedLabel(role="text3", size="caption")
        self._state = Tag("", name="print.state")
        title = label(self._label, "title", name="print.title")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(surface(self._nothing))
        self._missing_card = Card().add(self._missing)
        side = surface(
            column(self.card, self._problem, self._missing_card, self._history, None, gap=12)
        )
        side.setFixedWidth(_SIDE)
        self.setLayout(
            column(
                row(title, self._state, (self._about, 1), close),
                (row((self._stack, 1), side, gap=12), 1),
                margins=(20, 14, 16, 16),
                gap=12,
            )
        )
        self._problem.hide()
        self._missing_card.hide()

    def _connect(self) -> None:
        card, outlets = self.card, self._outlets
        card.which_wanted.connect(self.choose_which)
        card.mark_wanted.connect(self.show_mark)
        card.final_wanted.connect(self.make_final)
        card.print_wanted.connect(outlets.print)
        card.save_wanted.connect(outlets.save)
        card.open_wanted.connect(outlets.open)
        self._missing.jump_wanted.connect(self.jump)
        self._history.version_wanted.connect(self.show_version)

    def _fit_window(self, parent: QWidget | None) -> None:
        room = parent.window().size() if parent is not None else self.sizeHint()
        self.resize(max(_LEAST[0], room.width() - 60), max(_LEAST[1], room.height() - 40))
