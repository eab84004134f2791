"""The record of a follow-up round on paper."""

from __future__ import annotations

from typing import Any

from models.casework.case.demands import demands
from models.casework.documents.content import NO_VEHICLE, Choice
from models.casework.documents.papers import Paper, Source
from models.casework.documents.words import Words, masked_phone
from models.kernel.db import FAR_FUTURE
from models.kernel.errors import Missing, NotPossible
from models.stages.intake.papers import customer_of, vehicles_of
from models.stages.intake.queries import registration
from resources.texts import Message

from .documents import Answer, CallAttempt, DemandOutcome, FollowUpRecord
from .queries import rounds, unsatisfied

_BEST = 5


def follow_up_record(source: Source) -> FollowUpRecord:
    """Return one round with all its attempts and the answers of the last one that reached."""
    told, words, case = registration(source.case.id), source.words, source.case
    round_, later = _round(source)
    attempts = round_["attempts"]
    reached: dict[str, Any] = next((a for a in reversed(attempts) if a["reached"]), {})
    last = reached or (attempts[-1] if attempts else {})
    done = round_["done_at"]
    vehicles = vehicles_of(source, told)
    return FollowUpRecord(
        letterhead=words.letterhead(),
        round_name=words.t("documents", "Round {no}", no=round_["no"]),
        planned_at_ms=round_["due_at"],
        done_at_ms=None if done == FAR_FUTURE else done,
        caller=words.person(last["by"]) if last else "",
        handler=words.person(case.owner),
        customer=customer_of(source, told).name,
        phone_masked=masked_phone(told["phone"]),
        vehicle=vehicles[0] if vehicles else NO_VEHICLE,
        connection=_connection(words, bool(reached), bool(attempts)),
        medium=words.label("contact_way", last["way"]) if last else "",
        attempts=tuple(
            CallAttempt(a["at"], words.person(a["by"]), _reached(words, a["reached"]))
            for a in attempts
        ),
        outcomes=_outcomes(source),
        answers=_answers(words, reached) if reached else (),
        recommend=reached.get("recommend"),
        words=reached.get("words", ""),
        conclusion=_conclusion(source, bool(reached)),
        next_at_ms=later,
    )


def _round(source: Source) -> tuple[dict[str, Any], int | None]:
    found = rounds(source.case.id)
    wanted = next((row for row in found if row["no"] == source.ordinal), None)
    if wanted is None:
        raise NotPossible(
            Message("documents", "The case has no follow-up round {no}.", no=source.ordinal)
        )
    later = [r["due_at"] for r in found if r["state"] == "due" and r["due_at"] > wanted["due_at"]]
    return wanted, min(later, default=None)


def _reached(words: Words, reached: bool) -> str:
    return words.t("documents", "reached") if reached else words.t("documents", "not reached")


def _connection(words: Words, reached: bool, tried: bool) -> Choice:
    options = (_reached(words, True), _reached(words, False))
    return Choice(options, (_reached(words, reached),) if tried else ())


def _outcomes(source: Source) -> tuple[DemandOutcome, ...]:
    words = source.words
    return tuple(
        DemandOutcome(
            no=row["no"],
            text=row["text"],
            outcome=words.label("answer", row["answer"]),
            satisfaction=words.label("satisfaction", row["satisfied"]),
            remark=row["delivery_note"],
        )
        for row in demands(source.case.id)
    )


def _answers(words: Words, said: dict[str, Any]) -> tuple[Answer, ...]:
    scores = tuple(str(score) for score in range(1, _BEST + 1))
    score = said["satisfaction"]
    felt = words.choice("felt", *said["felt"].split(","))
    return (
        Answer(
            words.t("documents", "Satisfied with the handling (1 to 5)"),
            Choice(scores, (str(score),) if score else ()),
        ),
        Answer(
            words.t("documents", "Wants something changed"),
            words.yes_or_no(said["change_wanted"]),
        ),
        Answer(
            words.t("documents", "Would buy here again"),
            words.choice("repurchase", said["repurchase"]),
        ),
        Answer(
            words.t("documents", "Speaks of us"),
            words.choice("word_of_mouth", said["word_of_mouth"]),
        ),
        Answer(words.t("documents", "The customer felt"), felt),
    )


def _conclusion(source: Source, reached: bool) -> Choice:
    settled = source.words.t("documents", "settled")
    again = source.words.t("documents", "to be handled again")
    chosen = again if unsatisfied(source.case.id) else settled
    return Choice((settled, again), (chosen,) if reached else ())


def _missing(source: Source) -> list[Missing]:
    if _round(source)[0]["attempts"]:
        return []
    text = Message("documents", "Nobody has tried to reach the customer in this round yet.")
    return [Missing(text, "followup.record")]


def _current(case_id: int) -> int:
    found = rounds(case_id)
    tried = [row["no"] for row in found if row["attempts"]]
    return tried[-1] if tried else (found[0]["no"] if found else 1)


PAPERS = (
    Paper(
        kind="follow_up_record",
        prefix="HF",
        label=Message("documents", "Follow-up record"),
        permission="follow_up.record",
        build=follow_up_record,
        guard=_missing,
        current=_current,
    ),
)
