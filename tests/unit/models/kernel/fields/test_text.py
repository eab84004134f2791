"""Text is kept as typed, compared folded, and refused when it cannot be stored or printed."""

from __future__ import annotations

import pytest

from models.kernel.checked import BadValue
from models.kernel.fields.text import check_text, compact, normalised


@pytest.mark.parametrize(
    "text",
    [
        "  客户说：车又坏了\n\t第二次 ",
        "气死我了😡👨‍👩‍👧",
        "<b>王</b> & 李 <未闭合",
        "王𬭎 㛃 䶮 凞",
        "ＶＩＮ　全角",
        "{value} %s",
    ],
)
def test_text_is_kept_as_typed(text: str) -> None:
    assert check_text(text).value == text


def test_line_ends_are_those_of_the_store_and_blanks_are_nothing() -> None:
    assert check_text("一\r\n二\r三").value == "一\n二\n三"
    assert check_text(" \u3000\n").value == ""


@pytest.mark.parametrize(
    ("text", "position", "code"),
    [
        ("王\0五", 2, "U+0000"),
        ("\x07", 1, "U+0007"),
        ("一\n二\x0b", 4, "U+000B"),
        ("a\x85", 2, "U+0085"),
        ("ab\ud800", 3, "U+D800"),
        ("赔100元\u202e", 6, "U+202E"),
    ],
)
def test_control_characters_are_named_with_their_place(text: str, position: int, code: str) -> None:
    with pytest.raises(BadValue) as refusal:
        check_text(text)
    assert refusal.value.message.values == {"position": position, "code": code}
    str(refusal.value).encode()


def test_too_long_text_says_how_much_has_to_go() -> None:
    assert check_text("长" * 200).value == "长" * 200
    with pytest.raises(BadValue) as refusal:
        check_text("长" * 100_000, 20_000)
    assert refusal.value.message.values == {"count": 100_000, "limit": 20_000, "over": 80_000}
    assert "100,000" in str(refusal.value)


def test_comparison_folds_width_case_and_blanks() -> None:
    assert normalised(" Ｋｅｓｕ　Tong\n客诉 ") == normalised("KESU tong 客诉") == "kesu tong 客诉"
    assert normalised("ﬁ Straße") == "fi strasse"


def test_numbers_are_compared_without_separators() -> None:
    assert compact(" 京Ａ·１２３-45_\u200b\u2014\u202d") == "京A12345"
