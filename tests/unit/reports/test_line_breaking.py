"""Random mixed paragraphs: no mark at a forbidden place, no character lost, nothing too wide."""

from __future__ import annotations

import io
import random
from typing import NamedTuple

import pytest
from reportlab.pdfgen.canvas import Canvas

from reports.cjkrules import NO_END, NO_START, atoms_of
from reports.fonts import REGULAR, register_faces
from reports.paragraph import Para
from reports.paragraph.drawing import pieces_of
from reports.styles import BODY, MEASURE, Look, Run
from tests.unit.reports.reading import bare, pages

pytestmark = pytest.mark.windows

HAN = (
    "客户投诉处理和解协议甲乙双方经平等自愿协商达成如下车辆维修更换燃油泵总成质量问题确认𠅤𤩽𬭎龘䶮"
)
PHRASES = """
粤B·D12345 LEXAMPL14T0000123 ¥1,234.00 ¥8,888.00元 986公里 12个月 2026年5月3日 3.5%
06K-103-011-DP ABS malfunction a@example.com 第十二条 24小时 1.5T —— …… 阿依·古丽
（一） ”。 ）、 ：“ 》（ <b> 100% -5℃ ☑ ☐
"""
WORDS = [*PHRASES.split(), "138 0000 1234", "986 公里", "\n", *"“”（）《》，。、；：？！· 　"]
NARROW = 0.02


class Sample(NamedTuple):
    """A paragraph and the width it is set in."""

    para: Para
    width: float


def words(rng: random.Random) -> str:
    def piece() -> str:
        if rng.random() < 0.6:
            return "".join(rng.choices(HAN, k=rng.randint(0, 9)))
        return "".join(rng.choices(WORDS, k=rng.randint(1, 3)))

    return "".join(piece() for _ in range(rng.randint(1, 14)))


def sample(seed: int) -> Sample:
    rng = random.Random(seed)
    look = Look(
        size=rng.choice([9, 10.5, 12]),
        indent=rng.choice([0, 2]),
        left=rng.choice([0, 20]),
        align=rng.choice(["justify"] * 6 + ["left", "center", "right"]),
        autospace=rng.choice([0, 0.125, 0.25]),
    )
    runs = [
        Run(words(rng), rng.random() < 0.3, rng.random() < 0.2, rng.choice([None] * 5 + [8, 14]))
        for _ in range(rng.randint(1, 6))
    ]
    para = Para(runs, look)
    width = rng.choice([90, 140, 220, 330, 462]) + look.left
    para.wrap(width, 1e6)
    return Sample(para, width)


@pytest.fixture(scope="module")
def samples() -> list[Sample]:
    register_faces()
    return [sample(seed) for seed in range(300)]


def test_no_line_starts_or_ends_with_a_forbidden_mark(samples: list[Sample]) -> None:
    for para, _ in samples:
        text, starts = para.text, {start for start, _ in para.measured.atoms}
        for above, line in zip(para.lines, para.lines[1:], strict=False):
            if line.start in starts and not above.last and line.end > line.start:
                assert text[line.start] not in NO_START, text
                assert text[above.end - 1] not in NO_END, text


def test_no_character_is_lost(samples: list[Sample]) -> None:
    for para, _ in samples:
        shown = "".join(para.text[line.start : line.end] for line in para.lines)
        assert bare(shown) == bare(para.text)


def test_no_line_is_too_wide_and_full_lines_end_at_the_edge(samples: list[Sample]) -> None:
    for para, width in samples:
        for line in para.lines:
            pieces = pieces_of(para.measured, line)
            if line.end - line.start <= 1:
                continue
            last = pieces[-1]
            wide = sum(para.measured.width[last.start : last.end])
            right = last.x + wide + last.space * (last.end - last.start - 1)
            assert right - para.measured.tail[line.end - 1] <= width + NARROW, para.text


def test_a_word_is_cut_only_when_it_is_wider_than_a_line(samples: list[Sample]) -> None:
    for para, width in samples:
        atoms, room = para.measured.atoms, width - para.look.left - 2 * para.look.size
        for line in para.lines[1:]:
            cut = [(a, b) for a, b in atoms if a < line.start < b]
            assert all(para.measured.natural(a, b) > room - NARROW for a, b in cut), para.text


def test_both_halves_of_a_split_are_the_lines_of_the_whole(samples: list[Sample]) -> None:
    for number, (para, width) in enumerate(samples):
        room = para.height * (number % 10) / 10
        halves = para.split(width, room)
        if len(halves) == 2:
            for half in halves:
                half.wrap(width, 1e6)
            assert halves[0].lines + halves[1].lines == para.lines
            assert halves[0].height <= room + NARROW
            assert min(len(half.lines) for half in halves) >= 2


def test_what_is_drawn_is_read_back(samples: list[Sample]) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, initialFontName=REGULAR)
    for para, width in samples:
        canvas.setPageSize((width + 40, para.height + 40))
        para.drawOn(canvas, 20, 20)
        canvas.showPage()
    canvas.save()
    for (para, _), read in zip(samples, pages(out.getvalue()), strict=True):
        assert bare(read.replace("✓", "")) == bare(para.measured.ink)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("车牌粤B·D12345号", "粤B·D12345"),
        ("金额¥1,234.00元整", "¥1,234.00元"),
        ("里程986公里时", "986公里"),
        ("依第十二条办", "第十二条"),
        ("编号HJ-2026-000123-1。", "HJ-2026-000123-1。"),
        ("见（附件3）与", "（附"),
        ("到账——为准", "账——"),
        ("☑\u00a0升级", "☑\u00a0升"),
    ],
)
def test_what_belongs_together_is_not_divided(text: str, word: str) -> None:
    assert word in [text[a:b] for a, b in atoms_of(text)]


def test_pure_han_lines_fill_the_measure_without_stretching() -> None:
    register_faces()
    para = Para("客" * 200, BODY)
    para.wrap(MEASURE, 1e6)
    assert [line.end - line.start for line in para.lines[:3]] == [42, 44, 44]


def test_a_last_line_is_never_a_single_character() -> None:
    register_faces()
    for length in range(43, 135):
        para = Para("客" * length + "。", BODY)
        para.wrap(MEASURE, 1e6)
        assert len(para.text[para.lines[-1].start :]) > 2


def test_a_plate_has_no_gap_inside() -> None:
    register_faces()
    para = Para("粤B·D12345", BODY)
    assert para.measured.gap[1] == 0
