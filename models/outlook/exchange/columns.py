"""Which column of a foreign list is which field: by its key, or by its label in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.kernel import codes
from models.kernel.fields import FieldSpec, Kind
from models.kernel.search import normalised
from resources.texts import LANGUAGES, catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .reading import Cell

_CHOSEN = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.DEPARTMENT})
_DEPARTMENT = "department"

_NAME = ("姓名", "客户姓名", "客户名称", "车主", "车主姓名")
_PHONE = ("手机", "手机号", "手机号码", "联系电话", "电话号码", "客户电话")
_PLATE = ("车牌", "车牌号", "车牌号码", "牌照号")
_VIN = ("车架号", "底盘号", "VIN码", "车辆识别代号", "车辆识别代码")
_ALSO = {
    "name": _NAME,
    "customer_name": _NAME,
    "phone": _PHONE,
    "plate_no": _PLATE,
    "vehicle_plate_no": _PLATE,
    "vin": _VIN,
    "vehicle_vin": _VIN,
    "odometer_km": ("里程", "里程数", "公里数", "行驶里程"),
    "invoice_date": ("购车日期", "开票日期"),
    "order_no": ("维修工单号", "委托书号"),
    "story": ("投诉内容",),
    "demand_kind": ("诉求类别",),
    "demand_text": ("诉求",),
    "demand_amount": ("诉求金额",),
}
"""What dealer systems in China call a column besides the label of our field."""


class Columns(NamedTuple):
    """The field of each heading that is known, the headings that are not, the words of codes."""

    fields: dict[str, FieldSpec]
    unknown: list[str]
    codes: dict[str, dict[str, str]]

    def values(self, cells: Mapping[str, Cell]) -> dict[str, object]:
        """Return what a row says by field key; words of editable lists become their codes."""
        found: dict[str, object] = {}
        for heading, cell in cells.items():
            spec = self.fields.get(heading)
            if spec is not None:
                found[spec.key] = self._coded(spec, cell)
        return found

    def _coded(self, spec: FieldSpec, cell: Cell) -> object:
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
        found = by_name.get(normalised(heading.partition("(")[0].partition("（")[0]))
        found = by_name.get(normalised(heading), found)
        if found is None or found in fields.values():
            unknown.append(heading)
        else:
            fields[heading] = found
    lists = {_list_of(spec) for spec in fields.values() if spec.kind in _CHOSEN}
    return Columns(fields, unknown, {name: _words_of(branch_id, name) for name in lists})


def _names(spec: FieldSpec) -> list[str]:
    labels = [catalogue(one).get((spec.room, spec.label), "") for one in LANGUAGES if one != "en"]
    return [spec.key, spec.name, spec.label, *filter(None, labels), *_ALSO.get(spec.key, ())]


def _list_of(spec: FieldSpec) -> str:
    return spec.codes or _DEPARTMENT


def _words_of(branch_id: int, list_name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for value in codes.values(branch_id, list_name, with_inactive=True):
        words = [value.code, value.label]
        words += [catalogue(one).get(("codes", value.label), "") for one in LANGUAGES]
        found |= {normalised(word): value.code for word in words if word}
    return found
