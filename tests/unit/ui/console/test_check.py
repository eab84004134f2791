"""``check``: the pure rules, without any store."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from ui.console.check import KINDS
from ui.console.rules import RULES

if TYPE_CHECKING:
    from tests.consoles import Console

NOW = ("--now", "2026-08-03T09:00+08:00")
FAULTLESS: dict[str, Any] = {
    "vin": "LSVAA49J132047371",
    "plate": {"value": "京AD12345"},
    "phone": {"phone": "13800000001"},
    "id_card": "11010519491231002X",
    "credit_code": "91350100M000100Y43",
    "amount_capital": {"amount": "1680.32", "capital": "人民币壹仟陆佰捌拾元零叁角贰分"},
    "working_time": {"start": "2026-08-03T11:30:00+08:00", "minutes": 60},
    "level": {"text": "刹车失灵", "demand_kinds": ["return"], "amounts": ["100"]},
    "authority": {"amount": "900", "role": "manager"},
    "read_back": {"read_back_text": "经过", "focus": "熄火", "read_back_confirmed": True},
    "lint": {"text": "本协议不影响乙方依法向12315投诉的权利。"},
    "sanbao": {"invoice_date": "2026-03-01", "use_kind": "private", "repairs": []},
}
WRONG: dict[str, Any] = {
    "vin": "LSVAA49J032047371",
    "plate": "京I12345",
    "phone": "123",
    "id_card": "110105194912310021",
    "credit_code": "91350100M000100Y44",
    "amount_capital": {"amount": "100", "capital": "人民币壹拾元整"},
    "working_time": {"start": "yesterday"},
    "authority": {"amount": "5000", "role": "care_agent"},
    "read_back": {"read_back_text": "经过"},
    "lint": {"text": "乙方不得再向12315投诉。"},
    "sanbao": {"repairs": [{"order_no": "W1", "problems": [{"quality": "perhaps"}]}]},
}


def ask(console: Console, kind: str, value: Any) -> dict[str, Any]:
    ran = console("check", kind, "--json", *NOW, stdin=json.dumps(value))
    assert ran.code == 0, ran.out
    return dict(ran.json)


def test_every_rule_is_tried() -> None:
    assert set(FAULTLESS) == set(RULES) == set(KINDS)


@pytest.mark.parametrize("kind", FAULTLESS)
def test_a_right_value_is_ok(console: Console, kind: str) -> None:
    found = ask(console, kind, FAULTLESS[kind])
    assert found["ok"] is True
    assert not [one for one in found["findings"] if one["severity"] == "error"]


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_value_is_found(console: Console, kind: str) -> None:
    found = ask(console, kind, WRONG[kind])
    assert found["ok"] is False
    assert all(one["message"] for one in found["findings"])


def test_rules_answer_values(console: Console) -> None:
    due = ask(console, "working_time", FAULTLESS["working_time"])
    assert due["due_at"] == "2026-08-03T14:00:00+08:00"
    between = {"start": "2026-08-03T11:30+08:00", "end": "2026-08-03T14:00+08:00"}
    assert ask(console, "working_time", between)["minutes"] == 60
    assert ask(console, "level", FAULTLESS["level"])["level"] == "MAJOR"
    assert ask(console, "authority", {"amount": "5000"})["needs_role"] == "general_manager"
    assert ask(console, "amount_capital", "0.05")["value"] == "人民币伍分"


@pytest.mark.parametrize("text", ["", "nonsense", "[1]", "null"])
def test_what_is_no_value_is_refused_or_found(console: Console, text: str) -> None:
    ran = console("check", "vin", "--json", stdin=text)
    assert ran.code == 1 or ran.json["ok"] is False


def test_no_store_is_opened(console: Console) -> None:
    ran = console("check", "plate", "--data", "/nowhere/at/all", "--json", stdin='"京A12345"')
    assert ran.json["ok"] is True
