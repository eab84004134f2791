"""Settings of the backups: one now, those of the days, and bringing one back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from models.kernel import backup
from models.kernel.errors import EnvironmentTrouble, UserError
from models.kernel.restore import examine
from models.kernel.zone import local_time
from ui.forms.rows_model import Column
from ui.forms.rows_table import RowsTable
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.layout import row

from .section import ROOM, Section

if TYPE_CHECKING:
    from models.kernel.backup import BackupInfo
    from ui.pages.labels import Labels
    from ui.shell.context import AppContext


class BackupsSection(Section):
    """``settings.backup`` writes a file; ``settings.restore_{day,file}`` bring a backup back."""

    name: ClassVar[str] = "backups"
    title: ClassVar[str] = "Backup and restore"
    caption: ClassVar[str] = (
        "Each day a backup is made beside the data. Keep one on another disk as well."
    )
    permission: ClassVar[str] = "store.backup"

    def __init__(self, ctx: AppContext, labels: Labels) -> None:
        """Lay both cards out."""
        super().__init__(ctx, labels)
        t = self.t
        self._last = label("", "label", name="settings.last_backup")
        now = button(t(ROOM, "Back up now"), "primary", name="settings.backup")
        now.clicked.connect(self.back_up)
        now.setVisible(self.may())
        first = Card(t(ROOM, "Back up")).add(self._last, row(now, None))
        columns = (Column("made", t(ROOM, "Made"), stretch=True), Column("name", t(ROOM, "Folder")))
        self.rows = RowsTable(
            "settings.day", columns, t, empty=t(ROOM, "The first daily backup is made today.")
        )
        self._day = button(
            t(ROOM, "Bring the chosen one back"), "danger", name="settings.restore_day"
        )
        self._file = button(t(ROOM, "Bring a file back"), "danger", name="settings.restore_file")
        self._day.clicked.connect(self.restore_day)
        self._file.clicked.connect(self.restore_file)
        self.rows.chosen.connect(self._follow)
        second = Card(t(ROOM, "Daily backups")).add(self.rows, row(self._day, self._file, None))
        self.lay_out(first, second)

    def load(self) -> None:
        """List the daily backups, the newest first."""
        last = backup.last_at(self.ctx.store)
        when = self.labels.moment(last)
        self._last.setText(self.t(ROOM, "Last backup: {when}", when=when))
        self.rows.set_rows(
            [
                {"made": self.labels.moment(backup.made_at(folder)), "name": folder.name}
                for folder in reversed(backup.days(self.ctx.store))
            ]
        )
        self.rows.set_editable(False)
        self._file.setVisible(self.ctx.actor.may("store.restore"))
        self._follow(self.rows.chosen_row())

    def back_up(self) -> None:
        """Ask where to, write the backup, tell what is in it."""
        now = local_time(self.ctx.actor.clock())
        kinds = f"{self.t(ROOM, 'Backups')} (*{backup.ENDING})"
        proposed = f"kesutong-{now:%Y-%m-%d}{backup.ENDING}"
        target = self.ctx.ask.save_file(self.t(ROOM, "Back up now"), proposed, kinds)
        if not target:
            return
        try:
            info = self.ctx.jobs.write(backup.back_up, self.ctx.actor, self.ctx.store, Path(target))
        except (UserError, EnvironmentTrouble) as trouble:
            self.ctx.ask.tell(self.t.say(trouble.message))
            return
        self.load()
        self.ctx.ask.tell(self.t(ROOM, "The backup is written: {file}", file=str(info.path)))

    def restore_day(self) -> None:
        """Bring the chosen daily backup back."""
        chosen = self.rows.chosen_row()
        if chosen is not None:
            self._restore(self.ctx.store.folder / backup.FOLDER / str(chosen["name"]))

    def restore_file(self) -> None:
        """Bring a backup file back."""
        kinds = f"{self.t(ROOM, 'Backups')} (*{backup.ENDING})"
        chosen = self.ctx.ask.files(self.t(ROOM, "Bring a file back"), kinds)
        if chosen:
            self._restore(Path(chosen[0]))

    def _restore(self, source: Path) -> None:
        self.ctx.jobs.read(
            "settings.examine", lambda: examine(source), self._ask_again, self._tell_trouble
        )

    def _ask_again(self, info: BackupInfo) -> None:
        when, cases = self.labels.moment(info.made_at), info.counts.get("complaint_case", 0)
        question = self.t(
            ROOM,
            "Bring back the backup made {when} with {cases} complaints? What was entered since "
            "then is no longer in the list; the present data is set aside, not deleted.",
            when=when,
            cases=cases,
        )
        if self.ctx.ask.confirm(question, self.t(ROOM, "Bring it back"), danger=True):
            self.ctx.events.restore_wanted.emit(str(info.path))

    def _tell_trouble(self, trouble: Exception) -> None:
        if not isinstance(trouble, UserError | EnvironmentTrouble):
            raise trouble
        self.ctx.ask.tell(self.t.say(trouble.message))

    def _follow(self, chosen: object) -> None:
        self._day.setVisible(chosen is not None and self.ctx.actor.may("store.restore"))
