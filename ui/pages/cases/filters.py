"""What the list of complaints is narrowed to: chips, remembered on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from models.casework.case.fields import LEVELS, STATES
from models.casework.case.listing import Filter
from models.kernel.zone import DAY, day_of, end_of_day

if TYPE_CHECKING:
    from ui.lists.list_page import ListPage
    from ui.pages.labels import Labels
    from ui.shell.context import AppContext
    from ui.widgets.chip import Chip, MenuChip

_KEPT = "cases.filters"
_FIRST: dict[str, Any] = {"open": True}
FIXED = ("open", "mine", "due_today", "late", "drafts")
_TITLES = {
    "open": "Open",
    "mine": "Mine",
    "due_today": "Today",
    "late": "Late",
    "drafts": "Drafts",
}
_PERIODS = (("7", "Last 7 days"), ("30", "Last 30 days"), ("90", "Last 90 days"))


class CaseFilters(QObject):
    """Chips over the list; ``changed`` follows every choice, :meth:`wanted` says what is left."""

    changed = Signal()

    def __init__(self, ctx: AppContext, labels: Labels, page: ListPage) -> None:
        """Put the chips of the list ``page`` as they were left."""
        super().__init__(page)
        self._ctx, self._t = ctx, ctx.texts
        self._chosen: dict[str, Any] = dict(ctx.preferences.read(_KEPT, _FIRST))
        self.text = ""
        self._search = page.add_chip("text", "", checked=True)
        self._search.hide()
        self._chips: dict[str, Chip] = {
            key: page.add_chip(key, self._t("cases", _TITLES[key]), checked=self._on(key))
            for key in FIXED
        }
        page.add_chip_rule()
        self._menus = self._make_menus(labels, page)
        page.filter_changed.connect(self._choose)

    def _make_menus(self, labels: Labels, page: ListPage) -> dict[str, MenuChip]:
        t = self._t
        states = [(state, t("case", f"state {state}")) for state in STATES if state != "DRAFT"]
        levels = [(level, labels.code("level", level)) for level in reversed(LEVELS)]
        periods = [(days, t("cases", title)) for days, title in _PERIODS]
        menus = {
            "states": page.add_menu_chip("states", t("cases", "State"), states),
            "levels": page.add_menu_chip("levels", t("cases", "Level"), levels),
            "departments": page.add_menu_chip(
                "departments", t("cases", "Dept."), labels.departments()
            ),
            "channels": page.add_menu_chip(
                "channels", t("cases", "Channel"), labels.choices("channel")
            ),
            "period": page.add_menu_chip("period", t("cases", "Time"), periods, many=False),
        }
        for key, menu in menus.items():
            menu.set_value(self._chosen.get(key, []))
        return menus

    def wanted(self) -> Filter:
        """Return the filter of the chosen chips; words typed look through everything."""
        if self.text:
            return Filter(text=self.text)
        now = self._ctx.actor.clock()
        period = self._chosen.get("period", [])
        states = ("DRAFT",) if self._on("drafts") else tuple(self._chosen.get("states", ()))
        return Filter(
            states=states,
            levels=tuple(self._chosen.get("levels", ())),
            departments=tuple(self._chosen.get("departments", ())),
            channels=tuple(self._chosen.get("channels", ())),
            owner=self._ctx.actor.login if self._on("mine") else "",
            open_only=any(self._on(key) for key in ("open", "due_today", "late")),
            without_drafts=not self._on("drafts"),
            received_from=now - int(period[0]) * DAY if period else 0,
            **self._dues(now),
        )

    def _dues(self, now: int) -> dict[str, int]:
        today, late = self._on("due_today"), self._on("late")
        bounds = {"due_from": 0 if late else now} if today or late else {}
        if today:
            bounds["due_before"] = end_of_day(day_of(now)) + 1
        elif late:
            bounds["due_before"] = now
        return bounds

    def single(self, key: str) -> Filter:
        """Return the filter of one fixed chip alone, for the count in it."""
        kept, self._chosen = self._chosen, {key: True, **({"open": True} if key == "mine" else {})}
        text, self.text = self.text, ""
        try:
            return self.wanted()
        finally:
            self._chosen, self.text = kept, text

    def show_counts(self, counts: dict[str, int]) -> None:
        """Put counts into the fixed chips."""
        for key, count in counts.items():
            self._chips[key].set_count(count)

    def search(self, text: str) -> None:
        """Look for words everywhere; '' goes back to the chips."""
        self.text = text.strip()
        self._search.setText(self._t("cases", "“{text}” ×", text=self.text))
        self._search.setToolTip(self._t("cases", "Press to end the search"))
        self._search.setVisible(bool(self.text))
        self._search.updateGeometry()
        for chip in (*self._chips.values(), *self._menus.values()):
            chip.setEnabled(not self.text)
        self.changed.emit()

    def clear(self) -> None:
        """Show everything that is open."""
        self._chosen = dict(_FIRST)
        for key, chip in self._chips.items():
            chip.blockSignals(True)
            chip.setChecked(self._on(key))
            chip.blockSignals(False)
        for menu in self._menus.values():
            menu.set_value([])
        self._keep()
        self.search("")

    def _choose(self, key: str, value: object) -> None:
        if key == "text":
            self._search.blockSignals(True)
            self._search.setChecked(True)
            self._search.blockSignals(False)
            self.search("")
            return
        self._chosen[key] = value
        self._keep()
        self.changed.emit()

    def _on(self, key: str) -> bool:
        return bool(self._chosen.get(key, False))

    def _keep(self) -> None:
        self._ctx.preferences.write(_KEPT, self._chosen)
