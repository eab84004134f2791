"""What two hands do with a widget: find it by its name, press it, write and choose in it."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from ui.forms.checks import ChoicesEditor
from ui.forms.rows_model import ROW_ROLE
from ui.forms.sections import Section
from ui.forms.tree import TreeEditor
from ui.widgets.banner import Banner
from ui.widgets.more_segment import MoreSegment
from ui.widgets.problem import ProblemLabel
from ui.widgets.segment import SegmentField

from .trouble import CannotBeDone

_REFUSAL = "banner-danger"
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?")


def seen(within: QWidget, name: str, kind: type[QWidget] = QWidget) -> QWidget | None:
    """Return the widget of a name that can be seen, None when there is none."""
    return next((w for w in within.findChildren(kind, name) if w.isVisible()), None)


def press(within: QWidget, name: str) -> None:
    """Press a button that can be seen and pressed."""
    found = seen(within, name, QAbstractButton)
    if found is None or not found.isEnabled():
        how = "is not to be seen" if found is None else "cannot be pressed"
        raise CannotBeDone(f"the button {name} {how}")
    found.click()
    QApplication.processEvents()


def pick(within: QWidget, name: str) -> bool:
    """Choose an entry of a menu by its name; False when there is none."""
    action = within.findChild(QAction, name)
    if action is None:
        return False
    if not action.isEnabled():
        raise CannotBeDone(f"the menu entry {name} is grey")
    action.trigger()
    QApplication.processEvents()
    return True


def choose_row(within: QWidget, name: str, no: int) -> None:
    """Choose the row with a number in the table ``<name>.table``."""
    table = seen(within, f"{name}.table", QTableView)
    if not isinstance(table, QTableView):
        raise CannotBeDone(f"the table {name}.table is not to be seen")
    model = table.model()
    rows = [model.index(r, 0).data(ROW_ROLE)["no"] for r in range(model.rowCount())]
    if no not in rows:
        raise CannotBeDone(f"the table {name}.table has no row {no}, only {rows}")
    table.clearSelection()
    table.selectRow(rows.index(no))


def fill(within: QWidget, name: str, value: Any) -> None:
    """Write or choose a value in the field of a name; a folded section is opened first."""
    field = within.findChild(QWidget, name)
    if field is None:
        raise CannotBeDone(f"there is no field {name}")
    _unfold(field)
    if not field.isVisible():
        raise CannotBeDone(f"the field {name} is not to be seen")
    if getattr(field, "state", "ok") == "locked":
        raise CannotBeDone(f"the field {name} is locked")
    _put(field, name, value)


def _unfold(field: QWidget) -> None:
    around = field.parentWidget()
    while around is not None:
        if isinstance(around, Section) and not around.is_open:
            around.head.click()
        around = around.parentWidget()


def _put(field: QWidget, name: str, value: Any) -> None:
    if isinstance(field, QCheckBox):
        if field.isChecked() != bool(value):
            field.click()
    elif isinstance(field, SegmentField):
        _choose_segment(field, name, str(value))
    elif isinstance(field, ChoicesEditor):
        _choose_chips(field, name, value)
    elif isinstance(field, TreeEditor):
        _choose_in_tree(field, name, str(value))
    elif isinstance(field, QComboBox):
        _choose_entry(field, name, str(value))
    else:
        _write(field, name, _typed(value))


def _typed(value: Any) -> str:
    """Return a value as a person writes it."""
    if isinstance(value, list):
        return ",".join(str(one) for one in value)
    return "" if value is None else _MOMENT.sub(r"\1 \2", str(value))


def _write(field: QWidget, name: str, words: str) -> None:
    if isinstance(field, QLineEdit):
        field.selectAll()
        field.insert(words)
        field.editingFinished.emit()
    elif isinstance(field, QPlainTextEdit):
        field.selectAll()
        field.insertPlainText(words)
    else:
        raise CannotBeDone(f"nobody can write in {name}, a {type(field).__name__}")


def _choose_segment(field: SegmentField, name: str, code: str) -> None:
    if field.value() == code:
        return
    plain = field.findChild(QAbstractButton, f"{name}.{code}")
    more = field.findChild(MoreSegment)
    if plain is not None and plain.isEnabled():
        plain.click()
    elif more is None or not pick(more, f"{name}.{code}"):
        raise CannotBeDone(f"the field {name} does not offer {code}")


def _choose_chips(field: ChoicesEditor, name: str, value: Any) -> None:
    wanted = [str(one) for one in (value if isinstance(value, list) else str(value).split(","))]
    for code in wanted:
        if field.findChild(QAbstractButton, f"{name}.{code}") is None:
            raise CannotBeDone(f"the field {name} does not offer {code}")
    for chip in field.findChildren(QAbstractButton):
        if chip.isChecked() != (chip.objectName().removeprefix(f"{name}.") in wanted):
            chip.click()


def _choose_in_tree(field: TreeEditor, name: str, code: str) -> None:
    first = field.findChild(QComboBox, f"{name}.class")
    second = field.findChild(QComboBox, f"{name}.detail")
    for place in range(first.count()):
        first.setCurrentIndex(place)
        if first.itemData(place) == code:
            return
        if second.findData(code) > 0:
            second.setCurrentIndex(second.findData(code))
            return
    raise CannotBeDone(f"the field {name} does not offer {code}")


def _choose_entry(field: QComboBox, name: str, code: str) -> None:
    place = field.findData(code)
    if place < 0:
        raise CannotBeDone(f"the field {name} does not offer {code}")
    field.setCurrentIndex(place)


def sentences(within: QWidget) -> str:
    """Return everything a form complains about."""
    banners = [b for b in within.findChildren(Banner) if b.property("surface") == _REFUSAL]
    shown = [*within.findChildren(ProblemLabel), *banners]
    return " ".join(widget.text() for widget in shown if widget.isVisible())
