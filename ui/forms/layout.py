"""Places the rows of a form in a grid: labels in line, editors in line, spans by weight."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from .field_row import LABEL_WIDTHS, FieldRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .record_form import RecordForm

Cell = str | tuple[str, int]
"""A key, or a key with its weight: ``("story", 2)`` is twice as wide as its neighbour."""

_TOP = Qt.AlignmentFlag.AlignTop
_FILL = Qt.AlignmentFlag(0)
COLUMN_GAP = 16
ROW_GAP = 8


def grid(
    form: RecordForm, lines: Sequence[Sequence[Cell]], *, label_width: int | None = None
) -> QGridLayout:
    """Return a layout of the form's rows, one line for each sequence of cells.

    Lines may have different numbers of cells; cells that begin at the same place get labels of
    the same width: the smallest of 64, 88 and 112 that holds them, or ``label_width``.
    """
    weighed = [[_weighed(cell) for cell in line] for line in lines]
    parts = lcm(*(sum(weight for _, weight in line) for line in weighed))
    layout = QGridLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(COLUMN_GAP)
    layout.setVerticalSpacing(ROW_GAP)
    starts: dict[Fraction, list[FieldRow]] = {}
    for number, line in enumerate(weighed):
        at, total = 0, sum(weight for _, weight in line)
        for key, weight in line:
            row, span = form.row(key), weight * parts // total
            layout.addWidget(row, number, at, 1, span, _TOP if not row.stretches else _FILL)
            starts.setdefault(Fraction(at, parts), []).append(row)
            at += span
        if any(form.row(key).stretches for key, _ in line):
            layout.setRowStretch(number, 1)
    for column in range(parts):
        layout.setColumnStretch(column, 1)
        layout.setColumnMinimumWidth(column, 1)
    for rows in starts.values():
        align_labels(rows, label_width)
    return layout


def align_labels(rows: Sequence[FieldRow], width: int | None = None) -> int:
    """Give the labels of rows that stand below each other one width, and return it."""
    needed = max(row.label_width() for row in rows)
    if width is None:
        width = next((w for w in LABEL_WIDTHS if w >= needed), LABEL_WIDTHS[-1])
    for row in rows:
        row.set_label_width(width)
    return width


def _weighed(cell: Cell) -> tuple[str, int]:
    return (cell, 1) if isinstance(cell, str) else cell
