"""How the rows of an agreement stand on its paper: the parties, terms, talks and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.documents.content import COMPANY, Letterhead, Party
from models.kernel.zone import day_of

from . import rules
from .documents import AnsweredDemand, NegotiationStep, ScheduleRow, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.casework.documents.words import Words

_EXPLAINED = ("partly", "refused", "dropped")


def our_party(house: Letterhead, row: Mapping[str, Any]) -> Party:
    """Return the dealership as party A."""
    return Party(
        name=house.name,
        kind=COMPANY,
        id_number=house.credit_code,
        address=house.address,
        phone=house.phone,
        representative=row["our_representative"],
        representative_title=row["our_title"],
    )


def customer_party(words: Words, row: Mapping[str, Any]) -> Party:
    """Return the customer as party B; a company has its credit code and no kind of paper."""
    company = row["customer_kind"] == COMPANY
    return Party(
        name=row["customer_name"],
        kind=row["customer_kind"],
        id_kind="" if company else words.label("id_kind", row["id_kind"]),
        id_number=row["id_no"],
        address=row["address"],
        phone=row["phone"],
        relation=words.label("relation", row["relation"]),
        representative=row["agent"],
    )


def term_of(words: Words, term: Mapping[str, Any]) -> Term:
    """Return a term with its amount and who carries it out."""
    return Term(
        kind=words.label("compensation_kind", term["kind"]),
        text=term["text"],
        amount_fen=term["amount"],
        paid=rules.is_paid(term),
        payee=term["payee"],
        due_on=term["due_on"],
        by_whom=_who(words, term),
    )


def schedule_row(words: Words, term: Mapping[str, Any]) -> ScheduleRow:
    """Return when a term is carried out, by whom and how it is shown."""
    return ScheduleRow(term["text"], _who(words, term), term["due_on"], term["proof"])


def talks(
    words: Words, rounds: Iterable[Mapping[str, Any]], options: Iterable[Mapping[str, Any]]
) -> tuple[NegotiationStep, ...]:
    """Return the rounds of the negotiation: when, between whom, about which option, what came."""
    titles = {row["no"]: row["title"] for row in options}
    return tuple(
        NegotiationStep(
            on=day_of(row["at"]),
            people=_joined("、", words.person(row["by"]), row["with_whom"]),
            result=_joined(
                "，",
                titles.get(row["option_no"], ""),
                words.label("round_result", row["result"]),
            ),
        )
        for row in rounds
    )


def answered(words: Words, row: Mapping[str, Any]) -> AnsweredDemand:
    """Return a demand with its answer; what was not granted says why."""
    explained = row["answer_text"] if row["answer"] in _EXPLAINED else ""
    return AnsweredDemand(
        no=row["no"],
        text=row["text"],
        answer=words.label("answer", row["answer"]),
        amount_fen=row["amount"],
        remark=explained or row["agreed_text"],
    )


def _who(words: Words, term: Mapping[str, Any]) -> str:
    department = words.label("department", term["department"])
    return _joined(" ", department, words.person(term["responsible"]))


def _joined(sign: str, *parts: str) -> str:
    return sign.join(part for part in parts if part)
