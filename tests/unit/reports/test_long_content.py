"""Very long contents flow over as many pages as they need, and nothing is lost."""

from __future__ import annotations

import re
from dataclasses import replace

from models.kernel.money import capital
from tests.unit.reports import samples
from tests.unit.reports.reading import bare, flat, pages, rendered

SENTENCE = "车在高速上抖动、异响，维修三次仍未解决（见工单WX-0501-017），希望2026年6月1日前答复。"


def story(length: int) -> str:
    """Return a story without two equal stretches, so that a lost line is noticed."""
    numbered = (f"{k}、{SENTENCE}" for k in range(1, 2000))
    return "".join(numbered)[:length]


def test_a_story_of_twenty_thousand_characters_is_printed_whole() -> None:
    long = story(20_000)
    paper = rendered("complaint_register", {"story": long})
    assert paper.pages > 10
    numbers = r"(?<!\d)(\d+)、(?!维)"
    printed = set(re.findall(numbers, flat(paper.pdf)))
    assert len(re.findall(numbers, long)) > 350
    assert printed >= set(re.findall(numbers, long))


def test_a_demand_longer_than_a_page_goes_on_in_its_column() -> None:
    demands = (replace(samples.DEMANDS[0], text=story(4_000)), *samples.DEMANDS[1:])
    paper = rendered("complaint_register", {"demands": demands})
    texts = [bare(text) for text in pages(paper.pdf)]
    assert sum("客户诉求种类金额" in text for text in texts) > 2, "the head row comes again"
    assert all(any(demand.text in text for text in texts) for demand in samples.DEMANDS[1:])


def test_a_hundred_terms_are_numbered_to_the_last() -> None:
    terms = tuple(replace(samples.TERMS[0], text=f"第{k}项维修") for k in range(1, 101))
    text = flat(rendered("settlement_agreement", {"terms": terms}).pdf)
    assert "3.100维修。第100项维修。" in text


def test_a_table_of_a_hundred_payments_adds_up() -> None:
    terms = tuple(replace(samples.TERMS[-1], text=f"第{k}笔", amount_fen=k) for k in range(1, 101))
    paper = rendered("settlement_agreement", {"terms": terms})
    assert f"前款合计¥50.50（{capital(5050)}）" in flat(paper.pdf)


def test_the_signatures_never_stand_on_a_page_without_text() -> None:
    for more in range(0, 24, 2):
        facts = tuple(f"补充事实{k}：双方核对了检测数据。" for k in range(more))
        texts = pages(rendered("settlement_agreement", {"facts_confirmed": facts}).pdf)
        signed = next(text for text in texts if "授权代表签名" in text)
        assert "本协议自双方签名、盖章或者按指印之日起生效" in bare(signed)
        assert "见证人签名" in signed


def test_what_is_blank_after_the_signatures_is_struck_out() -> None:
    last = pages(rendered("settlement_agreement").pdf)[-1]
    assert "以下空白" in last
