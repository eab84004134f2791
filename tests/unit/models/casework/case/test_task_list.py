"""Tasks across cases: whose they are, and what the asking person can do with each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.casework.case import task_list, tasks
from models.dealership.access.absences import add_absence
from models.kernel.errors import Invalid
from models.kernel.zone import DAY, HOUR

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from tests.casefile import Dealership


def give(dealership: Dealership, case: Case, **other: object) -> None:
    values = {"kind": "explain", "department": "service", "title": "核对工时单"}
    tasks.add_task(dealership.person("liumin"), case.id, values | other)


def titles(dealership: Dealership, login: str, scope: str) -> list[str]:
    return [line.title for line in task_list.tasks(dealership.person(login), scope)]


def test_mine_are_those_with_my_name_and_those_nobody_of_my_department_has(
    dealership: Dealership,
) -> None:
    case = dealership.case()
    give(dealership, case, title="给周浩", assignee="zhouhao", due_at=dealership.clock.now + HOUR)
    give(dealership, case, title="给赵磊", assignee="zhaolei")
    give(dealership, case, title="给本部门")
    give(dealership, case, title="给财务", department="finance")
    assert titles(dealership, "zhouhao", "mine") == ["给周浩", "给本部门"]
    assert titles(dealership, "zhouhao", "department") == ["给周浩", "给赵磊", "给本部门"]
    assert len(titles(dealership, "qianyi", "store")) == 4


def test_a_deputy_finds_the_tasks_of_who_is_away(dealership: Dealership) -> None:
    give(dealership, dealership.case(), assignee="zhouhao")
    away = {
        "login": "zhouhao",
        "first_day": "2026-08-01",
        "last_day": "2026-08-03",
        "deputy": "sunqi",
    }
    assert titles(dealership, "sunqi", "mine") == []
    add_absence(dealership.person("wugang"), away)
    assert titles(dealership, "sunqi", "mine") == ["核对工时单"]
    dealership.clock.now += 4 * DAY
    assert titles(dealership, "sunqi", "mine") == []


def test_who_owns_the_case_checks_what_others_did(dealership: Dealership) -> None:
    case = dealership.case()
    give(dealership, case)
    tasks.finish_task(dealership.person("zhouhao"), case.id, {"no": 1, "result": "已办"})
    (line,) = task_list.tasks(dealership.person("liumin"), "to_check")
    assert {"verify", "return"} <= line.acts
    assert titles(dealership, "zhaolei", "to_check") == []
    (line,) = task_list.tasks(dealership.person("qianyi"), "store")
    assert line.acts == frozenset(), "finance neither did it nor works on cases"


def test_restricted_cases_stay_out(dealership: Dealership) -> None:
    case = dealership.case()
    give(dealership, case)
    case.hold = "restricted"
    case.save()
    assert titles(dealership, "zhouhao", "store") == []


def test_an_unknown_scope_is_refused(dealership: Dealership) -> None:
    with pytest.raises(Invalid):
        task_list.tasks(dealership.person("liumin"), "everything")
