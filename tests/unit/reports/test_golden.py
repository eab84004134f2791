"""The words of every paper, as agreed: tests/data/golden holds them, one line of print a line.

After a wanted change: ``python -m tests.unit.reports.test_golden`` writes them anew; read the diff.
"""

from __future__ import annotations

import pytest

from tests.project_files import ROOT
from tests.unit.reports.reading import PAPERS, bare, pages, rendered

pytestmark = pytest.mark.windows

GOLDEN = ROOT / "tests" / "data" / "golden"


def words_of(name: str) -> str:
    """Return the lines of a paper without their white space, a blank line between pages."""
    texts = pages(rendered(name).pdf)
    lines = ([bare(line) for line in text.splitlines()] for text in texts)
    return "\n\n".join("\n".join(line for line in page if line) for page in lines) + "\n"


@pytest.mark.parametrize("name", [paper.name for paper in PAPERS])
def test_the_words_are_the_agreed_ones(name: str) -> None:
    assert words_of(name) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def write() -> None:
    """Write all golden texts."""
    for paper in PAPERS:
        file = GOLDEN / f"{paper.name}.txt"
        file.write_text(words_of(paper.name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
