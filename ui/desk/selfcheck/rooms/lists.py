"""Lists of other programs: a table is taken in, and the report on it is a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.dealership.parties.from_lists.rows import ADDED
from models.outlook.exchange.importing import import_file
from models.outlook.exchange.reading import read_table
from models.outlook.exchange.report import write_report
from resources.texts import Texts
from ui.desk.selfcheck.bench import RARE, expect

if TYPE_CHECKING:
    from ui.desk.selfcheck.bench import Bench

_NAME, _PHONE = "客户姓名", "手机号码"


def excel(bench: Bench) -> str:
    """A list in UTF-8 or in the Chinese code page is read; an Excel file is written and read."""
    for encoding in ("utf-8-sig", "gb18030"):
        listed = bench.folder / f"客户 {encoding}.csv"
        text = f"{_NAME},{_PHONE}\r\n李{RARE},13800000002\r\n"
        listed.write_text(text, encoding=encoding, newline="")
        imported = import_file(bench.actor, "customers", listed, dry_run=True)
        expect(imported.count(ADDED) == 1, f"refused in {encoding}: {imported.outcomes}")
    book = bench.folder / "导入 结果.xlsx"
    write_report(imported, book, Texts())
    cells = read_table(book).rows[0].cells
    expect((cells[_NAME], cells[_PHONE]) == (f"李{RARE}", "13800000002"), f"it became {cells}")
    return f"{book.name}, {len(cells)} columns read back"
