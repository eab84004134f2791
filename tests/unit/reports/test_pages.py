"""What stands around the text of every paper: numbers, codes, marks, and the same bytes twice."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

import reports
from models.casework.documents.content import COPY_MARKS
from tests.project_files import ROOT
from tests.unit.reports import samples
from tests.unit.reports.reading import BY_NAME, PAPERS, bare, codes, flat, pages, rendered

NAMES = [paper.name for paper in PAPERS]


def test_every_paper_is_tried() -> None:
    assert set(NAMES) == set(reports.DOCUMENTS)


@pytest.mark.parametrize("name", NAMES)
def test_each_page_says_which_of_how_many_it_is(name: str) -> None:
    paper = rendered(name)
    texts = pages(paper.pdf)
    assert len(texts) == paper.pages
    for number, text in enumerate(texts, 1):
        assert f"第{number}页共{paper.pages}页" in bare(text)


@pytest.mark.windows
@pytest.mark.parametrize("name", NAMES)
def test_each_page_carries_the_code_of_its_number_version_page_and_content(name: str) -> None:
    content = BY_NAME[name].content()
    frame = samples.frame_for(content, BY_NAME[name].doc_no, version=3)
    paper = reports.render(name, content, frame)
    check = frame.content_hash[:12].upper()
    assert codes(paper.pdf) == [
        [f"KT1*{frame.doc_no}*3*{number}/{paper.pages}*{check}"]
        for number in range(1, paper.pages + 1)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_foot_names_number_version_check_and_print(name: str) -> None:
    content = BY_NAME[name].content()
    frame = samples.frame_for(content, BY_NAME[name].doc_no, version=2, print_count=4)
    digits = frame.content_hash[:12].upper()
    check = f"{digits[:4]}-{digits[4:8]}-{digits[8:]}"
    for text in pages(reports.render(name, content, frame).pdf):
        foot = f"{frame.doc_no}第2版校验{check}2026-05-0316:20第4次打印"
        assert foot in bare(text)


def test_the_time_of_printing_is_the_time_of_the_dealership() -> None:
    text = flat(rendered("dispatch_slip", time_zone="Asia/Urumqi").pdf)
    assert "2026-05-0314:20第1次打印" in text


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_is_marked_on_every_page_and_has_no_code_that_would_verify(name: str) -> None:
    paper = rendered(name, draft=True)
    assert codes(paper.pdf) == [[]] * paper.pages
    for text in pages(paper.pdf):
        assert "未经双方签署不具效力" in bare(text)
        assert "校验" not in text


@pytest.mark.parametrize("name", NAMES)
def test_a_final_paper_has_no_watermark_and_no_transparency(name: str) -> None:
    paper = rendered(name)
    assert "不具效力" not in flat(paper.pdf)
    assert b"/ca ." not in paper.pdf


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("draft", [False, True])
def test_a_demo_store_is_named_on_every_page(name: str, draft: bool) -> None:
    for text in pages(rendered(name, demo=True, draft=draft).pdf):
        assert "演示" in bare(text)
        assert "演示数据,不具法律效力" in bare(text).replace("，", ",")


@pytest.mark.parametrize("name", NAMES)
def test_a_real_store_is_never_called_a_demo(name: str) -> None:
    assert "演示" not in flat(rendered(name).pdf)


@pytest.mark.parametrize(
    ("mark", "words"), [("party_a", "甲方存"), ("party_b", "乙方存"), ("third_party", "备案存")]
)
def test_the_copies_differ_only_in_their_mark(mark: str, words: str) -> None:
    assert mark in COPY_MARKS
    copy = rendered("settlement_agreement", copy_mark=mark)
    plain = flat(rendered("settlement_agreement").pdf)
    assert all(words in bare(text) for text in pages(copy.pdf))
    assert flat(copy.pdf).replace(words, "") == plain


@pytest.mark.parametrize("name", NAMES)
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    assert rendered(name).pdf == rendered(name).pdf


@pytest.mark.windows
def test_the_same_input_gives_the_same_bytes_in_another_process() -> None:
    script = (
        "import hashlib; from tests.unit.reports.reading import rendered;"
        "print(hashlib.sha256(rendered('settlement_agreement').pdf).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_a_second_print_changes_the_foot_but_not_the_check() -> None:
    first, second = (rendered("complaint_register", print_count=n) for n in (1, 2))
    assert codes(first.pdf) == codes(second.pdf)
    assert "第2次打印" in flat(second.pdf)


@pytest.mark.windows
@pytest.mark.parametrize("name", NAMES)
def test_only_the_two_own_faces_are_embedded(name: str) -> None:
    pdf = rendered(name).pdf
    assert b"Helvetica" not in pdf
    assert b"NotoSansSC-Regular" in pdf


def test_the_letterhead_does_without_a_logo() -> None:
    plain = rendered(
        "complaint_register", {"letterhead": replace(samples.LETTERHEAD, logo_png=None)}
    )
    assert b"/Subtype /Image" not in plain.pdf
    assert b"/Subtype /Image" in rendered("complaint_register").pdf


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_a_paper_is_printed_in_its_own_language(name: str, language: str) -> None:
    text = flat(rendered(name, language=language).pdf)
    assert ("Page1of" in text) == (language == "en")


def test_a_content_of_another_paper_is_a_mistake() -> None:
    content = samples.register()
    with pytest.raises(TypeError, match="DispatchSlip"):
        reports.render("dispatch_slip", content, samples.frame_for(content, "DIS-1"))
