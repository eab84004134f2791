"""A car that was long in the workshop, as the content of its three-guarantee opinion."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models.stages.analysis.sanbao.documents import OpinionDate, OpinionLine, SanbaoOpinion
from tests.unit.reports.samples.shared import CUSTOMER, LETTERHEAD, VEHICLE

SUSPECTED = "疑似符合，需人工确认"
OPINION = SanbaoOpinion(
    letterhead=LETTERHEAD,
    judged_on="2026-05-03",
    judged_by="李某某",
    customer=CUSTOMER.name,
    vehicle=VEHICLE,
    use="家用",
    anchor="2026-04-12",
    repair_until="2029-04-12 或 60,000 公里",
    sanbao_until="2028-04-12 或 50,000 公里",
    lines=(
        OpinionLine(
            "24(1)(四)",
            "累计修理时间超过 30 日",
            SUSPECTED,
            True,
            (
                "累计修理 31 日，超过 30 日即符合。",
                "证据工单：GD-0007、GD-0019",
            ),
            "李某某确认：工单齐全",
        ),
        OpinionLine(
            "24(1)(一)",
            "严重安全性能故障累计修理 2 次",
            "事实不全",
            False,
            ("因严重安全性能故障已修理 2 次。", "待查明：GD-0019：修理后是否排除"),
        ),
    ),
    not_met=("第 22 条 7 日内换退", "第 20 条 60 日内且 3,000 公里内更换总成"),
    remedies=(
        "第 24(1)(四) 条：更换或退货，由消费者选择，按第二十七条支付使用补偿费。",
        "第 21 条：自第 6 日起提供备用车，或给予合理交通费用补偿，也可另行约定。",
    ),
    papers="三包凭证",
    fee="¥200,000.00×986 公里÷1000×0.005＝¥986.00；应退车价款 ¥199,014.00。",
    dates=(
        OpinionDate("2026-05-18", "答复换退要求，不同意的须说明理由（第二十八条）"),
        OpinionDate("2026-10-12", "此前发现的瑕疵由经营者举证（消保法第二十三条）"),
    ),
    doubts=("三包只适用于生活消费用车，请核实车辆用途。",),
)


def sanbao_opinion(**changes: Any) -> SanbaoOpinion:
    """Return the content with changes."""
    return replace(OPINION, **changes)
