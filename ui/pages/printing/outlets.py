"""Where a paper goes: a printer, a file, another program; each way out is noted."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from models.flow.papers import print_again, print_paper
from models.kernel.disk import write_file
from models.kernel.errors import EnvironmentTrouble, UserError
from models.kernel.media import safe_name
from models.kernel.trouble import trouble_as_sentences
from resources.texts import Message
from ui.shell.programs import folder_of_copies, open_outside

from .printers import print_pdf
from .shown import mark_words

if TYPE_CHECKING:
    from PySide6.QtCore import QTemporaryDir

    from models.casework.documents.commands import PrintedCopy

    from .desk import PaperDesk
    from .print_card import PrintCard
    from .printers import Printers
    from .shown import Shown


class Preview(Protocol):
    """What is sent, and who hears how that went."""

    shown: Shown | None
    card: PrintCard

    @property
    def ordinal(self) -> int:
        """Which of several papers of the kind is shown."""

    def refuse(self, message: Message) -> None:
        """Say why something could not be sent."""

    def settle(self) -> None:
        """Offer the buttons again."""

    def reload_history(self) -> None:
        """Read what was printed anew."""


class Outlets:
    """Sends what the preview shows."""

    def __init__(self, preview: Preview, desk: PaperDesk, kind: str, printers: Printers) -> None:
        """Work for one preview."""
        self.sending = False
        self._dialog, self._desk, self._kind, self._printers = preview, desk, kind, printers
        self._folder: QTemporaryDir | None = None

    def print(self) -> None:
        """Send the chosen copies to the chosen printer, in the background."""
        card, chosen = self._dialog.card, self._chosen()
        if not chosen or not self._may_send():
            return
        card.keep()
        card.set_busy(True)
        self.sending = True
        send = partial(
            print_pdf,
            self._printers.open(card.printer),
            [copy.pdf for copy in chosen],
            copies=card.copies,
            both_sides=card.both_sides,
        )
        count = card.copies * len(chosen)
        self._desk.ctx.jobs.read("print", send, partial(self._printed, count), self._failed)

    def save(self) -> None:
        """Write the chosen copies as PDF files where the person says."""
        t, chosen = self._desk.t, self._chosen()
        if not chosen or not self._may_send():
            return
        target = self._desk.ctx.ask.save_file(
            t("printing", "Save PDF"), f"{self._name()}.pdf", "PDF (*.pdf)"
        )
        if target and self._write(Path(target), chosen):
            self._note("pdf", len(chosen))

    def open(self) -> None:
        """Hand the first chosen copy to the program that shows PDF files on this computer."""
        chosen = self._chosen()
        self._folder = self._folder or folder_of_copies()
        file = Path(self._folder.filePath(safe_name(f"{self._name()}.pdf")))
        sent = chosen and self._may_send() and self._write(file, chosen[:1])
        if sent and open_outside(self._desk.ctx, file):
            self._note("pdf", 1)

    def _chosen(self) -> list[PrintedCopy]:
        shown = self._dialog.shown
        return [] if shown is None else shown.chosen(self._dialog.card.mark)

    def _name(self) -> str:
        shown, t = self._dialog.shown, self._desk.t
        if shown is None:
            return ""
        draft = f"-{t('printing', 'Draft')}" if shown.draft else ""
        return f"{shown.doc_no}-v{shown.version}{draft}"

    def _may_send(self) -> bool:
        """Ask before a void version leaves the house."""
        shown, t = self._dialog.shown, self._desk.t
        if shown is None or shown.valid:
            return True
        return bool(
            self._desk.ctx.ask.confirm(
                t(
                    "printing",
                    "Version {version} is void. Hand it out all the same?",
                    version=shown.version,
                ),
                t("printing", "Hand it out"),
                danger=True,
            )
        )

    def _write(self, target: Path, copies: list[PrintedCopy]) -> bool:
        try:
            with trouble_as_sentences(target):
                for copy in copies:
                    mark = mark_words(self._desk.t, copy.mark) if len(copies) > 1 else ""
                    name = re.sub(r"\.pdf$", "", target.name, flags=re.IGNORECASE)
                    ending = f"-{mark}.pdf" if mark else ".pdf"
                    write_file(target.with_name(name + ending), copy.pdf)
        except EnvironmentTrouble as trouble:
            self._dialog.refuse(trouble.message)
            return False
        return True

    def _printed(self, count: int, all_out: bool) -> None:
        if all_out:
            self._note("printer", count)
        else:
            self._dialog.refuse(_NOT_PRINTED)
        self._settle()

    def _failed(self, _problem: Exception) -> None:
        self._dialog.refuse(_NOT_PRINTED)
        self._settle()

    def _settle(self) -> None:
        self.sending = False
        self._dialog.settle()

    def _note(self, via: str, copies: int) -> None:
        """Note what went out, exactly as it was shown."""
        ctx, shown = self._desk.ctx, self._dialog.shown
        if shown is None:
            return
        try:
            if shown.draft:
                again = partial(
                    print_paper, render=ctx.render, ordinal=self._dialog.ordinal, draft=True
                )
                ctx.jobs.write(
                    partial(again, via=via, copies=copies),
                    ctx.actor,
                    self._desk.head.id,
                    self._kind,
                )
            else:
                again = partial(print_again, via=via, copies=copies)
                ctx.jobs.write(again, ctx.actor, self._kind, shown.doc_no, shown.version)
        except (UserError, EnvironmentTrouble) as refusal:
            self._dialog.refuse(refusal.message)
        self._dialog.reload_history()


_NOT_PRINTED = Message(
    "printing",
    "The printer did not take the paper. Look whether it is on and has paper, then print again.",
)
