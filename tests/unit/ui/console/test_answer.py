"""Answers for people: readable lines, refusals as sentences, no console at all."""

from __future__ import annotations

import errno
import io

import pytest

from models.kernel.errors import Invalid, Missing, NotPossible
from resources.texts import Message, Texts
from ui.console.answer import readable, sentences, write
from ui.console.arguments import language_of, names_subcommand

pytestmark = pytest.mark.windows

ENGLISH = Texts("en")


def test_rows_stand_on_a_line_each_and_groups_below_their_name() -> None:
    data = {"rows": [{"a": 1, "b": ""}, {"a": 2, "b": "x"}], "inner": {"yes": True}, "none": []}
    assert list(readable(data)) == [
        "rows:",
        "  a=1",
        "  a=2  b=x",
        "inner:",
        "  yes: true",
        "none: ",
    ]


def test_a_refusal_lists_fields_and_missing_things() -> None:
    two = Invalid({"intake.a": Message("x", "A is wrong."), "intake.b": Message("x", "B too.")})
    assert sentences(two, ENGLISH)[1:] == ["  intake.a: A is wrong.", "  intake.b: B too."]
    lacking = NotPossible(Message("x", "Not yet."), [Missing(Message("x", "Call."), "x.call")])
    assert sentences(lacking, ENGLISH) == ["Not yet.", "  - Call."]


def test_without_a_console_nothing_is_written() -> None:
    write(None, "nobody reads this")


class Broken(io.StringIO):
    """A stream that refuses in some way."""

    def __init__(self, reason: int) -> None:
        super().__init__()
        self.reason = reason

    def write(self, _text: str) -> int:
        raise OSError(self.reason, "refused")


@pytest.mark.parametrize("reason", [errno.EPIPE, errno.EINVAL])
def test_a_reader_who_left_is_no_fault(reason: int) -> None:
    write(Broken(reason), "the first lines were enough")


def test_a_full_disk_is_told() -> None:
    with pytest.raises(OSError, match="refused"):
        write(Broken(errno.ENOSPC), "half an answer")


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        ([], False),
        (["--demo"], False),
        (["--data", "x", "--as", "y", "--theme", "dark"], False),
        (["cases"], True),
        (["--data", "x", "cases"], True),
        (["--help"], True),
        (["--json"], True),
    ],
)
def test_a_subcommand_or_the_window(argv: list[str], expected: bool) -> None:
    assert names_subcommand(argv) is expected


def test_the_language_is_known_before_the_arguments_are_read() -> None:
    assert language_of(["cases", "--lang", "en"]) == "en"
    assert language_of(["--lang=zh_TW", "cases"]) == "zh_TW"
    assert language_of(["--lang", "klingon"]) == "zh_CN"
