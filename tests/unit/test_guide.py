"""The guide says at every stage what to ask, to say and to avoid, in the clerk's language."""

from __future__ import annotations

import json

import pytest

import resources
from models.casework.case.rules import STAGES
from resources.texts import catalogue

GUIDE = json.loads(resources.path("seed/guide.json").read_text(encoding="utf-8"))
KINDS = ("ask", "say", "avoid")
LONGEST = {"ask": 20, "say": 42, "avoid": 24}


def test_every_stage_has_all_three_parts() -> None:
    assert tuple(GUIDE) == STAGES
    assert all(set(parts) == set(KINDS) and all(parts.values()) for parts in GUIDE.values())


@pytest.mark.parametrize("stage", STAGES)
def test_every_line_is_chinese_and_short_enough_to_read_on_the_telephone(stage: str) -> None:
    known = catalogue("zh_CN")
    for kind in KINDS:
        for line in GUIDE[stage][kind]:
            words = known[("guide", line)]
            assert 0 < len(words) <= LONGEST[kind], words


@pytest.mark.parametrize("stage", STAGES)
def test_what_can_be_said_stands_in_quotation_marks(stage: str) -> None:
    known = catalogue("zh_CN")
    said = [known[("guide", line)] for line in GUIDE[stage]["say"]]
    assert all(words.startswith("“") and words.endswith("”") for words in said)
