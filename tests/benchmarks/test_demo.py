"""How long a demo store with a hundred thousand cases takes: ``pytest tests/benchmarks -s``."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import reports
from models.casework.case.tables import Case
from models.kernel.db import DATABASE_FILE, open_store
from models.kernel.verify import verify
from models.outlook.demo import make_demo

if TYPE_CHECKING:
    from pathlib import Path

CASES = int(os.environ.get("KESUTONG_BENCH_CASES", "100000"))
MOST_SECONDS = 300


def test_a_hundred_thousand_cases(tmp_path: Path) -> None:
    store = open_store(tmp_path, create=True)
    report = make_demo(store, render=reports.render, cases=CASES)
    begun = time.perf_counter()
    whole = verify(store).ok
    verified = time.perf_counter() - begun
    size = (tmp_path / DATABASE_FILE).stat().st_size
    stored = Case.select().count()
    store.close()
    sys.stdout.write(
        f"\n{CASES:,} cases in {report.seconds} s ({CASES / report.seconds:,.0f} a second), "
        f"{size / 1e6:,.0f} MB, verified in {verified:.0f} s\n"
    )
    assert whole
    assert stored == CASES + len(report.stories)
    assert report.seconds < MOST_SECONDS
