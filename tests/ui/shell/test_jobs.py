"""Work beside the screen: answers come back in order, pages end on the screen's thread."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from models.kernel.changes import Change, announce
from models.kernel.errors import NotPossible
from resources.texts import Message
from ui.shell.events import Events
from ui.shell.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.windows


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    made = Jobs(Events())
    yield made
    made.close()


class Asking(QWidget):
    """Notes the thread on which it ends."""

    def __init__(self, ended: list[str]) -> None:
        super().__init__()
        self.ended, self.begun, self.go_on = ended, threading.Event(), threading.Event()

    def ask(self) -> int:
        self.begun.set()
        self.go_on.wait(5)
        return 1

    def show_answer(self, answer: int) -> None:
        self.ended.append(str(answer))

    def __del__(self) -> None:
        self.ended.append(threading.current_thread().name)


def test_a_page_that_left_ends_on_the_screens_thread(jobs: Jobs, qtbot: QtBot) -> None:
    for _ in range(20):
        ended: list[str] = []
        page = Asking(ended)
        jobs.read("page", page.ask, page.show_answer)
        page.begun.wait(5)
        jobs.forget("page")
        go_on = page.go_on
        del page
        go_on.set()
        qtbot.waitUntil(lambda ended=ended: bool(ended))
        assert ended == ["MainThread"]


def test_nobody_is_told_who_is_gone(jobs: Jobs, qtbot: QtBot) -> None:
    ended: list[str] = []
    page = Asking(ended)
    jobs.read("page", page.ask, page.show_answer)
    page.begun.wait(5)
    delete(page)
    answers: list[int] = []
    page.go_on.set()
    jobs.read("other", lambda: 1, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    jobs.close()
    assert "1" not in ended


def test_only_the_newest_question_is_answered(jobs: Jobs, qtbot: QtBot) -> None:
    answers: list[str] = []
    gate = threading.Event()
    jobs.read("list", lambda: gate.wait(5) and "old", answers.append)
    jobs.read("list", lambda: "new", answers.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(answers))
    jobs.close()
    assert answers == ["new"]


def test_a_slow_write_waits_and_tells_what_changed(jobs: Jobs, qtbot: QtBot) -> None:
    change = Change("complaint_case", 1, 1, "change")

    gate = threading.Event()
    QTimer.singleShot(100, gate.set)

    def slow() -> str:
        gate.wait(5)
        announce([change])
        return "written"

    with qtbot.waitSignal(jobs._events.data_changed) as told:
        assert jobs.write(slow) == "written"
    assert told.args == [(change,)]


def test_a_refusal_is_raised_where_it_was_asked(jobs: Jobs) -> None:
    def refuse() -> None:
        raise NotPossible(Message("kernel", "{count} fields need another look.", count=2))

    with pytest.raises(NotPossible):
        jobs.write(refuse)


def test_python_collects_no_garbage_on_other_threads(jobs: Jobs) -> None:
    assert not gc.isenabled()
    jobs.close()
    assert gc.isenabled()
