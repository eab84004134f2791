"""Settings of working time: hours, weekdays, and the holidays of a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from models.casework.case.calendar_change import CalendarEffect, effect_of, take_over
from models.dealership.office import commands, queries
from models.dealership.office.fields import PERIOD_FIELDS
from models.dealership.office.rules import days_text, hours_text
from models.kernel import settings
from models.kernel.calendar.day_file import read_day_file, text_of
from models.kernel.errors import EnvironmentTrouble, UserError
from models.kernel.trouble import trouble_as_sentences
from models.kernel.zone import local_time
from ui.forms.rows_model import Column
from ui.forms.rows_table import RowsTable
from ui.pages.case.clocks import TITLES
from ui.widgets.button import button
from ui.widgets.card import Card

from .section import ROOM, Section, SettingForm

if TYPE_CHECKING:
    from ui.pages.labels import Labels
    from ui.shell.context import AppContext

_LAYOUT = (("periods",), ("weekdays",))
_MOST_MOVES = 12


class WorkingTimeSection(Section):
    """``office.time.save`` saves the hours, ``settings.calendar`` takes a holiday file over."""

    name: ClassVar[str] = "working_time"
    title: ClassVar[str] = "Working time and holidays"
    caption: ClassVar[str] = "The clocks of the milder levels run in working time only."
    permission: ClassVar[str] = "settings.manage"

    def __init__(self, ctx: AppContext, labels: Labels) -> None:
        """Lay the hours and the days of the year out."""
        super().__init__(ctx, labels)
        t = self.t
        self.form = SettingForm(
            self,
            t(ROOM, "Working hours"),
            PERIOD_FIELDS,
            _LAYOUT,
            commands.set_periods,
            self._read,
        )
        columns = (
            Column("when", t(ROOM, "Day")),
            Column("what", t(ROOM, "Holiday or working day")),
            Column("name", t(ROOM, "Name"), stretch=True),
        )
        self.days = RowsTable("settings.days", columns, t, empty=t(ROOM, "No day is known yet."))
        self._card = Card(t(ROOM, "Holidays and make-up days"))
        load = button(t(ROOM, "Take over a holiday file"), name="settings.calendar")
        load.clicked.connect(self.choose_file)
        load.setVisible(self.may())
        self._card.add_to_head(load)
        self._card.add(self.days)
        self.lay_out(self.form, self._card)

    def load(self) -> None:
        """Show the stored hours and the days from this year on."""
        self.form.load()
        branch_id = self.ctx.actor.branch_id
        this_year = local_time(self.ctx.actor.clock()).year
        years = sorted(queries.calendar_of(branch_id).known_years)
        known = "、".join(str(year) for year in years if year >= this_year)
        text = "Known years: {years}" if known else "No year from now on is known"
        self._card.set_caption(self.t(ROOM, text, years=known))
        shown = [
            day for y in years if y >= this_year for day in queries.calendar_days(branch_id, y)
        ]
        self.days.set_rows(
            [
                {
                    "when": day.day.isoformat(),
                    "what": self.t(ROOM, f"day {day.kind.value}"),
                    "name": day.name,
                }
                for day in shown
            ]
        )
        self.days.set_editable(False)

    def choose_file(self) -> None:
        """Read a file, say what it would do, and take it over after a yes."""
        kinds = f"{self.t(ROOM, 'Holiday files')} (*.csv *.txt)"
        chosen = self.ctx.ask.files(self.t(ROOM, "Take over a holiday file"), kinds)
        if not chosen:
            return
        file = Path(chosen[0])
        try:
            with trouble_as_sentences(file):
                data = file.read_bytes()
            content = text_of(data)
            if content is None:
                self.ctx.ask.tell(self.t.say(read_day_file(data).problems[0]))
                return
            effect = effect_of(self.ctx.actor, content)
        except (UserError, EnvironmentTrouble) as refusal:
            self.ctx.ask.tell(self.t.say(refusal.message))
            return
        if self.ctx.ask.confirm(self._told(effect), self.t(ROOM, "Take over")):
            self.run(take_over, {"content": content})
            self.load()

    def _told(self, effect: CalendarEffect) -> str:
        t, moves = self.t, effect.moves
        years = "、".join(map(str, effect.imported.years)) or "—"
        lines = [
            t(ROOM, "{days} days, whole years: {years}", days=effect.imported.days, years=years)
        ]
        if not moves:
            lines.append(t(ROOM, "No running time limit moves."))
        else:
            lines.append(t(ROOM, "{count} running time limits move:", count=len(moves)))
        lines += [
            t(
                ROOM,
                "{case_no} {customer}, {kind}: {before} → {after}",
                case_no=move.case_no,
                customer=move.customer_name,
                kind=t("pages", TITLES[move.kind]),
                before=self.labels.moment(move.before),
                after=self.labels.moment(move.after),
            )
            for move in moves[:_MOST_MOVES]
        ]
        if len(moves) > _MOST_MOVES:
            lines.append(t(ROOM, "and {count} more", count=len(moves) - _MOST_MOVES))
        return "\n".join(lines)

    def _read(self) -> dict[str, Any]:
        branch_id = self.ctx.actor.branch_id
        return {
            "periods": hours_text(settings.get(branch_id, "clock.periods")),
            "weekdays": days_text(settings.get(branch_id, "clock.weekdays")),
        }
