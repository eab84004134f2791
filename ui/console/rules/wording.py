"""The check of the wording of an agreement: one text, or a list of clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.wording.lint import lint
from models.casework.wording.rule import ERROR
from models.kernel.errors import Invalid
from resources.texts import Message

from .question import Question, Verdict

if TYPE_CHECKING:
    from models.casework.wording.rule import Finding


def wording(question: Question) -> Verdict:
    """Find what the text must not say; positions count the characters as typed."""
    findings = [_shown(place, found) for place, text in _texts(question) for found in lint(text)]
    failed = any(found["severity"] == ERROR for found in findings)
    return Verdict({"ok": not failed}, [], [], findings)


def _texts(question: Question) -> list[tuple[str, str]]:
    given = question.given
    if isinstance(given, dict):
        given = given.get("clauses", given.get("text"))
    if isinstance(given, str):
        return [("text", given)]
    if isinstance(given, list):
        clauses = [one.get("text") if isinstance(one, dict) else one for one in given]
        if all(isinstance(one, str) for one in clauses):
            return [(f"clauses.{number}", text) for number, text in enumerate(clauses, 1)]
    raise Invalid(
        {"lint.text": Message("console", "Give “text” to be looked through, or a list of clauses.")}
    )


def _shown(place: str, found: Finding) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "severity": found.severity,
        "place": place,
        "start": found.start,
        "end": found.end,
        "words": found.words,
        "message": found.reason,
        "basis": found.basis,
        "suggestion": found.suggestion,
    }
