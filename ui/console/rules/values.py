"""Checks of one typed value, and of an amount in capital numerals."""

from __future__ import annotations

from typing import Any

from models.kernel.errors import Invalid
from models.kernel.fields import FieldSpec, Kind
from models.kernel.fields.amounts import check_amount
from models.kernel.fields.reading import read
from models.kernel.money import capital, plain_yuan
from resources.texts import Message

from .question import Question, Verdict


def single_value(question: Question) -> Verdict:
    """Check a VIN, plate, phone, identity card or social credit code."""
    spec = FieldSpec("console", question.kind, question.kind, Kind(question.kind))
    checked = read(spec, _value(question), question.at)
    warnings = [(question.kind, text) for text in checked.warnings]
    return Verdict({"value": checked.value}, [], warnings)


def capital_amount(question: Question) -> Verdict:
    """Write an amount in capital numerals, and compare it with ``capital`` when that is given."""
    amount = check_amount(_value(question, "amount")).value
    written = capital(amount)
    told = question.given.get("capital", "") if isinstance(question.given, dict) else ""
    errors = []
    if told and told != written:
        sentence = Message(
            "console",
            "{amount} yuan is written {right}, not {wrong}.",
            amount=plain_yuan(amount),
            right=written,
            wrong=str(told),
        )
        errors.append(("capital", sentence))
    return Verdict({"value": written, "amount": amount}, errors, [])


def _value(question: Question, *keys: str) -> Any:
    """Return the value: it stands alone, or in an object under its kind or ``value``."""
    given = question.given
    if isinstance(given, dict):
        named = [given[key] for key in ("value", question.kind, *keys) if key in given]
        given = named[0] if named else None
    if given is None or isinstance(given, list | dict | bool) or not str(given).strip():
        raise Invalid(
            {
                question.kind: Message(
                    "console", "Give the value as text, alone or as “value” of an object."
                )
            }
        )
    return given
