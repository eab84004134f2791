"""Which column of a foreign list is which field: by its key, or by its label in any language."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from models.kernel import codes
from models.kernel.checked import BadValue
from models.kernel.fields import FieldSpec, Kind
from models.kernel.fields.dates import check_date
from models.kernel.search import normalised
from resources.texts import LANGUAGES, catalogue

from .headings import ALSO_CALLED, ALSO_SAID, simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .reading import Cell

_CHOSEN = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.DEPARTMENT})
_DEPARTMENT = "department"
_LONGEST_DAY = len("2026年05月01日")


class Columns(NamedTuple):
    """The field of each heading that is known, the headings that are not, the words of codes."""

    fields: dict[str, FieldSpec]
    unknown: list[str]
    codes: dict[str, dict[str, str]]

    @property
    def specs(self) -> tuple[FieldSpec, ...]:
        """The fields that the list has columns for."""
        return tuple(self.fields.values())

    def values(self, cells: Mapping[str, Cell]) -> dict[str, object]:
        """Return what a row says by field key; words of editable lists become their codes."""
        found: dict[str, object] = {}
        for heading, cell in cells.items():
            spec = self.fields.get(heading)
            if spec is not None:
                found[spec.key] = self._coded(spec, cell)
        return found

    def _coded(self, spec: FieldSpec, cell: Cell) -> object:
        if spec.kind is Kind.MOMENT:
            return _with_time(cell)
        if spec.kind not in _CHOSEN or not isinstance(cell, str):
            return cell
        known = self.codes[_list_of(spec)]
        if spec.kind is not Kind.CHOICES:
            return known.get(normalised(cell), cell)
        parts = cell.replace("，", ",").replace("、", ",").split(",")
        return [known.get(normalised(part), part.strip()) for part in parts]


def match_columns(branch_id: int, headings: Sequence[str], specs: Sequence[FieldSpec]) -> Columns:
    """Return which heading is which field."""
    by_name: dict[str, FieldSpec] = {}
    for spec in specs:
        for name in _names(spec):
            by_name.setdefault(normalised(name), spec)
    fields: dict[str, FieldSpec] = {}
    unknown = []
    for heading in headings:
        found = next((by_name[name] for name in _forms(heading) if name in by_name), None)
        if found is None or found in fields.values():
            unknown.append(heading)
        else:
            fields[heading] = found
    lists = {_list_of(spec) for spec in fields.values() if spec.kind in _CHOSEN}
    return Columns(fields, unknown, {name: _words_of(branch_id, name) for name in lists})


def _forms(heading: str) -> Iterator[str]:
    """Yield how a heading may be known: as written, simplified, without what stands in brackets."""
    short = heading.rstrip("*＊").partition("(")[0].partition("（")[0]
    yield normalised(heading)
    yield normalised(short)
    yield normalised(simplified(heading))
    yield normalised(simplified(short))


def _with_time(cell: Cell) -> Cell:
    """Return a cell with a day only as the beginning of that day."""
    if isinstance(cell, datetime) or (isinstance(cell, str) and len(cell) > _LONGEST_DAY):
        return cell
    try:
        day = check_date(cell).value
    except BadValue:
        return cell
    return f"{day} 00:00"


def _names(spec: FieldSpec) -> list[str]:
    labels = [catalogue(one).get((spec.room, spec.label), "") for one in LANGUAGES if one != "en"]
    return [spec.key, spec.name, spec.label, *filter(None, labels), *ALSO_CALLED.get(spec.key, ())]


def _list_of(spec: FieldSpec) -> str:
    return spec.codes or _DEPARTMENT


def _words_of(branch_id: int, list_name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for value in codes.values(branch_id, list_name, with_inactive=True):
        words = [value.code, value.label]
        words += [catalogue(one).get(("codes", value.label), "") for one in LANGUAGES]
        words += ALSO_SAID.get((list_name, value.code), ())
        found |= {normalised(word): value.code for word in words if word}
    return found
