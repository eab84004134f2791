"""The middle chapters of a case: options, approval, talks, agreement and its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.approval.rules import needed_role
from models.dealership.access.roles import DEFAULT_LIMITS_FEN, OEM, ROLE_PERMISSIONS
from models.kernel.zone import DAY, day_of

from .situations import said
from .tale import Asked, Tale, yuan

if TYPE_CHECKING:
    from .situations import Offer

SCANS = ("已签字的和解协议书（演示）",)
"""The pictures of signed papers that the cases share."""

PRINT = "documents.print"
_OWN_LIMIT = DEFAULT_LIMITS_FEN["care_agent"]
_DECIDERS = {
    "manager": "wangmin",
    "department_head": "liqiang",
    "general_manager": "gaoyuan",
    OEM: "gaoyuan",
}
_SHARES = (1.0, 1.0, 0.8, 0.6, 0.5)
_LEFT_WAITING, _PRINTED, _DROPPED = 0.7, 0.5, 0.5
_STEP = 1000
DAYS_TO_CARRY_OUT = 15


def offer(tale: Tale) -> None:
    """Answer the five questions and prepare three options."""
    tale.begin("offer")
    _settle(tale)
    rng, stands = tale.rng, tale.situation.stands == "stands"
    plan: dict[str, Any] = {
        "ongoing_trade": rng.choice(("yes", "yes", "unknown")),
        "repurchase_hope": rng.choice(("will_buy", "likely", "likely", "unsure", "unlikely")),
        "word_of_mouth": rng.choice(("good", "neutral", "neutral", "ill")),
        "demand_reasonable": rng.choice(("reasonable", "in_part")) if stands else "unreasonable",
        "company_fault": rng.randrange(4, 11) * 10 if stands else 0,
        "negotiator": tale.owner,
    }
    if tale.paid:
        plan["our_limit"] = tale.granted + tale.granted // 5
    tale.do("negotiation.save_plan", tale.owner, **plan)
    package = tale.situation.package
    free, paid, more = package.free, package.paid, package.more
    _option(tale, free, 0, "1")
    every = ",".join(str(one.no) for one in tale.asked)
    _option(tale, paid, tale.granted or tale.asked_amount(), every)
    _option(tale, more, (tale.granted or tale.asked_amount()) + more.yuan * 100, every)
    tale.do("flow.propose", tale.owner)
    if tale.state == "PROPOSED" and tale.paid:
        _ask(tale)


def _settle(tale: Tale) -> None:
    """Make up what becomes of each demand in the end."""
    for one in tale.asked:
        if one.wish.agreed and (one.amount is None or tale.paid):
            one.answer, one.granted = "granted", _granted(tale, one)
            if one.granted != one.amount:
                one.answer = "partly"
        elif one.wish.refused or one.no == 1 or tale.rng.random() > _DROPPED:
            one.answer = "refused"
        else:
            one.answer = "dropped"


def _granted(tale: Tale, one: Asked) -> int | None:
    if one.amount is None:
        return None
    return max(int(one.amount * tale.rng.choice(_SHARES)) // _STEP * _STEP, _STEP)


def _option(tale: Tale, told: Offer, amount: int, covers: str) -> None:
    kind = next((one.wish.kind for one in tale.asked if one.granted), "")
    kinds = told.kinds.replace("{kind}", COMPENSATION.get(kind, kind) or "other")
    values: dict[str, Any] = {
        "title": told.title,
        "text": tale.situation.said(told.text, yuan=yuan(amount)),
        "kinds": ",".join(dict.fromkeys(kinds.split(","))),
        "cost_bearer": "maker" if tale.situation.side == "maker" else "dealer",
        "basis": tale.situation.said(tale.situation.package.basis),
        "covers": covers,
    }
    if amount:
        values["amount"] = amount
    tale.do("negotiation.add_option", tale.owner, **values)


COMPENSATION = {
    "distress": "cash",
    "maintenance_voucher": "voucher",
    "explanation": "visit",
    "staff_action": "other",
    "free_repair": "rework",
}
"""The kind of compensation that answers a kind of demand, where the names differ."""


def talk(tale: Tale) -> None:
    """Get the approval that is needed, begin to negotiate, and make the first offer."""
    tale.begin("talk")
    waiting = tale.state == "NEGOTIATING" and tale.rng.random() < _LEFT_WAITING
    if tale.paid and tale.granted > _OWN_LIMIT:
        _ask(tale)
        if not waiting:
            _decide(tale)
    tale.do("flow.negotiate", tale.owner)
    if tale.paid or tale.state == "NEGOTIATING":
        _round(tale, 1, "rejected" if tale.paid and not waiting else "open", "refused")


def _ask(tale: Tale) -> None:
    tale.approvals += 1
    text = f"{tale.situation.part}一案拟承担{yuan(tale.granted)}元，超出本人权限，请批准。"
    tale.do("negotiation.ask_approval", tale.owner, no=2, request_text=text)


def _decide(tale: Tale) -> None:
    limits = {
        role: limit
        for role, limit in DEFAULT_LIMITS_FEN.items()
        if "approval.decide" in ROLE_PERMISSIONS[role]
    }
    role = needed_role(limits, tale.granted)
    values: dict[str, Any] = {"no": tale.approvals, "decision": "approved", "reason": "同意。"}
    if role == OEM:
        values |= {
            "medium": "paper",
            "decided_by": "厂家区域经理",
            "decided_role": OEM,
            "reference": "厂家批复传真件",
        }
    tale.do("approval.decide", _DECIDERS[role], **values)


def _round(tale: Tale, option: int, result: str, words: str) -> None:
    reaction = {"accepted": "accepted", "rejected": "wants_more", "open": "considering"}[result]
    if result == "accepted":
        tale.mood = max(1, tale.mood - 1)
    tale.do(
        "negotiation.add_round",
        tale.owner,
        way=tale.rng.choice(("phone", "visit_store", "visit_store", "home_visit")),
        with_whom=tale.party.contact_person or tale.party.name,
        option_no=option,
        words=tale.one_of(words),
        reaction=reaction,
        mood=tale.mood,
        result=result,
    )


def agree(tale: Tale) -> None:
    """Reach the agreement and answer every demand."""
    tale.begin("agree")
    _round(tale, 2 if tale.paid else 1, "accepted", "accepted")
    for one in tale.asked:
        tale.do("case.answer_demand", tale.owner, **_answer(tale, one))
    tale.do("flow.agree", tale.owner)
    if tale.state == "AGREED" and tale.rng.random() < _PRINTED:
        _write(tale)


def _answer(tale: Tale, one: Asked) -> dict[str, Any]:
    told: dict[str, Any] = {"no": one.no, "answer": one.answer}
    if one.answer in {"granted", "partly"}:
        agreed = tale.situation.said(one.wish.agreed, yuan=yuan(one.granted or 0))
        told["agreed_text"] = agreed
        if one.granted is not None:
            told["agreed_amount"] = one.granted
        return told | ({"answer_text": agreed} if one.answer == "partly" else {})
    if one.answer == "refused":
        return told | {"answer_text": one.wish.refused or tale.situation.package.refusal}
    return told | {"answer_text": said()["dropped"]}


def on_paper(tale: Tale) -> bool:
    """Tell whether the agreement is printed and signed: always when it costs something."""
    return tale.granted > 0 or tale.state == "SIGNED"


def sign(tale: Tale) -> None:
    """Print the agreement and let the customer sign it, where it is put on paper."""
    tale.begin("sign")
    if not on_paper(tale):
        return
    _write(tale)
    tale.do(
        "agreement.sign",
        tale.owner,
        signed_on=day_of(tale.at),
        signatory_ours=SIGNING[tale.owner],
        signatory_customer=tale.party.contact_person or tale.party.name,
        original_place="客户关系部档案柜",
        scan=f"picture:{SCANS[0]}",
    )
    tale.do("flow.sign", tale.owner)


SIGNING = {"chenjie": "陈洁", "liuyang": "刘洋", "sunhao": "孙浩", "zhengkai": "郑凯"}


def _write(tale: Tale) -> None:
    values: dict[str, Any] = {"copies": 2}
    if tale.granted:
        values |= {"payment_way": "bank_transfer", "payment_account": "客户本人账户，见收款确认单"}
    tale.do("agreement.save", tale.owner, **values)
    for no in range(1, terms(tale) + 1):
        due = day_of(tale.at + DAYS_TO_CARRY_OUT * DAY)
        tale.do("agreement.change_term", tale.owner, no=no, due_on=due, proof="客户签收单")
    tale.do(PRINT, tale.owner, document="settlement_agreement")


def terms(tale: Tale) -> int:
    """Return how many terms the agreement has: one a granted demand, or the accepted option."""
    return max(1, len(granted(tale)))


def granted(tale: Tale) -> list[Asked]:
    """Return the demands that are met, wholly or in part."""
    return [one for one in tale.asked if one.answer in {"granted", "partly"}]
