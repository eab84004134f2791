"""Lists a dealership changes, time limits by level, the logo of the letterhead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.dealership.office import commands, limits, lists, queries
from models.kernel import codes
from models.kernel.errors import Forbidden, Invalid, NotPossible
from tests.stores import PNG

if TYPE_CHECKING:
    from pathlib import Path

    from models.kernel.actor import Actor

GENERAL = {
    "level": "GENERAL",
    "first_response": 90,
    "plan_days": 2,
    "close_days": 4,
    "silence_hours": 36,
    "working": False,
}


def labels(admin: Actor, *, retired: bool = False) -> list[str]:
    found = codes.values(admin.branch_id, "channel", with_inactive=retired)
    return [value.label for value in found]


def test_a_value_of_ones_own_stands_at_the_end(admin: Actor) -> None:
    lists.add_code(admin, {"list_name": "channel", "label": " 抖音 "})
    lists.add_code(admin, {"list_name": "channel", "label": "小红书"})
    assert labels(admin)[-2:] == ["抖音", "小红书"]
    own = codes.values(admin.branch_id, "channel")[-2:]
    assert [value.code for value in own] == ["own_1", "own_2"]


def test_a_name_stands_once_in_a_list(admin: Actor) -> None:
    lists.add_code(admin, {"list_name": "channel", "label": "抖音"})
    with pytest.raises(Invalid, match="already"):
        lists.add_code(admin, {"list_name": "channel", "label": "抖音"})


def test_a_built_in_value_can_be_called_otherwise(admin: Actor) -> None:
    lists.rename_code(admin, {"list_name": "channel", "code": "phone", "label": "来电"})
    value = next(v for v in codes.values(admin.branch_id, "channel") if v.code == "phone")
    assert (value.label, value.built_in) == ("来电", False)


def test_a_retired_value_is_offered_no_more_and_can_come_back(admin: Actor) -> None:
    named = {"list_name": "channel", "code": "fax"}
    before = labels(admin)
    lists.retire_code(admin, named)
    assert len(labels(admin)) == len(before) - 1
    assert labels(admin, retired=True) == before
    lists.restore_code(admin, named)
    assert labels(admin) == before


def test_the_last_value_of_a_list_stays(admin: Actor) -> None:
    *others, last = codes.values(admin.branch_id, "responsible_side")
    for value in others:
        lists.retire_code(admin, {"list_name": "responsible_side", "code": value.code})
    with pytest.raises(NotPossible):
        lists.retire_code(admin, {"list_name": "responsible_side", "code": last.code})


@pytest.mark.parametrize("list_name", ["level", "role", "approval_decision", "nothing"])
def test_lists_that_rules_depend_on_stay(admin: Actor, list_name: str) -> None:
    with pytest.raises(Invalid):
        lists.add_code(admin, {"list_name": list_name, "label": "x"})


def test_a_part_of_a_tree_needs_a_stem_that_is_there(admin: Actor) -> None:
    lists.add_code(admin, {"list_name": "cause", "label": "软件缺陷", "parent": "value"})
    assert codes.values(admin.branch_id, "cause")[-1].parent == "value"
    with pytest.raises(NotPossible):
        lists.add_code(admin, {"list_name": "cause", "label": "其他", "parent": "none"})


def test_limits_of_one_level_are_set_alone(admin: Actor) -> None:
    before = limits.limits_by_level(admin.branch_id)
    limits.set_limits(admin, GENERAL)
    after = limits.limits_by_level(admin.branch_id)
    assert after[1] == limits.LevelLimits("GENERAL", 90, 2, 4, 36, False)
    assert [after[0], *after[2:]] == [before[0], *before[2:]]


def test_only_the_administrator_sets_them(agent: Actor) -> None:
    with pytest.raises(Forbidden):
        limits.set_limits(agent, GENERAL)
    with pytest.raises(Forbidden):
        lists.add_code(agent, {"list_name": "channel", "label": "抖音"})


def test_a_logo_is_kept_in_the_store(admin: Actor, tmp_path: Path) -> None:
    picture, text = tmp_path / "logo.png", tmp_path / "logo.txt"
    picture.write_bytes(PNG)
    text.write_text("no picture", encoding="utf-8")
    with pytest.raises(Invalid):
        commands.set_logo(admin, {"logo_file": str(text)})
    commands.set_logo(admin, {"logo_file": str(picture)})
    assert len(queries.branch(admin.branch_id).logo) == 64
