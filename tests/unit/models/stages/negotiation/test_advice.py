"""What the five questions suggest, and how thin the preparation is."""

from __future__ import annotations

import pytest

from models.stages.negotiation.handling import usual_handling
from models.stages.negotiation.rules import advice, option_hints, uncovered


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"company_fault": 50}, "more generous"),
        ({"word_of_mouth": "ill"}, "spread ill"),
        ({"repurchase_hope": "will_buy"}, "buy again"),
        ({"demand_reasonable": "reasonable"}, "meet at least that"),
        ({"demand_reasonable": "unreasonable"}, "something else as goodwill"),
        (
            {
                "demand_reasonable": "unreasonable",
                "ongoing_trade": "no",
                "repurchase_hope": "never",
            },
            "say no, clearly and politely",
        ),
    ],
)
def test_the_five_questions_give_advice(answers: dict[str, object], said: str) -> None:
    found = [str(message) for message in advice(answers)]
    assert len(found) == 1
    assert said in found[0]


def test_no_no_is_advised_while_the_three_guarantees_may_oblige() -> None:
    no = {"demand_reasonable": "unreasonable", "ongoing_trade": "no", "repurchase_hope": "never"}
    (said,) = advice(no, ["24(1)(四)", "24(1)(四)", "21"])
    assert "refuse nothing" in str(said)
    assert "art. 24(1)(四)、21" in str(said)


def test_no_answers_no_advice() -> None:
    assert advice({}) == []


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        ("defective_product", "exchange or repair"),
        ("wrong_handling", "do it again at once"),
        ("misuse", "repair it free of charge"),
        ("misread_warranty", "explain the facts"),
        ("impolite", "apologises together with the employee"),
    ],
)
def test_each_kind_of_cause_is_handled_in_its_way(cause: str, said: str) -> None:
    (rule,) = usual_handling([{"code": cause, "is_root": True}])
    assert said in str(rule)
    assert usual_handling([{"code": cause, "is_root": False}]) == []


def test_options_are_prepared_in_plenty_and_with_a_basis() -> None:
    one = {"no": 1, "state": "prepared", "basis": "", "covers": ""}
    assert len(option_hints([one])) == 2
    assert option_hints([]) == []
    assert option_hints([one | {"no": n, "basis": "保修条款"} for n in (1, 2, 3)]) == []


def test_only_live_options_cover_open_demands() -> None:
    demands = [{"no": n, "answer": "open"} for n in (1, 2)] + [{"no": 3, "answer": "granted"}]
    dropped = {"state": "dropped", "covers": "2"}
    assert uncovered(demands, [{"state": "offered", "covers": "1"}, dropped]) == [2]
