"""Reading the review of a case and what it lacks before closing."""

from __future__ import annotations

from typing import Any

from models.casework.case.editing import rows_of
from models.kernel.errors import Missing
from resources.texts import Message

from .fields import REVIEW_FIELDS
from .tables import Rectification, Review


def review(case_id: int) -> dict[str, Any]:
    """Return the review as stored values; empty ones and version 0 when none was written."""
    row = Review.get_or_none(Review.case == case_id) or Review(version=0)
    return {spec.key: getattr(row, spec.key) for spec in REVIEW_FIELDS} | {"version": row.version}


def rectifications(case_id: int) -> list[dict[str, Any]]:
    """Return the rectification items of a case."""
    return rows_of(Rectification, case_id)


def missing_to_close(case_id: int) -> list[Missing]:
    """Return what the review lacks: a lesson, and an item when the fault can come again."""
    written = review(case_id)
    missing = []
    if not written["lesson"]:
        missing.append(Missing(Message("review", "Write down the lesson."), "review.lesson"))
    if written["systemic"] and not rectifications(case_id):
        missing.append(
            Missing(
                Message("review", "It can happen again: add a rectification item."),
                "review.rectification.add",
            )
        )
    return missing


def missing_to_archive(case_id: int) -> list[Missing]:
    """Return the rectification items that nobody checked yet: an archived case takes no more."""
    return [
        Missing(
            Message("review", "Rectification item {no} is not checked yet.", no=row["no"]),
            "review.rectification.table",
        )
        for row in rectifications(case_id)
        if row["state"] != "checked"
    ]
