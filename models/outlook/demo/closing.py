"""The last chapters of a case: carrying out, asking, reviewing, closing; and other ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.kernel.zone import DAY, day_of
from models.stages.agreement.rules import department_of, term_kind

from .settling import granted, on_paper, terms
from .situations import said
from .tale import ASKERS, DEPARTMENT, LEADER, PEOPLE, Tale, yuan

if TYPE_CHECKING:
    from .tale import Asked

_STARTED, _NOT_REACHED, _SYSTEMIC, _UNHAPPY = 0.5, 0.12, 0.1, 0.04
_CLOSERS = frozenset({"chenjie", "liuyang"})
_ROUND = {"ask": 1, "ask2": 2, "ask3": 3}
_DAYS_TO_PUT_RIGHT = 30


def carry(tale: Tale) -> None:
    """Give the departments what they carry out."""
    tale.begin("carry")
    if on_paper(tale):
        tale.do("flow.implement", tale.owner)
    else:
        tale.do("flow.carry_out_unwritten", tale.owner, reason=said()["unwritten"])
    if tale.state == "IMPLEMENTING" and tale.rng.random() < _STARTED:
        _carry_out(tale)


def done(tale: Tale) -> None:
    """Carry everything out, hand it over, let the customer look at it."""
    tale.begin("done")
    _carry_out(tale)
    tale.do("flow.verify", tale.owner)


def _carry_out(tale: Tale) -> None:
    customer = tale.party.contact_person or tale.party.name
    for department in _departments(tale):
        tale.tasks += 1
        person = PEOPLE[department]
        result = tale.situation.said("已完成：{remedy}。")
        tale.do("case.finish_task", person, no=tale.tasks, result=result)
        tale.do("case.verify_task", tale.owner, no=tale.tasks)
    for no in range(1, _deliveries(tale) + 1):
        receipt = f"签收单 QS-{tale.outline.number:06}-{no}"
        tale.do(
            "implementation.hand_over", tale.owner, no=no, received_by=customer, receipt=receipt
        )
    tale.do(
        "implementation.accept",
        tale.owner,
        inspected_by=customer,
        acceptance="accepted",
        remarks=tale.one_of("accepted"),
    )


def _departments(tale: Tale) -> list[str]:
    """Return the departments in the order in which they get their task."""
    own = DEPARTMENT[tale.owner]
    met = granted(tale)
    if not on_paper(tale):
        return [own] if met else []
    if not met:
        kind = tale.situation.package.free.kinds.partition(",")[0]
        return [department_of(kind, own)]
    found = (department_of(term_kind(one.wish.kind), own) for one in met)
    return list(dict.fromkeys(found))


def _deliveries(tale: Tale) -> int:
    return terms(tale) if on_paper(tale) else len(granted(tale))


def ask(tale: Tale, phase: str = "ask") -> None:
    """Let somebody who did not handle the case ask the customer."""
    tale.begin(phase)
    asker, no, rng = ASKERS.get(tale.owner, "chenjie"), _ROUND[phase], tale.rng
    if rng.random() < _NOT_REACHED:
        words = said()["noanswer"]
        tale.do("followup.record", asker, no=no, way="phone", reached=False, words=words)
    unhappy = rng.random() < _UNHAPPY
    values: dict[str, Any] = {
        "no": no,
        "way": "phone",
        "reached": True,
        "satisfaction": 2 if unhappy else rng.choice((3, 4, 4, 5, 5, 5)),
        "repurchase": rng.choice(("unsure", "unlikely") if unhappy else ("will_buy", "likely")),
        "word_of_mouth": "neutral" if unhappy else rng.choice(("good", "good", "neutral")),
        "recommend": rng.randrange(2, 6) if unhappy else rng.randrange(6, 11),
        "felt": rng.choice(("heard", "heard,understood", "quick", "heard,quick,compensated")),
        "words": tale.one_of("unhappy" if unhappy else "satisfied"),
    }
    if no == 1:
        values["demands"] = [
            {"demand": one.no, "satisfied": _satisfied(one, unhappy)} for one in tale.asked
        ]
    tale.do("followup.record", asker, **values)


def _satisfied(one: Asked, unhappy: bool) -> str:
    if one.answer in {"granted", "dropped"}:
        return "partly" if unhappy else "satisfied"
    return "dissatisfied" if unhappy else "partly"


def close(tale: Tale) -> None:
    """Write the lesson and close the case."""
    tale.begin("close")
    situation, rng = tale.situation, tale.rng
    tale.systemic = rng.random() < _SYSTEMIC
    review: dict[str, Any] = {
        "lesson": situation.lesson,
        "finding_kind": rng.choice(("own_shortcoming", "management", "rule")),
        "systemic": tale.systemic,
    }
    if tale.paid:
        review["comment"] = f"本案共承担{yuan(tale.granted)}元，客户接受。"
    tale.do("review.save", tale.owner, **review)
    if tale.systemic:
        kind, what = situation.fix
        tale.do(
            "review.add_rectification",
            tale.owner,
            what=what,
            kind=kind,
            priority=rng.choice(("important", "urgent", "normal")),
            owner=PEOPLE["service"],
            department="service",
            due_on=day_of(tale.at + _DAYS_TO_PUT_RIGHT * DAY),
        )
    by = tale.owner if tale.owner in _CLOSERS else LEADER
    outcome = "settled_with_maker" if situation.side == "maker" and tale.paid else "settled"
    tale.do("flow.close", by, outcome=outcome)


def later_rounds(tale: Tale) -> None:
    """Ask again after a week and after a month, as far as the time has come."""
    for phase in ("ask2", "ask3"):
        if tale.outline.at(phase) + DAY < tale.now:
            ask(tale, phase)


def archive(tale: Tale) -> None:
    """Put the case away."""
    tale.begin("archive")
    if tale.systemic:
        day, (_kind, what) = day_of(tale.at), tale.situation.fix
        values = {"no": 1, "result": f"已落实：{what}", "finished_on": day}
        tale.do("review.finish_rectification", PEOPLE["service"], **values)
        tale.do("review.check_rectification", LEADER, no=1)
    tale.do("flow.archive", LEADER)


def reject(tale: Tale) -> None:
    """Explain why the complaint is not upheld, and where else to turn."""
    tale.begin("offer")
    situation = tale.situation
    tale.do(
        "case.add_contact",
        tale.owner,
        way="visit_store",
        direction="out",
        purpose="explain",
        reached=True,
        with_whom=tale.party.contact_person or tale.party.name,
        mood=min(5, tale.mood),
        summary=situation.said("向客户说明检测结论：{finding}，并提供{remedy}。"),
    )
    by = tale.owner if tale.owner in _CLOSERS else LEADER
    reason = f"{situation.finding}。{said()['rejected']}"
    tale.do("flow.reject_explained", by, reason=reason, recourse_told=True)


def withdraw(tale: Tale) -> None:
    """Let the customer take the complaint back."""
    tale.do("flow.withdraw", tale.owner, reason=tale.one_of("withdrawn"))


def merge(tale: Tale) -> None:
    """Put the case into the earlier one of the same customer and car."""
    tale.do("flow.merge", LEADER, into=tale.outline.host, reason=said()["merged"])
