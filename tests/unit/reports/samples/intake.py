"""The register and the read-back sheet of the sample case."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models.casework.documents.content import Choice, ReadBack
from models.stages.intake.documents import ComplaintRegister, ReadBackPoint, ReadBackSheet
from tests.unit.reports.samples.shared import CUSTOMER, DEMANDS, LETTERHEAD, STORY, VEHICLE, at

REGISTER = ComplaintRegister(
    letterhead=LETTERHEAD,
    received_at_ms=at("2026-05-01 10:05"),
    receiver="李某某（首问责任人）",
    promised_answer_at_ms=at("2026-05-01 12:05"),
    channel=Choice(("到店", "电话", "厂家热线", "微信", "12315", "网络", "信函"), ("厂家热线",)),
    source="厂家转办，来源编号 400-0501-118",
    customer=CUSTOMER,
    customer_kind="个人",
    vehicles=(VEHICLE,),
    sales_consultant="何某",
    service_advisor="黄某某",
    work_order="WX-0501-017",
    category="产品质量 / 发动机 / 燃油系统",
    fault_code="P0087",
    occurred_on="2026-05-01",
    occurred_time="9:40 许",
    place="示例高速 K120 附近",
    story=STORY,
    evidence=("熄火后仪表照片2张，客户提供", "拖车费票据照片1张", "通话录音1段，已告知"),
    demands=DEMANDS,
    level=Choice(("轻微", "一般", "升级", "重大", "危机"), ("升级",)),
    mood=Choice(("平静", "焦急", "激烈"), ("焦急",)),
    safety_risk=Choice(("无", "行驶中熄火", "其他"), ("行驶中熄火",)),
    media_risk=Choice(("低", "中", "高"), ("低",)),
    read_back=ReadBack(True, at("2026-05-01 10:12"), "李某某", "对，就这些"),
    notice_version="个人信息告知 V2",
)


def register(**changes: Any) -> ComplaintRegister:
    """Return the content with changes."""
    return replace(REGISTER, **changes)


READ_BACK_SHEET = ReadBackSheet(
    letterhead=LETTERHEAD,
    received_at_ms=at("2026-05-01 10:05"),
    receiver="李某某",
    customer=CUSTOMER,
    vehicles=(VEHICLE,),
    text="您的车2026年4月12日提车，行驶986公里。今天上午9点40分许，在示例高速K120附近行驶中突然熄火，"
    "此后无法起动，您自行联系拖车将车送到本店。\n您说明天还要用车办事，希望24小时内修好，"
    "拖车费和明天的出租车费由店里或者厂家承担，并对您受到的惊吓有一个说法。",
    points=(
        ReadBackPoint("发生了什么", "高速行驶中发动机熄火，无法再次起动，没有人员受伤。"),
        ReadBackPoint("对您的影响", "独自在路边等候救援；明天的行程需要另外安排车辆。"),
        ReadBackPoint("我们已答应", "当日12:05前给出检测结论；每4小时告知一次进度。"),
    ),
    demands=DEMANDS,
    corrections=("出租车费是明天一天的费用，不是今天的。",),
    medium="电话",
    read_back=ReadBack(True, at("2026-05-01 10:12"), "李某某", "对，就这些"),
    promised_answer_at_ms=at("2026-05-01 12:05"),
    contact="李某某（客户关系部）",
    contact_phone="020-0000 1234",
)


def read_back_sheet(**changes: Any) -> ReadBackSheet:
    """Return the content with changes."""
    return replace(READ_BACK_SHEET, **changes)
