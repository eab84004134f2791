"""The history of a case in words: one entry an act, with what it changed and no code in sight."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from models.casework.case.fields import LEVEL_FIELDS
from models.casework.documents.commands import COMMAND as PRINT
from models.dealership.access.roles import SYSTEM
from models.flow.papers import PAPERS
from models.flow.registry import all_commands
from models.kernel.db import FAR_FUTURE
from models.kernel.fields import Kind
from models.kernel.fields.identity import mask_identity
from models.kernel.fields.phone import mask_phone
from ui.widgets.timeline import TimelineEntry

from .history_keys import NAMING, TELLING, picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.kernel.audit import HistoryEntry
    from models.kernel.fields import FieldSpec

    from .desk import CaseDesk

_MOST_TOLD = 2
_NEVER = str(FAR_FUTURE)
_LONGEST = 48
_NUMBERS = frozenset({Kind.MONEY, Kind.MOMENT})
_UNCLEAR_ALONE = _NUMBERS | {Kind.INTEGER, Kind.DATE, Kind.PERSON}
_LONG = frozenset({Kind.TEXT, Kind.LONG_TEXT})
_HIDDEN = frozenset({"scan", "path", "file", "evidence", "covers", "order"})
_AUDITED_ONLY: dict[str, tuple[FieldSpec, ...]] = {"system.tick": LEVEL_FIELDS}
_TRUE = "true"
_STEP = "flow."
_REACHED = "reached"
"""Only told when nobody was."""


class HistoryWords:
    """Puts the audit of a case into sentences of the window's language."""

    def __init__(self, desk: CaseDesk) -> None:
        """Speak with the labels of ``desk``."""
        self._desk, self._t = desk, desk.t
        self._specs = {
            name: (*command.specs, *(spec for specs in command.lists.values() for spec in specs))
            for name, command in all_commands().items()
        } | _AUDITED_ONLY
        labels = desk.labels
        self._numbers = {Kind.MONEY: labels.money, Kind.MOMENT: labels.moment}
        self._shown = {
            Kind.DEPARTMENT: lambda code: labels.code("department", code),
            Kind.PERSON: labels.person,
            Kind.PERCENT: lambda share: f"{share}%",
            Kind.PHONE: mask_phone,
            Kind.PLATE: labels.plate,
            Kind.ID_CARD: mask_identity,
        }

    def entries(self, history: Sequence[HistoryEntry]) -> list[TimelineEntry]:
        """Return one entry for each act; ``history`` comes newest first."""
        names = self._names(history)
        return [self._entry(act, names) for act in reversed(list(_acts(history)))]

    def _entry(self, act: list[HistoryEntry], names: dict[str, str]) -> TimelineEntry:
        first = act[0]
        words = self._t("commands", first.command)
        told = self._told(act, names)
        text = self._t("pages", "{act}: {told}", act=words, told=told) if told else words
        icon, role = picture(first.command)
        when = self._desk.labels.moment(first.at)
        return TimelineEntry(str(first.seq), when, self._who(first), text, icon, role)

    def _who(self, entry: HistoryEntry) -> str:
        who = self._person(entry.actor)
        if entry.recorded_by == entry.actor:
            return who
        typed = self._person(entry.recorded_by)
        return self._t("pages", "{who} (typed by {typed})", who=who, typed=typed)

    def _person(self, login: str) -> str:
        if login == SYSTEM:
            return self._t("pages", "The program")
        return self._desk.labels.person(login)

    def _told(self, act: list[HistoryEntry], names: dict[str, str]) -> str:
        if act[0].command == PRINT:
            return self._paper(act)
        changes = list(self._changes(act))[:_MOST_TOLD]
        if act[0].action != "insert" and act[0].subject in names:
            changes.insert(0, names[act[0].subject])
        given = sum(e.action == "insert" and e.subject.startswith("task:") for e in act)
        if given and act[0].command.startswith(_STEP):
            changes.append(self._t("pages", "{count} tasks given", count=given))
        return self._t("pages", "; ").join(dict.fromkeys(changes))

    def _changes(self, act: list[HistoryEntry]) -> Iterator[str]:
        command = act[0].command
        specs = {spec.key: spec for spec in self._specs.get(command, ())}
        keys = TELLING.get(command, tuple(specs))
        bare = command in TELLING or command.startswith(_STEP)
        for key in keys:
            found = [e.values[key] for e in act if key in e.values]
            spec = specs.get(key)
            if found and spec is not None and key not in _HIDDEN:
                said = self._change(spec, *found[0], bare=bare)
                if said:
                    yield said

    def _change(self, spec: FieldSpec, old: str | None, new: str | None, *, bare: bool) -> str:
        """Return what became of a field; the label stands before what is unclear alone."""
        label = self._t(spec.room, spec.label)
        if spec.key == _REACHED:
            return "" if new == _TRUE else self._t("followup", "Nobody reached")
        if spec.kind is Kind.FLAG:
            return label if new == _TRUE else ""
        now = self._value(spec, new)
        if not now:
            return ""
        before = "" if spec.kind in _LONG else self._value(spec, old)
        if before:
            return self._t("pages", "{label} {old} → {new}", label=label, old=before, new=now)
        if bare and spec.kind not in _UNCLEAR_ALONE:
            return now
        return self._t("pages", "{label} {value}", label=label, value=now)

    def _value(self, spec: FieldSpec, stored: str | None) -> str:
        """Return a stored value as people say it, '' for one that was erased or is empty."""
        if not stored or stored == _NEVER:
            return ""
        if spec.kind in _NUMBERS:
            return self._numbers[spec.kind](int(stored))
        if spec.kind in (Kind.CHOICE, Kind.CHOICES):
            return self._desk.labels.codes(spec.codes, stored)
        shown = self._shown.get(spec.kind)
        return shown(stored) if shown else _short(self._t.say_stored(stored))

    def _paper(self, act: list[HistoryEntry]) -> str:
        """Return which paper was printed, and whether only as a draft."""
        values = next((e.values for e in act if e.subject.startswith("print_event:")), {})
        known = {key: new or "" for key, (_old, new) in values.items()}
        paper = PAPERS.get(known.get("kind", ""))
        if paper is None:
            return known.get("doc_no", "")
        name = self._t.say(paper.label)
        if known.get("draft") == _TRUE:
            return self._t("pages", "{paper} (draft)", paper=name)
        version = known.get("paper_version", "")
        return self._t("pages", "{paper}, version {version}", paper=name, version=version)

    def _names(self, history: Sequence[HistoryEntry]) -> dict[str, str]:
        """Return what names each row by its subject, as it was first written."""
        found: dict[str, str] = {}
        for entry in reversed(history):
            if entry.action == "insert":
                named = (entry.values[key][1] for key in NAMING if key in entry.values)
                name = next((text for text in named if text), "")
                found |= {entry.subject: _short(name)} if name else {}
        return found


def _acts(history: Sequence[HistoryEntry]) -> Iterator[list[HistoryEntry]]:
    """Yield what each run of a command touched, oldest first.

    Two runs at one moment are told apart by a second row of the kind the first one began with.
    """
    oldest_first = history[::-1]
    for key, run in groupby(oldest_first, lambda e: (e.at, e.command, e.actor, e.recorded_by)):
        act: list[HistoryEntry] = []
        for entry in run:
            if act and _kind(entry) == _kind(act[0]) and not key[1].startswith(_STEP):
                yield act
                act = []
            act.append(entry)
        yield act


def _kind(entry: HistoryEntry) -> tuple[str, str]:
    table, _, uid = entry.subject.partition(":")
    return (table, "") if entry.action == "insert" else (table, uid)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
