"""Settings of the import: choose a list of another program, see what it would do, take it in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QComboBox, QProgressBar

from models.dealership.parties.from_lists.rows import ADDED, CHANGED
from models.kernel.errors import EnvironmentTrouble, UserError
from models.outlook.exchange.kinds import KINDS
from models.outlook.exchange.report import write_report
from models.outlook.exchange.template import write_template
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import ElidedLabel, label
from ui.widgets.layout import row

from .import_result import ImportResult
from .import_run import ImportRun
from .section import ROOM, Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from models.outlook.exchange.importing import Imported
    from ui.pages.labels import Labels
    from ui.shell.context import AppContext

_CHOOSER = 160
_READABLE = "(*.xlsx *.xls *.csv *.txt *.xlsm *.ods)"


class ImportSection(Section):
    """``import.{kind,choose,template}`` above, ``import.{start,stop,report}`` below the result."""

    name: ClassVar[str] = "imports"
    title: ClassVar[str] = "Import"
    caption: ClassVar[str] = (
        "Customers, vehicles and repair orders from the dealer system. The same list can be "
        "imported again: what is known is brought up to date."
    )
    permission: ClassVar[str] = "complaint.edit"

    def __init__(self, ctx: AppContext, labels: Labels) -> None:
        """Lay out the choice above, the result below."""
        super().__init__(ctx, labels)
        self._file: Path | None = None
        self._target = ""
        self._imported: Imported | None = None
        self._run = ImportRun(ctx, self)
        self._run.progressed.connect(self._show_progress)
        self._run.done.connect(self._show_result)
        self._run.failed.connect(self._show_trouble)
        self.setAcceptDrops(self.may())
        self._below = self._make_result()
        self.lay_out(self._make_choice(), self._below)
        self._below.hide()

    def _make_choice(self) -> Card:
        t = self.t
        self._kind = QComboBox()
        self._kind.setObjectName("import.kind")
        self._kind.setAccessibleName(t(ROOM, "What is in the list"))
        self._kind.setMinimumWidth(_CHOOSER)
        for kind in KINDS:
            self._kind.addItem(t(ROOM, f"list {kind}"), kind)
        self._kind.currentIndexChanged.connect(self._try)
        choose = button(t(ROOM, "Choose a file"), name="import.choose", icon="document")
        choose.clicked.connect(self.choose)
        form = button(t(ROOM, "Save an empty form"), "link", name="import.template")
        form.clicked.connect(self.save_form)
        self._name = ElidedLabel(t(ROOM, "Or drop a file here: Excel or CSV."))
        self._name.setObjectName("import.file")
        for one in (self._kind, choose):
            one.setEnabled(self.may())
        first = row(label(t(ROOM, "What is in the list"), "label"), self._kind, None, form)
        return Card(t(ROOM, "Choose the list")).add(first, row(choose, (self._name, 1)))

    def _make_result(self) -> Card:
        t = self.t
        self._banner = Banner("info", name="import.banner")
        self._bar = QProgressBar()
        self._bar.setObjectName("import.progress")
        self._bar.setTextVisible(False)
        self._so_far = label("", "caption", name="import.so_far")
        self._stop = button(t(ROOM, "Stop"), "small", name="import.stop")
        self._stop.clicked.connect(self._run.stop)
        self._result = ImportResult(t)
        self._start = button(t(ROOM, "Import"), "primary", name="import.start")
        self._start.clicked.connect(self.take_in)
        self._report = button(t(ROOM, "Save the report"), name="import.report")
        self._report.clicked.connect(self.save_report)
        return Card(t(ROOM, "What becomes of the rows")).add(
            self._banner,
            row((self._bar, 1), self._so_far, self._stop),
            self._result,
            row(None, self._report, self._start),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the file that was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.look_at(Path(paths[0]))

    def choose(self) -> None:
        """Ask for a file and look at it."""
        kinds = f"{self.t(ROOM, 'Excel and CSV files')} {_READABLE}"
        chosen = self.ctx.ask.files(self.t(ROOM, "Choose a file"), kinds)
        if chosen:
            self.look_at(Path(chosen[0]))

    def look_at(self, file: Path) -> None:
        """Try a list and show what it would do."""
        self._file = file
        self._name.set_text(str(file))
        self._try()

    def take_in(self) -> None:
        """Import the list that was tried."""
        self._begin(dry_run=False)

    def save_form(self) -> None:
        """Write the empty form of the chosen kind."""
        kind = self._chosen()
        name = f"{self._kind.currentText()}.xlsx"
        target = self.ctx.ask.save_file(self.t(ROOM, "Save an empty form"), name, "(*.xlsx)")
        if target:
            ctx = self.ctx
            self._write(target, lambda: write_template(ctx.actor, kind, Path(target), ctx.texts))

    def save_report(self) -> None:
        """Write what became of each row."""
        taken, name = self._imported, self.t(ROOM, "Import report") + ".xlsx"
        target = self.ctx.ask.save_file(self.t(ROOM, "Save the report"), name, "(*.xlsx)")
        if target and taken is not None:
            self._write(target, lambda: write_report(taken, Path(target), self.ctx.texts))

    def _write(self, target: str, work: Callable[[], None]) -> None:
        self._target = target
        self.ctx.jobs.read("settings.import.write", work, self._written, self._tell)

    def _written(self, _nothing: None) -> None:
        self.ctx.ask.tell(self.t(ROOM, "The file is written: {file}", file=self._target))

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, UserError | EnvironmentTrouble):
            raise problem
        self.ctx.ask.tell(self.t.say(problem.message))

    def _chosen(self) -> str:
        return str(self._kind.currentData())

    def _try(self) -> None:
        if self._file is not None:
            self._begin(dry_run=True)

    def _begin(self, *, dry_run: bool) -> None:
        if self._file is None:
            return
        self._imported = None
        self._below.show()
        self._bar.setRange(0, 0)
        self._so_far.clear()
        doing = "Looking at the list; nothing is stored yet." if dry_run else "Importing…"
        self._banner.say("info", self.t(ROOM, doing))
        self._show_running(True)
        self._run.start(self._chosen(), self._file, dry_run=dry_run)

    def _show_running(self, running: bool) -> None:
        for part in (self._bar, self._so_far, self._stop):
            part.setVisible(running)
        for part in (self._result, self._report, self._start):
            part.setVisible(not running)
        self._kind.setEnabled(not running and self.may())

    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._so_far.setText(f"{done:,} / {total:,}")

    def _show_result(self, taken: Imported) -> None:
        self._imported = taken
        self._show_running(False)
        self._result.show_result(taken)
        self._start.setVisible(taken.dry_run and not taken.stopped)
        self._start.setEnabled(bool(taken.count(ADDED, CHANGED)))
        kind, sentence = self._sentence(taken)
        self._banner.say(
            kind, self.t(ROOM, sentence, done=len(taken.outcomes), rows=len(taken.table.rows))
        )

    def _sentence(self, taken: Imported) -> tuple[str, str]:
        if taken.stopped:
            return "warn", _STOPPED
        if not taken.dry_run:
            return "ok", _DONE
        return ("info", _TRIED) if taken.count(ADDED, CHANGED) else ("info", _NOTHING)

    def _show_trouble(self, problem: UserError | EnvironmentTrouble) -> None:
        self._show_running(False)
        for part in (self._result, self._report, self._start):
            part.hide()
        problems = getattr(problem, "problems", {})
        told = [self.t.say(one) for one in problems.values()] or [self.t.say(problem.message)]
        self._banner.say("danger", " ".join(told))


_TRIED = "Nothing is stored yet. Look at the rows, then import."
_NOTHING = "Nothing is new in this list."
_DONE = "The list is imported."
_STOPPED = "Stopped after {done:,} of {rows:,} rows. Import the same list again to go on."
