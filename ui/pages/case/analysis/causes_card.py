"""The causes out of the tree of causes: class, cause, what shows it, and which is the root."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.stages.analysis import lists, queries
from models.stages.analysis.fields import CAUSE_FIELDS, EDITABLE_IN
from ui.forms.rows_model import Column, Look
from ui.pages.case.list_card import ListCard, ListPart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.pages.case.desk import CaseDesk

NAME = "analysis.cause"


def causes_card(desk: CaseDesk) -> ListCard:
    """Return the list of causes; the class is chosen first, then the cause in it."""
    t = desk.t
    columns = (
        Column("no", ""),
        Column("group", t("pages", "Class")),
        Column("named", t("analysis", "Cause")),
        Column("root", t("pages", "Root"), look=_root),
        Column("detail", t("analysis", "Details"), _one_line, stretch=True),
        Column("evidence", t("analysis", "Evidence")),
    )
    part = ListPart(
        name=NAME,
        heading=t("pages", "Causes"),
        columns=columns,
        specs=CAUSE_FIELDS,
        layout=(("code",), ("detail",), ("is_root", "evidence")),
        read=lambda case_id: [_shown(desk, cause) for cause in queries.causes(case_id)],
        empty=t("pages", "No cause yet. Ask why until something can be changed."),
        editable_in=EDITABLE_IN,
        permission="case.analyse",
        add_text=t("pages", "Add a cause"),
        add=lists.add_cause,
        change=lists.change_cause,
        remove=lists.remove_cause,
    )
    return ListCard(desk, part)


def _shown(desk: CaseDesk, cause: Mapping[str, Any]) -> dict[str, Any]:
    group = desk.labels.parents("cause").get(cause["code"], "")
    root = desk.t("pages", "Root") if cause["is_root"] else None
    return dict(cause) | {
        "group": desk.labels.code("cause", group or cause["code"]),
        "named": desk.labels.code("cause", cause["code"]) if group else "—",
        "root": root,
    }


def _root(cause: Mapping[str, Any]) -> Look:
    return Look("checkmark_circle" if cause["is_root"] else "", "ok")


def _one_line(text: str) -> str:
    return " ".join(text.split())
