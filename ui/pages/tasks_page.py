"""Tasks: mine, my department's, what I have to check; taken, reported, verified, sent back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from models.casework.case import task_list, tasks
from models.casework.case.fields import TASK_REASON_FIELDS, TASK_RESULT_FIELDS
from models.casework.case.rules import rank
from models.kernel.zone import DAY
from ui.lists.columns import Column, Paint
from ui.pages.case.asking import ask_values
from ui.pages.work.pane import Fact, Verb, Words, WorkPane
from ui.pages.work.work_page import WorkPage
from ui.widgets.badge import LevelBadge, Tag, TagLook
from ui.widgets.clock import Clock, ClockState
from ui.widgets.clock_words import due_clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.casework.case.task_list import TaskLine

ROOM = "tasks"
_PLACE = "case.task.table"
_HUES = {"open": "plain", "acknowledged": "accent", "done": "warn", "returned": "danger"}
_EMPTY = "Tasks that somebody gives you or your department in a case appear here."
_ASKED = {
    "finish": ("Report it done", TASK_RESULT_FIELDS, (("result",), ("proof",)), tasks.finish_task),
    "return": ("Send it back", TASK_REASON_FIELDS, (("exception_reason",),), tasks.return_task),
}
_AT_ONCE = {"acknowledge": tasks.acknowledge_task, "verify": tasks.verify_task}


class TasksPage(WorkPage):
    """``tasks.{acknowledge,finish,verify,return,open_case}`` act on the chosen task."""

    name: ClassVar[str] = ROOM
    title: ClassVar[str] = "Tasks"
    scopes = (
        (task_list.MINE, "Mine", "task_list_square_ltr", "No task waits for you", _EMPTY),
        (
            task_list.DEPARTMENT,
            "My department",
            "task_list_square_ltr",
            "Your department has no open task",
            _EMPTY,
        ),
        (
            task_list.TO_CHECK,
            "To check",
            "checkmark_circle",
            "Nothing to check",
            "When somebody reports a task of your cases done, you look whether it is.",
        ),
        (
            task_list.STORE,
            "Whole store",
            "task_list_square_ltr",
            "No open task in the whole store",
            _EMPTY,
        ),
    )

    def make_columns(self) -> Sequence[Column]:
        """Return due time, task, who does it, how it stands and the customer."""
        return (
            Column("due", ROOM, "Due", Paint.CLOCK, 104, value=self._due),
            Column("what", ROOM, "Task", Paint.DOUBLE, stretch=True, fixed=True, value=self._what),
            Column("by", ROOM, "Done by", Paint.DOUBLE, 104, value=self._by),
            Column("state", ROOM, "State", Paint.TAG, 92, value=self._state),
            Column("who", ROOM, "Customer", Paint.NAME, 112, value=self._who),
            Column("level", ROOM, "Level", Paint.LEVEL, 76, value=lambda row: rank(row.level)),
        )

    def make_pane(self) -> WorkPane:
        """Return the pane with the details of a task."""
        t = self.t
        verbs = (
            Verb("tasks.acknowledge", t(ROOM, "Take it on")),
            Verb("tasks.finish", t(ROOM, "Report it done"), "primary", "checkmark"),
            Verb("tasks.verify", t(ROOM, "Done well, verified"), "primary", "checkmark"),
            Verb("tasks.return", t(ROOM, "Send it back")),
            Verb("tasks.open_case", t(ROOM, "Open the case")),
        )
        return WorkPane(ROOM, verbs, t(ROOM, "Choose a task to see what has to be done."))

    def read(self, scope: str) -> Sequence[TaskLine]:
        """Return the tasks of a scope."""
        return task_list.tasks(self.ctx.actor, scope)

    def show_row(self, chosen: TaskLine) -> None:
        """Show what has to be done, the result and why it came back."""
        t, labels = self.t, self.labels
        given = labels.person(chosen.created_by)
        self.pane.show_parts(
            chosen.title,
            [_tag(self._state(chosen)), LevelBadge(t, rank(chosen.level))],
            [
                Fact(t(ROOM, "Kind"), labels.code("task_kind", chosen.kind)),
                Fact(t(ROOM, "Due"), labels.moment(chosen.due_at) if chosen.due_at else ""),
                Fact(t(ROOM, "Done by"), "  ".join(filter(None, self._by(chosen)))),
                Fact(t(ROOM, "Given by"), given),
                Fact(t(ROOM, "Number"), chosen.case_no),
                Fact(t(ROOM, "Customer"), chosen.customer_name),
                Fact(t(ROOM, "Complaint"), chosen.subject),
            ],
            [
                Words(t(ROOM, "Details"), chosen.detail),
                Words(t(ROOM, "Result"), f"{chosen.result}\n{chosen.proof}"),
                Words(t(ROOM, "Why it came back"), chosen.exception_reason),
            ],
        )
        acts = {f"{ROOM}.{act}" for act in chosen.acts}
        self.pane.offer({*acts, f"{ROOM}.open_case"}, self._reason(chosen))

    def _reason(self, chosen: TaskLine) -> str:
        if chosen.acts:
            return ""
        permission = "case.work" if chosen.done_at else "task.do"
        return self.t(ROOM, "This can be done by: {names}", names=self.who_may(permission))

    def do(self, verb: str, chosen: TaskLine) -> None:
        """Do what the verb says with the chosen task."""
        act = verb.removeprefix(f"{ROOM}.")
        named = {"no": chosen.no, "version": chosen.version}
        if act == "open_case":
            self.open_row(chosen)
            return
        self.desk.open(chosen.case_id)
        if act in _AT_ONCE:
            self.desk.run(_AT_ONCE[act], named)
            return
        title, specs, layout, command = _ASKED[act]
        ask_values(self.desk, self, self.t(ROOM, title), specs, layout, command, named=named)

    def open_row(self, chosen: Any) -> None:
        """Open the case at its tasks."""
        self.ctx.events.case_wanted.emit(chosen.case_no, _PLACE)

    def _due(self, row: TaskLine) -> Clock:
        if row.due_at is None:
            return Clock(ClockState.NONE, 0.0, self.t(ROOM, "no date"))
        now = self.ctx.actor.clock()
        started = min(now, row.due_at) - DAY
        clock = due_clock(
            self.t, now=now, started_at=started, due_at=row.due_at, done_at=row.done_at
        )
        return clock._replace(text=self.t(ROOM, "done")) if row.done_at else clock

    def _what(self, row: TaskLine) -> tuple[str, str]:
        kind = self.labels.code("task_kind", row.kind)
        return row.title, f"{kind}   {row.case_no}   {row.subject}"

    def _by(self, row: TaskLine) -> tuple[str, str]:
        department = self.labels.code("department", row.department)
        person = row.done_by or row.assignee or row.acknowledged_by
        return (self.labels.person(person), department) if person else (department, "")

    def _state(self, row: TaskLine) -> TagLook:
        return TagLook(self.t(ROOM, f"state {row.state}"), _HUES.get(row.state, "plain"))

    def _who(self, row: TaskLine) -> tuple[str, str]:
        name = row.customer_name or self.t("pages", "Unnamed")
        return name, self.labels.plate(row.plate_no)


def _tag(look: TagLook) -> Tag:
    return Tag(look.text, look.hue)
