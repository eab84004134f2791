"""Tables of labelled facts and ledgers with a head row; a tall cell flows over pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reportlab.platypus import Table

from reports.paragraph import Para
from reports.paragraph.flow import Words
from reports.styles import (
    ACCENT,
    CELL,
    GRID,
    LABEL,
    TABLE_HEAD,
    TINT,
    Look,
    color,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

Command = tuple[Any, ...]

PAD, PAD_TOP, PAD_BOTTOM = 5.0, 2.4, 3.2
TALL = 240.0  # a cell taller than this is divided into rows that a page break may part
SLICE = 64.0  # height of these rows: four lines
SHORT_TABLE = 8  # rows up to which a table stays whole


class GridTable(Table):  # type: ignore[misc]
    """A table whose parts have their outer line wherever a page break cuts it.

    reportlab hands the commands for the cut to the first part only.
    """

    cut_lines: Sequence[Command] = (
        ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), 0.9, color(ACCENT)),
        ("LINEABOVE", (0, "splitfirst"), (-1, "splitfirst"), 0.9, color(ACCENT)),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take a table's arguments."""
        super().__init__(*args, **kwargs)
        self.setStyle(self.cut_lines)


class Label(NamedTuple):
    """A grey, tinted cell that names its neighbour."""

    text: str


class Span(NamedTuple):
    """A value that takes several columns; nothing stands in the row for the others."""

    value: Words | Para
    columns: int


Cell = Words | Para | Label | Span


class _Grid:
    """Rows of cells, collected with the style that belongs to them."""

    def __init__(self, widths: Sequence[float]) -> None:
        self.widths = list(widths)
        self.rows: list[list[Any]] = []
        self.style: list[Command] = [
            ("FONTNAME", (0, 0), (-1, -1), LABEL.face.regular),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), PAD),
            ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
            ("TOPPADDING", (0, 0), (-1, -1), PAD_TOP),
            ("BOTTOMPADDING", (0, 0), (-1, -1), PAD_BOTTOM),
            ("LINEAFTER", (0, 0), (-1, -1), 0.4, color(GRID)),
        ]

    def add(self, cells: Sequence[Para | None], spans: Sequence[int]) -> None:
        """Add a row; a row with a tall cell becomes several that look like one."""
        columns = [self._chopped(cell, k, spans[k]) for k, cell in enumerate(cells)]
        count = max(len(parts) for parts in columns)
        first = len(self.rows)
        for number in range(count):
            row = len(self.rows)
            self.rows.append([parts[number] if number < len(parts) else "" for parts in columns])
            for k, span in enumerate(spans):
                if span > 1:
                    self.style.append(("SPAN", (k, row), (k + span - 1, row)))
        last = len(self.rows) - 1
        self.style.append(("LINEABOVE", (0, first), (-1, first), 0.4, color(GRID)))
        if count > 1:
            self.style.append(("VALIGN", (0, first), (-1, last), "TOP"))
            self.style.append(("BOTTOMPADDING", (0, first), (-1, last - 1), 0))
            self.style.append(("TOPPADDING", (0, first + 1), (-1, last), 0))

    def _chopped(self, cell: Para | None, column: int, span: int) -> list[Any]:
        if cell is None:
            return [""]
        width = sum(self.widths[column : column + span]) - 2 * PAD
        _, height = cell.wrap(width, TALL)
        return cell.chop(width, SLICE) if height > TALL else [cell]

    def tint(self, column: int, first: int) -> None:
        """Tint a label from row ``first`` to the last."""
        place = (column, first), (column, len(self.rows) - 1)
        self.style.append(("BACKGROUND", *place, color(TINT)))

    def table(self, **options: Any) -> Table:
        """Return the finished table, its outer lines drawn over the inner ones."""
        self.style.append(("BOX", (0, 0), (-1, -1), 0.9, color(ACCENT)))
        return GridTable(self.rows, colWidths=self.widths, style=self.style, **options)


def para(words: Words | Para, look: Look = CELL) -> Para:
    """Return words as a paragraph; a finished one passes."""
    return words if isinstance(words, Para) else Para(words, look)


def facts(rows: Sequence[Sequence[Cell]], widths: Sequence[float], *, after: float = 7) -> Table:
    """Return a table of label, value, label, value …"""
    grid = _Grid(widths)
    for row in rows:
        first = len(grid.rows)
        cells: list[Para | None] = []
        spans: list[int] = []
        labels: list[int] = []
        for value in row:
            if isinstance(value, Label):
                labels.append(len(cells))
            cell, span = _cell_of(value)
            cells += [cell, *[None] * (span - 1)]
            spans += [span, *[1] * (span - 1)]
        grid.add(cells, spans)
        for column in labels:
            grid.tint(column, first)
    return grid.table(spaceAfter=after)


def _cell_of(value: Cell) -> tuple[Para, int]:
    if isinstance(value, Label):
        return Para(value.text, LABEL), 1
    if isinstance(value, Span):
        return para(value.value), value.columns
    return para(value), 1


def ledger(
    head: Sequence[str],
    rows: Sequence[Sequence[Words | Para]],
    widths: Sequence[float],
    looks: Sequence[Look],
    *,
    total: bool = False,
    row_height: float = 0.0,
) -> Table:
    """Return a table whose head row comes again on the next page."""
    grid = _Grid(widths)
    ones = [1] * len(widths)
    grid.add([Para(title, TABLE_HEAD) for title in head], ones)
    for row in rows:
        cells = [para(value, look) for value, look in zip(row, looks, strict=True)]
        grid.add(list(cells), ones)
    grid.style.append(("BACKGROUND", (0, 0), (-1, 0), color(TINT)))
    grid.style.append(("LINEBELOW", (0, 0), (-1, 0), 0.8, color(ACCENT)))
    if total:
        grid.style.append(("LINEABOVE", (0, -1), (-1, -1), 0.8, color(ACCENT)))
    options: dict[str, Any] = {}
    if row_height:
        options["minRowHeights"] = [0.0] + [row_height] * (len(grid.rows) - 1)
    return grid.table(repeatRows=1, spaceBefore=2, spaceAfter=8, **options)
