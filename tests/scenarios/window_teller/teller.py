"""Tells a story through the window, one line after the other, and proves what each line wrote."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import main
from models.outlook.demo.telling import PRINT, Teller

from . import special
from .clerk import Clerk
from .hands import choose_row, fill, press, seen
from .places import BEFORE_THE_WINDOW, PLACES, Form, Menu, Press
from .printing import install_printer, print_paper
from .special import Told
from .trouble import CannotBeDone

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from models.kernel.actor import Actor
    from models.kernel.command import Command
    from models.kernel.db import Store
    from models.outlook.demo.lines import Line

    from .places import Act, Place

_STEP = "flow."
_CONTROLS = ("confirmed",)


class WindowTeller(Teller):
    """Runs lines like :class:`Teller`, by widgets; a line no widget offers fails by its name."""

    def __init__(self, folder: Path, clerk: Clerk) -> None:
        super().__init__(main._render, folder)
        self.clerk = clerk

    def _done(self, line: Line, values: dict[str, Any]) -> dict[str, Any]:
        if line.do in BEFORE_THE_WINDOW:
            return super()._done(line, values)
        try:
            return self._through_window(line, values)
        except CannotBeDone as trouble:
            raise CannotBeDone(f"{line.do} by {line.by}: {trouble}") from trouble

    def _printed(self, actor: Actor, values: dict[str, Any]) -> dict[str, Any]:
        clerk, kind = self.clerk, values["document"]
        clerk.clock.now = actor.clock()
        clerk.sit_down(actor)
        clerk.open_case(values["case_no"])
        try:
            return print_paper(clerk, kind, values.get("ordinal", 0))
        except CannotBeDone as trouble:
            raise CannotBeDone(f"{PRINT} {kind} by {actor.login}: {trouble}") from trouble

    def _through_window(self, line: Line, values: dict[str, Any]) -> dict[str, Any]:
        clerk, command = self.clerk, self._commands[line.do]
        clerk.clock.now = line.at
        clerk.sit_down(self.actor(line.by, line.at))
        if command.on_case:
            clerk.open_case(values.pop("case_no"))
        wanted = {key: value for key, value in values.items() if key not in _CONTROLS}
        clerk.written.clear()
        self._act(line.do, command, dict(wanted))
        clerk.settle()
        return self._answer(command, wanted)

    def _act(self, name: str, command: Command, values: dict[str, Any]) -> None:
        told = Told(values, {spec.key: spec.name for spec in command.specs})
        if name in special.SPECIAL:
            special.SPECIAL[name](self.clerk, told)
        elif name.startswith(_STEP):
            special.step(self.clerk, name.removeprefix(_STEP), told)
        elif name in PLACES:
            self._at_place(PLACES[name], told)
        else:
            raise CannotBeDone("nobody knows a place in the window for it")

    def _at_place(self, place: Place, told: Told) -> None:
        clerk, no = self.clerk, told.values.pop("no", 0)
        if isinstance(place, Form):
            panel = clerk.find(*told.named)
            for name, value in told.named.items():
                fill(panel, name, value)
            press(panel, place.save)
            return
        clerk.expect(told.named, fresh=isinstance(place, Press))
        if isinstance(place, Menu):
            special.menu(clerk, place.entry)
        elif isinstance(place, Press):
            panel = clerk.find(*place.buttons)
            press(panel, next(one for one in place.buttons if seen(panel, one)))
        else:
            self._on_row(place, no)

    def _on_row(self, place: Act, no: int) -> None:
        panel = self.clerk.find(*(f"{one}.table" for one in place.lists))
        list_name = next(one for one in place.lists if seen(panel, f"{one}.table"))
        choose_row(panel, list_name, no)
        press(panel, f"{list_name}.{place.verb}")

    def _answer(self, command: Command, wanted: dict[str, Any]) -> dict[str, Any]:
        """Return what the command of the line answered; fail when another one ran, or none."""
        ran = [(args, answer) for call, args, answer in self.clerk.written if call is command.run]
        if len(ran) != 1:
            others = [call.__name__ for call, _args, _answer in self.clerk.written]
            raise CannotBeDone(f"it ran {len(ran)} times; the window ran {others or 'nothing'}")
        args, answer = ran[0]
        sent = args[-1] if isinstance(args[-1], dict) else {}
        if wanted.get("no", sent.get("no")) != sent.get("no"):
            raise CannotBeDone(f"it took number {sent.get('no')} instead of {wanted['no']}")
        return dict(answer._asdict()) if hasattr(answer, "_asdict") else {}


@contextmanager
def telling_through_window(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[WindowTeller]:
    """Give a teller at an open window; pictures and window are gone afterwards."""
    with TemporaryDirectory(prefix="kesutong-story-") as folder:
        install_printer(Path(folder), monkeypatch)
        clerk = Clerk(store, Path(folder), monkeypatch)
        try:
            yield WindowTeller(Path(folder), clerk)
        finally:
            clerk.go_home()
