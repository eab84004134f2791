"""What each person can do with a task as it stands."""

from __future__ import annotations

import pytest

from models.casework.case.rules import task_acts


@pytest.mark.parametrize(
    ("login", "state", "acts"),
    [
        ("zhouhao", "open", {"acknowledge", "finish", "cancel"}),
        ("zhouhao", "acknowledged", {"finish", "cancel"}),
        ("zhouhao", "returned", {"acknowledge", "finish", "cancel"}),
        ("zhouhao", "done", {"return", "cancel"}),
        ("liumin", "done", {"verify", "return", "cancel"}),
        ("liumin", "verified", set()),
        ("liumin", "cancelled", set()),
        ("qianyi", "open", {"cancel"}),
    ],
)
def test_acts_follow_state_and_person(dealership, login, state, acts):
    task = {"department": "service", "assignee": "", "state": state, "done_by": "zhouhao"}
    assert task_acts(dealership.person(login), task) == acts


def test_a_task_for_one_person_is_that_persons_own(dealership):
    task = {"department": "service", "assignee": "qianyi", "state": "open", "done_by": ""}
    assert "finish" in task_acts(dealership.person("qianyi"), task)
