"""The dispatch slip and the follow-up record of the sample case."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models.casework.documents.content import Choice
from models.stages.followup.documents import Answer, CallAttempt, DemandOutcome, FollowUpRecord
from models.stages.implementation.documents import DispatchSlip, DispatchTask
from tests.unit.reports.samples.shared import LETTERHEAD, VEHICLE, at

_FIVE = ("非常满意", "满意", "一般", "不满意", "不表态")


DISPATCH_SLIP = DispatchSlip(
    letterhead=LETTERHEAD,
    dispatched_at_ms=at("2026-05-01 10:45"),
    dispatcher="李某某（客户关系部）",
    deadline_at_ms=at("2026-05-02 10:05"),
    promise="24小时内交车",
    urgency=Choice(("立即", "12小时", "24小时", "48小时", "72小时"), ("24小时",)),
    level=Choice(("轻微", "一般", "升级", "重大", "危机"), ("升级",)),
    department="维修车间",
    responsible="吴某某（技术经理）",
    assisting_departments="备件部、财务部",
    assistants="郑某、冯某",
    vehicle=VEHICLE,
    customer_masked="周先生",
    phone_masked="138****1234",
    contact_rule="联系客户前先告知派工人",
    problem="高速行驶中熄火，不能起动；故障码P0087（燃油轨压力过低）。车辆在本店举升位3号。",
    request="24小时内修复；每4小时告知一次进度；交车时本人到场验车。",
    tasks=(
        DispatchTask("检测并出具报告", "含数据流、照片", "吴某某", at("2026-05-01 12:00")),
        DispatchTask("调拨燃油泵总成", "本市兄弟店或区域库", "郑某", at("2026-05-01 16:00")),
        DispatchTask("更换、清洗油路、路试", "路试不少于20公里", "吴某某", at("2026-05-01 22:00")),
        DispatchTask("质检与终检", "非本班组人员", "蒋某", at("2026-05-01 22:30")),
        DispatchTask("接客户到店验车", "填写验车单并签名", "黄某某", at("2026-05-01 23:10")),
    ),
    parts="06K-103-011-DP 燃油泵总成 ×1",
    parts_source="待查（首选同城调拨）",
    expense_limit_fen=150_000,
    expense_note="用于垫付拖车费，由服务经理批准",
    cost_bearer="先由本店垫付，向厂家索赔",
)


def dispatch_slip(**changes: Any) -> DispatchSlip:
    """Return the content with changes."""
    return replace(DISPATCH_SLIP, **changes)


FOLLOW_UP = FollowUpRecord(
    letterhead=LETTERHEAD,
    round_name="第一轮（处理后24小时）",
    planned_at_ms=at("2026-05-04 10:00"),
    done_at_ms=at("2026-05-04 15:20"),
    caller="沈某（客户关系部）",
    handler="李某某",
    medium="电话",
    customer="周𬭎",
    phone_masked="138****1234",
    spoke_with="客户本人",
    vehicle=VEHICLE,
    connection=Choice(("接通", "未接", "停机", "拒访", "号码有误"), ("接通",)),
    attempts=(
        CallAttempt(at("2026-05-04 10:03"), "沈某", "无人接听"),
        CallAttempt(at("2026-05-04 15:20"), "沈某", "接通，客户表示方便接听"),
    ),
    outcomes=(
        DemandOutcome(1, "承担高速公路拖车费", "同意，5月9日前支付", "满意", "已提交票据原件"),
        DemandOutcome(2, "承担次日营业用出租车费", "客户撤回", "满意"),
        DemandOutcome(3, "24小时内修复并交还该车", "已履行", "非常满意", "当晚交车"),
        DemandOutcome(4, "精神损害补偿", "客户撤回", "满意", "接受致歉"),
    ),
    answers=(
        Answer("处理结果是否满意", Choice(_FIVE, ("非常满意",))),
        Answer("处理速度", Choice(_FIVE, ("满意",))),
        Answer("接待态度", Choice(_FIVE, ("非常满意",))),
        Answer(
            "承诺是否兑现",
            Choice(("全部", "部分", "没有"), ("部分",)),
            "拖车费尚未到账，未到期限",
        ),
        Answer("目前车况", Choice(("正常", "偶发", "未解决"), ("正常",))),
    ),
    recommend=9,
    words="“车修得快，路上也一直有人告诉我到哪一步了。下一台还买这个牌子。”",
    conclusion=Choice(("闭环", "继续跟进", "重新打开"), ("继续跟进",)),
    next_at_ms=at("2026-05-10 10:00"),
)


def follow_up(**changes: Any) -> FollowUpRecord:
    """Return the content with changes."""
    return replace(FOLLOW_UP, **changes)
