"""The wording lint finds what a clause must not say, where it was typed, and little else."""

from __future__ import annotations

import csv
from itertools import product

import pytest

from models.casework.wording.amounts import fen_of
from models.casework.wording.lint import RULES, lint
from models.casework.wording.rule import ERROR
from models.kernel.money import capital
from tests.project_files import ROOT

pytestmark = pytest.mark.windows

MOST_FALSE_ALARMS = 1
FEWEST_SENTENCES = 20
with (ROOT / "tests" / "data" / "lint.tsv").open(encoding="utf-8", newline="") as file:
    SENTENCES = [tuple(row) for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]
IDS = sorted({rule.id for rule in RULES})


def of_rule(rule: str, expected: str) -> list[str]:
    """Return the sentences that a rule has to catch, or to leave alone."""
    return [text for found, kind, text in SENTENCES if (found, kind) == (rule, expected)]


def found_by(rule: str, text: str) -> bool:
    """Tell whether a rule finds something in a text."""
    return any(one.rule == rule for one in lint(text))


def test_every_rule_has_sentences_of_both_kinds() -> None:
    assert [f"L{number:02}" for number in range(1, 16)] == IDS
    counts = [len(of_rule(rule, kind)) for rule, kind in product(IDS, ("catch", "harmless"))]
    assert min(counts) >= FEWEST_SENTENCES
    assert len(set(SENTENCES)) == len(SENTENCES)


@pytest.mark.parametrize("rule", IDS)
def test_a_rule_catches_its_sentences(rule: str) -> None:
    assert [text for text in of_rule(rule, "catch") if not found_by(rule, text)] == []


@pytest.mark.parametrize("rule", IDS)
def test_a_rule_leaves_harmless_sentences_alone(rule: str) -> None:
    alarms = [text for text in of_rule(rule, "harmless") if found_by(rule, text)]
    assert len(alarms) <= MOST_FALSE_ALARMS, alarms


def test_no_rule_calls_a_harmless_sentence_of_another_rule_an_error() -> None:
    harmless = [(rule, text) for rule, kind, text in SENTENCES if kind == "harmless"]
    errors = [
        (one.rule, text)
        for rule, text in harmless
        for one in lint(text)
        if one.rule != rule and one.severity == ERROR
    ]
    assert errors == []


def test_a_finding_names_the_words_as_they_were_typed() -> None:
    text = "双方协商一致。\n乙方 不得 再 向「消協」投 訴；其余不变。"
    (found,) = lint(text)
    assert found.words == text[found.start : found.end] == "不得 再 向「消協」投 訴"
    assert (found.rule, found.severity) == ("L01", ERROR)
    assert found.basis
    assert found.suggestion


def test_a_right_that_is_named_first_does_not_excuse_what_follows_but() -> None:
    assert found_by("L01", "本协议不影响乙方的其他权利，但乙方不得再向12315投诉。")


def test_the_suggested_wording_passes_the_lint() -> None:
    said = {rule.id: lint(rule.suggestion) for rule in RULES if not rule.id.startswith("L11")}
    assert {rule: found for rule, found in said.items() if found} == {}


@pytest.mark.parametrize("fen", [1, 140_950, 600_714, 168_032, 10_700_053, 10_000_000_101])
def test_capital_numerals_are_read_as_they_are_written(fen: int) -> None:
    assert fen_of(capital(fen).removeprefix("人民币")) == fen
