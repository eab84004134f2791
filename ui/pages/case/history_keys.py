"""What is worth telling of each act in the history of a case, and its picture."""

from __future__ import annotations

TELLING: dict[str, tuple[str, ...]] = {
    "agreement.add_term": ("text", "amount"),
    "agreement.change_term": ("text", "amount", "due_on", "department"),
    "agreement.save": ("payment_way", "place", "facts_confirmed"),
    "agreement.sign": ("signatory_customer", "signed_on"),
    "analysis.add_cause": ("code", "detail"),
    "analysis.add_responsibility": ("side", "share_percent"),
    "analysis.add_repair_order": ("order_no", "symptom"),
    "analysis.add_sanbao_problem": ("name", "quality"),
    "analysis.decide_sanbao": ("decision", "reason"),
    "analysis.explain_to_customer": ("explained_way", "explained_text"),
    "analysis.judge_handling": ("handling", "transfer_department"),
    "analysis.order_apology": ("employee", "order"),
    "analysis.report_to_leader": ("leader", "report_text"),
    "analysis.save_finding": ("complaint_stands", "finding_side", "root_cause", "checked_facts"),
    "analysis.save_sanbao_demand": ("made_on", "received_on"),
    "analysis.save_severity": ("severity", "safety"),
    "approval.decide": ("decision", "reason"),
    "approval.request": ("amount", "text"),
    "case.add_contact": ("reached", "purpose", "summary"),
    "case.add_demand": ("text", "amount"),
    "case.add_task": ("department", "title"),
    "case.answer_demand": ("answer", "answer_text"),
    "case.assign": ("owner", "handover_note"),
    "case.change_demand": ("text", "amount", "deadline"),
    "case.deliver_demand": ("delivered_amount", "delivery_note"),
    "case.finish_task": ("result",),
    "case.hold": ("hold", "hold_reason"),
    "case.link": ("kind", "note"),
    "case.set_level": ("level", "level_reason"),
    "documents.attach_scan": ("doc_no",),
    "evidence.add": ("kind", "title"),
    "evidence.hand_over": ("to_whom", "purpose"),
    "flow.close": ("outcome", "comment"),
    "flow.reopen": ("state", "reason"),
    "followup.record": ("reached", "satisfaction", "words"),
    "implementation.accept": ("acceptance", "remarks"),
    "implementation.add_delivery": ("text", "amount"),
    "implementation.add_repair": ("order_no", "job"),
    "implementation.hand_over": ("received_by", "delivered_amount"),
    "intake.read_back": ("focus",),
    "intake.register_complaint": ("object_kind", "subject"),
    "intake.save_draft": ("object_kind", "subject"),
    "negotiation.add_option": ("title", "amount"),
    "negotiation.add_round": ("result", "words"),
    "review.add_rectification": ("what", "owner"),
    "review.finish_rectification": ("result",),
    "review.save": ("lesson", "comment"),
    "system.tick": ("level", "level_reason"),
}
"""Keys by command, the most telling first; of any other command the first changed fields count."""

NAMING = ("title", "text", "what", "order_no", "detail", "doc_no")
"""Which value of a row names it when only its state changes."""

_PICTURES: dict[str, tuple[str, str]] = {
    "case.add_contact": ("call", "accent_text"),
    "followup.record": ("call_outbound", "accent_text"),
    "case.set_level": ("flag", "warn"),
    "system.tick": ("flag", "warn"),
    "case.hold": ("pause", "warn"),
    "flow.close": ("checkmark_circle", "ok"),
    "flow.archive": ("archive", "text2"),
    "flow.reopen": ("arrow_undo", "warn"),
    "flow": ("arrow_right", "accent_text"),
    "approval": ("shield_checkmark", "text2"),
    "agreement": ("handshake", "text2"),
    "documents": ("document", "text2"),
    "evidence": ("attach", "text2"),
    "negotiation": ("people", "text2"),
}
_PLAIN = ("edit", "text2")


def picture(command: str) -> tuple[str, str]:
    """Return icon and colour role of a command: its own, that of its room, or a pen."""
    room = command.partition(".")[0]
    return _PICTURES.get(command) or _PICTURES.get(room) or _PLAIN
