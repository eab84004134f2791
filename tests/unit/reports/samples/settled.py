"""The agreement of the sample case."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models.casework.documents.content import Party
from models.stages.agreement.documents import (
    AnsweredDemand,
    Attachment,
    Duty,
    NegotiationStep,
    Payment,
    ScheduleRow,
    SettlementAgreement,
    Term,
    TermDetail,
)
from tests.unit.reports.samples.shared import CASE_NO, CUSTOMER, LETTERHEAD, VEHICLE, at

PARTY_A = Party(
    name="示例汽车销售服务有限公司",
    kind="company",
    id_number="91440100MA00000007",
    address="示例市示例区示例大道 1 号",
    phone="020-0000 1234",
    representative="陈某某",
    representative_title="售后服务经理",
)
TERMS = (
    Term(
        "维修",
        "甲方免费为该车更换燃油泵总成并清洗油路，零件与工时费用由甲方承担",
        details=(
            TermDetail("零件号", "06K-103-011-DP（原厂件）"),
            TermDetail(
                "质量保证",
                "自2026年5月1日起24个月或者50,000公里，以先到者为准，且不短于法定与厂家保修的剩余期限",
            ),
        ),
        by_whom="维修车间",
        due_on="2026-05-03",
    ),
    Term(
        "延长保修",
        "燃油供给系统（燃油泵、喷油器、高压油管）的保修延长至2031年4月11日或者150,000公里，以先到者为准；承担方为甲方，转让该车不影响此项权利",
        by_whom="服务顾问",
        due_on="2026-05-05",
    ),
    Term(
        "保养服务",
        "甲方提供基础保养服务券2张，有效期至2028年5月2日，不附加消费条件，不兑付现金",
        amount_fen=97_200,
        details=(TermDetail("券号", "BY-0031-1、BY-0031-2"),),
        by_whom="服务顾问",
        due_on="2026-05-05",
    ),
    Term("拖车费", "高速公路拖车费", 123_400, paid=True, due_on="2026-05-09", by_whom="财务部"),
    Term("交通补贴", "交通补贴", 26_650, paid=True, due_on="2026-05-09", by_whom="财务部"),
)


AGREEMENT = SettlementAgreement(
    letterhead=LETTERHEAD,
    party_a=PARTY_A,
    party_b=(replace(CUSTOMER, relation="车主本人"),),
    place="示例市示例区",
    signed_on="2026-05-03",
    vehicles=(VEHICLE,),
    received_at_ms=at("2026-05-01 10:05"),
    channel="厂家热线",
    subject="该车在高速公路行驶中熄火",
    facts_confirmed=(
        "2026年5月1日9时40分许，该车在高速公路行驶中发动机熄火，此后无法起动；当时行驶里程为986公里",
        "经甲方检测（检测报告编号JC-202605-0012，故障码P0087），故障原因为燃油泵总成内部卡滞、不供油。"
        "甲方未发现乙方使用不当、改装或者加注不合格燃油的情形",
    ),
    facts_unconfirmed=("乙方称因故障错过一项约定的营业活动",),
    negotiation=(
        NegotiationStep("2026-05-02", "陈某某与乙方电话协商", "乙方撤回第2项诉求；"),
        NegotiationStep("2026-05-03", "陈某某与乙方在甲方营业场所协商", "就全部事项达成一致"),
    ),
    demands=(
        AnsweredDemand(1, "承担高速公路拖车费", "同意", 123_400, "凭票据原件，由甲方支付给乙方。"),
        AnsweredDemand(
            2, "承担次日营业用出租车费", "乙方撤回", 36_000, "24小时内交还该车，费用未发生。"
        ),
        AnsweredDemand(
            3, "24小时内修复并交还该车", "已履行", None, "5月1日23时10分交还，乙方已验收。"
        ),
        AnsweredDemand(
            4, "精神损害补偿", "乙方撤回", 500_000, "甲方致歉，另行提供延长保修与保养服务。"
        ),
    ),
    terms=TERMS,
    payment=Payment("银行转账", "2026-05-09", "收款账户见附件3"),
    schedule=(
        ScheduleRow("当面致歉并交付致歉信", "售后服务经理", "2026-05-03", "致歉信"),
        ScheduleRow("登记延长保修、交付服务券", "服务顾问", "2026-05-05", "保修登记单、券"),
        ScheduleRow("支付第三条款项", "财务部", "2026-05-09", "转账回单"),
        ScheduleRow("首次回访，复核车况", "客户关系部", "2026-05-10", "回访记录"),
    ),
    duties=(Duty("乙方提供拖车费票据原件与收款账户", "2026-05-05"),),
    attachments=(
        Attachment("居民身份证、行驶证复印件", 1, 2, f"注明“仅用于{CASE_NO}和解”"),
        Attachment("检测报告 JC-202605-0012", 1, 4, "含故障码与照片"),
        Attachment("收款账户确认书", 1, 1, "乙方签名"),
        Attachment("拖车费票据", 1, 1, "原件交甲方，乙方留复印件"),
    ),
)


def agreement(**changes: Any) -> SettlementAgreement:
    """Return the content with changes."""
    return replace(AGREEMENT, **changes)
