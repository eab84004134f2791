"""Evidence says who took it, when and where, and who has had it since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from models.casework.evidence import commands
from models.casework.evidence.queries import evidence_of
from models.kernel import audit, files, search
from models.kernel.command import COMMANDS, unit_of_work
from models.kernel.errors import Forbidden, Invalid, NotPossible, Stale
from tests.stores import BRANCH, PNG, START, Clock

if TYPE_CHECKING:
    from pathlib import Path

    from models.casework.case.tables import Case
    from models.kernel.actor import Actor
    from tests.casefile import Dealership

HOUR = 3_600_000


@pytest.fixture
def agent(dealership: Dealership) -> Actor:
    return dealership.person("liumin")


@pytest.fixture
def case(dealership: Dealership) -> Case:
    return dealership.case("INVESTIGATING")


@pytest.fixture
def photo(tmp_path: Path) -> str:
    path = tmp_path / "停车场 现场.jpg"
    path.write_bytes(PNG)
    return str(path)


def described(**values: Any) -> dict[str, Any]:
    told = {
        "title": "车辆残骸左前部",
        "kind": "photo_scene",
        "taken_at": START - 2 * HOUR,
        "taken_by": "赵磊",
        "place": "交警队停车场",
        "about": "demand:1",
    }
    return told | values


def test_a_photo_is_kept_with_taker_time_and_place(agent: Actor, case: Case, photo: str) -> None:
    done = commands.add(agent, case.case_no, described(path=photo))
    assert (done.case_no, done.no) == (case.case_no, 1)
    [item] = evidence_of(case.id)
    assert (item.title, item.taken_by, item.taken_at) == (
        "车辆残骸左前部",
        "赵磊",
        START - 2 * HOUR,
    )
    assert (item.place, item.stage, item.about) == ("交警队停车场", "analysis", "demand:1")
    assert (item.file_name, item.media_type) == ("停车场 现场.png", "image/png")
    assert (item.added_by, item.added_at) == ("liumin", START)
    assert files.open_bytes(item.file_sha256) == PNG


def test_evidence_is_found_by_its_words(agent: Actor, case: Case, photo: str) -> None:
    commands.add(agent, case.id, described(path=photo))
    assert {hit.case_id for hit in search.find(BRANCH, "残骸")} == {case.id}


def test_a_part_without_a_file_says_where_it_is(agent: Actor, case: Case) -> None:
    with pytest.raises(Invalid) as refused:
        commands.add(agent, case.id, described(kind="other"))
    assert list(refused.value.problems) == ["evidence.item.path"]
    commands.add(agent, case.id, described(kind="other", custody="旧件库 3 号柜，已封存"))
    [item] = evidence_of(case.id)
    assert (item.file_sha256, item.custody) == ("", "旧件库 3 号柜，已封存")


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"title": ""}, "title"),
        ({"kind": "no_such_kind"}, "kind"),
        ({"taken_at": START + HOUR}, "taken_at"),
        ({"path": "/no/such/photo.jpg"}, "path"),
    ],
)
def test_what_is_wrong_is_named(
    agent: Actor, case: Case, photo: str, wrong: dict[str, Any], key: str
) -> None:
    with pytest.raises(Invalid) as refused:
        commands.add(agent, case.id, described(path=photo) | wrong)
    assert list(refused.value.problems) == [f"evidence.item.{key}"]
    assert evidence_of(case.id) == []


def test_another_room_can_keep_bytes(agent: Actor, case: Case) -> None:
    values = {"title": "客户签名", "kind": "statement", "custody": ""}
    with unit_of_work(agent, "test") as work:
        commands.keep(work, case, values, PNG, "签名.png")
    assert evidence_of(case.id)[0].file_name == "签名.png"


def test_a_description_changes_and_the_file_does_not(agent: Actor, case: Case, photo: str) -> None:
    first = commands.add(agent, case.id, described(path=photo))
    before = evidence_of(case.id)[0].file_sha256
    done = commands.change(
        agent, case.id, {"no": 1, "version": first.version, "title": "车辆残骸右前部"}
    )
    [item] = evidence_of(case.id)
    assert (item.title, item.version, item.file_sha256) == ("车辆残骸右前部", done.version, before)
    assert item.taken_by == "赵磊"
    with pytest.raises(Stale):
        commands.change(agent, case.id, {"no": 1, "version": first.version, "title": "别的"})
    with pytest.raises(Invalid):
        commands.change(agent, case.id, {"no": 1, "path": photo})


def test_what_was_added_wrongly_leaves_the_list_but_not_the_history(
    agent: Actor, case: Case, photo: str
) -> None:
    commands.add(agent, case.id, described(path=photo))
    commands.remove(agent, case.id, {"no": 1})
    assert evidence_of(case.id) == []
    assert audit.history(case.id)[0].values["title"] == ("车辆残骸左前部", None)
    assert commands.add(agent, case.id, described(path=photo)).no == 2
    with pytest.raises(NotPossible):
        commands.remove(agent, case.id, {"no": 1})


def test_the_chain_of_keepers_has_no_gap(agent: Actor, case: Case, clock: Clock) -> None:
    commands.add(agent, case.id, described(kind="other", custody="行车记录仪存储卡，封存"))
    for keeper, purpose in (("质量部 钱工", "读取数据"), ("厂家 何工", "技术鉴定")):
        clock.forward(hours=1)
        commands.hand_over(agent, case.id, {"no": 1, "to_whom": keeper, "purpose": purpose})
    [item] = evidence_of(case.id)
    assert [(step.from_whom, step.to_whom) for step in item.hand_overs] == [
        ("赵磊", "质量部 钱工"),
        ("质量部 钱工", "厂家 何工"),
    ]
    assert [step.at for step in item.hand_overs] == [START + HOUR, START + 2 * HOUR]
    assert item.keeper == "厂家 何工"


def test_nobody_hands_over_before_receiving(agent: Actor, case: Case, clock: Clock) -> None:
    commands.add(agent, case.id, described(kind="other", custody="封存"))
    clock.forward(hours=2)
    given = {"no": 1, "to_whom": "钱工", "purpose": "读取数据"}
    commands.hand_over(agent, case.id, given)
    with pytest.raises(Invalid) as refused:
        commands.hand_over(agent, case.id, given | {"at": clock.now - HOUR})
    assert list(refused.value.problems) == ["evidence.custody.at"]


def test_what_is_not_there_cannot_be_handed_over(agent: Actor, case: Case) -> None:
    with pytest.raises(NotPossible):
        commands.hand_over(agent, case.id, {"no": 7, "to_whom": "钱工", "purpose": "鉴定"})


@pytest.mark.parametrize("state", ["ARCHIVED", "MERGED"])
def test_a_case_that_is_shut_takes_no_more(
    dealership: Dealership, agent: Actor, photo: str, state: str
) -> None:
    with pytest.raises(NotPossible):
        commands.add(agent, dealership.case(state).id, described(path=photo))


@pytest.mark.parametrize("name", [name for name in COMMANDS if name.startswith("evidence.")])
def test_finance_does_not_touch_evidence(dealership: Dealership, case: Case, name: str) -> None:
    with pytest.raises(Forbidden):
        COMMANDS[name].run(dealership.person("qianyi"), case.id, {"no": 1})
