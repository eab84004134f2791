"""Tasks of a case with what a department does to them: take, report, verify, print the slip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case import tasks
from models.casework.case.fields import TASK_FIELDS, TASK_REASON_FIELDS, TASK_RESULT_FIELDS
from models.casework.case.rules import task_acts
from ui.forms.rows_model import Column, Look

from .list_card import ListCard, ListPart, Verb

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from resources.texts import Texts

    from .desk import CaseDesk

    Fits = Callable[[str], Callable[[Mapping[str, Any]], bool]]

_SLIP = "slip"
_LAYOUT = (("kind", "department"), ("title",), ("detail",), ("assignee", "due_at"))
_LOOKS = {
    "open": Look("clock", "text2"),
    "acknowledged": Look("edit", "accent_text"),
    "done": Look("flag", "warn"),
    "verified": Look("checkmark_circle", "ok"),
    "returned": Look("arrow_undo", "danger"),
    "cancelled": Look("dismiss_circle", "text3"),
}
_LATE = Look("error_circle", "danger")


class TasksCard(ListCard):
    """Names: ``<name>.{table,add,edit,acknowledge,finish,verify,return,cancel,slip}``."""

    def __init__(
        self, desk: CaseDesk, name: str, read: Callable[[int], Sequence[dict[str, Any]]]
    ) -> None:
        """Show the tasks that ``read`` gives."""
        self._name = name
        super().__init__(desk, _part(desk, name, read))

    def take(self, verb: Verb) -> None:
        """Print the slip, or do what the verb says."""
        chosen: Mapping[str, Any] | None = self.rows.chosen_row()
        if verb.name != f"{self._name}.{_SLIP}" or chosen is None:
            super().take(verb)
            return
        from ui.pages.printing import open_print

        open_print(self._desk, "dispatch_slip", self, ordinal=chosen["no"])


def _part(desk: CaseDesk, name: str, read: Callable[[int], Sequence[dict[str, Any]]]) -> ListPart:
    t = desk.t
    return ListPart(
        name=name,
        heading=t("pages", "Tasks"),
        columns=_columns(desk),
        specs=TASK_FIELDS,
        layout=_LAYOUT,
        read=lambda case_id: [_shown(desk, row) for row in read(case_id)],
        empty=t("pages", "No task yet. Each department that has something to do gets one."),
        editable_in=tasks.EDITABLE_IN,
        permission="case.work",
        add_text=t("pages", "Give a task"),
        add=tasks.add_task,
        change=tasks.change_task,
        verbs=_verbs(desk, name),
        waits=lambda row: bool(task_acts(desk.ctx.actor, row)),
    )


def _verbs(desk: CaseDesk, name: str) -> tuple[Verb, ...]:
    def fits(act: str) -> Callable[[Mapping[str, Any]], bool]:
        return lambda row: act in task_acts(desk.ctx.actor, row)

    return (*_doing(desk.t, name, fits), *_checking(desk.t, name, fits))


def _doing(t: Texts, name: str, fits: Fits) -> tuple[Verb, ...]:
    return (
        Verb(
            f"{name}.acknowledge",
            t("pages", "Take it on"),
            tasks.acknowledge_task,
            fits=fits("acknowledge"),
            permission="task.do",
        ),
        Verb(
            f"{name}.finish",
            t("pages", "Report it done"),
            tasks.finish_task,
            TASK_RESULT_FIELDS,
            (("result",), ("proof",)),
            fits("finish"),
            "task.do",
        ),
        Verb(
            f"{name}.{_SLIP}",
            t("pages", "Print the slip"),
            tasks.acknowledge_task,
            permission="task.do",
        ),
    )


def _checking(t: Texts, name: str, fits: Fits) -> tuple[Verb, ...]:
    def with_reason(act: str, text: str, command: Callable[..., Any]) -> Verb:
        layout = (("exception_reason",),)
        return Verb(f"{name}.{act}", text, command, TASK_REASON_FIELDS, layout, fits(act))

    return (
        Verb(f"{name}.verify", t("pages", "Verify"), tasks.verify_task, fits=fits("verify")),
        with_reason("return", t("pages", "Send it back"), tasks.return_task),
        with_reason("cancel", t("pages", "Cancel the task"), tasks.cancel_task),
    )


def _columns(desk: CaseDesk) -> tuple[Column, ...]:
    t = desk.t
    return (
        Column("no", ""),
        Column("title", t("case", "What to do"), stretch=True),
        Column("unit", t("case", "Department")),
        Column("who", t("case", "Person")),
        Column("by", t("case", "Due"), look=lambda row: _due_look(desk, row)),
        Column("stands", t("pages", "State"), look=lambda row: _LOOKS[str(row["state"])]),
    )


def _due_look(desk: CaseDesk, row: Mapping[str, Any]) -> Look:
    late = row["state"] in tasks.OPEN and row["due_at"] is not None and row["due_at"] < desk.now
    return _LATE if late else Look("", "text2")


def _shown(desk: CaseDesk, task: dict[str, Any]) -> dict[str, Any]:
    labels = desk.labels
    done_by = task["done_by"] or task["assignee"]
    return task | {
        "unit": labels.code("department", task["department"]),
        "who": labels.person(done_by) if done_by else "—",
        "by": labels.moment(task["due_at"]),
        "stands": desk.t("case", f"task {task['state']}"),
    }
