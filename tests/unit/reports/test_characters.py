"""Rare characters read back; one without a shape is refused with a sentence; no markup."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.kernel.errors import NotPossible
from reports.fonts import missing_glyphs
from resources.texts import Texts
from tests.unit.reports import samples
from tests.unit.reports.reading import flat, rendered

RARE = "㛃䶮𬭎𠅤𤩽"
NO_SHAPE = "\U00020001"
ODD_WORDS = [
    "<b>车</b>",
    "&lt;&amp;",
    "<a href='x'>点这里</a>",
    "<img src='/etc/hostname'>",
    "未闭合<b",
    "**甲方**与__乙方__",
    "{subject}",
]


@pytest.mark.parametrize("char", RARE)
def test_a_rare_name_is_read_back_as_it_was_typed(char: str) -> None:
    customer = replace(samples.CUSTOMER, name=f"周{char}")
    assert f"周{char}" in flat(rendered("complaint_register", {"customer": customer}).pdf)
    text = flat(rendered("settlement_agreement", {"party_b": (customer,)}).pdf)
    assert text.count(f"周{char}") == 2


@pytest.mark.windows
def test_many_rare_names_on_one_page_are_all_read_back() -> None:
    story = "".join(chr(point) for point in range(0x3400, 0x3400 + 600))
    assert story in flat(rendered("complaint_register", {"story": story}).pdf)


@pytest.mark.parametrize("words", ODD_WORDS)
def test_what_looks_like_markup_is_printed_as_it_is(words: str) -> None:
    bare_words = "".join(words.split())
    assert bare_words in flat(rendered("complaint_register", {"story": words}).pdf)
    facts = (words,)
    assert bare_words in flat(rendered("settlement_agreement", {"facts_confirmed": facts}).pdf)
    assert bare_words in flat(rendered("settlement_agreement", {"subject": words}).pdf)


def test_controls_and_emoji_selectors_have_no_shape_and_are_left_out() -> None:
    assert missing_glyphs("车\x00\x07\u200b\ufe0f\r\n\t修") == []
    assert "车修" in flat(rendered("complaint_register", {"story": "车\x00\u200b修"}).pdf)


@pytest.mark.windows
def test_a_character_without_a_shape_is_refused_and_named() -> None:
    story = f"客户姓{NO_SHAPE}，要求尽快修好"
    with pytest.raises(NotPossible) as refused:
        rendered("complaint_register", {"story": story})
    sentence = Texts("zh_CN").say(refused.value.message)
    assert NO_SHAPE in sentence
    assert "U+20001" in sentence
    assert "客户姓" in sentence
    assert [missing.place for missing in refused.value.missing] == ["story"]


def test_every_such_character_is_named_with_its_place() -> None:
    customer = replace(samples.CUSTOMER, name=f"周{NO_SHAPE}", address="笑脸路😀")
    demands = (replace(samples.DEMANDS[0], text="赔我一辆🚗"),)
    with pytest.raises(NotPossible) as refused:
        rendered("complaint_register", {"customer": customer, "demands": demands})
    places = [missing.place for missing in refused.value.missing]
    assert places == ["customer.name", "customer.address", "demands[1].text"]


def test_the_number_on_the_frame_is_checked_too() -> None:
    with pytest.raises(NotPossible):
        rendered("complaint_register", case_no=f"KS-{NO_SHAPE}")
