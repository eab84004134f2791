"""The case of the car that stopped after 1,000 km, as the contents of its papers; all invented."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from typing import Any

from PIL import Image, ImageDraw

from models.casework.documents.canonical import content_hash
from models.casework.documents.content import (
    Choice,
    Demand,
    Frame,
    Letterhead,
    Party,
    ReadBack,
    Vehicle,
)
from models.kernel.zone import moment_of
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
from models.stages.followup.documents import Answer, CallAttempt, DemandOutcome, FollowUpRecord
from models.stages.implementation.documents import DispatchSlip, DispatchTask
from models.stages.intake.documents import ComplaintRegister, ReadBackPoint, ReadBackSheet

CASE_NO = "KS-2026-000123"


def at(text: str) -> int:
    """Return the moment of a local time such as ``2026-05-01 10:05``."""
    return moment_of(datetime.fromisoformat(text))


def logo() -> bytes:
    """Return a small picture for the logo slot."""
    picture = Image.new("RGB", (96, 96), "#1f3a5f")
    ImageDraw.Draw(picture).ellipse((20, 20, 76, 76), outline="white", width=10)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def letterhead() -> Letterhead:
    return Letterhead(
        name="示例汽车销售服务有限公司",
        credit_code="91440100MA00000007",
        address="示例市示例区示例大道 1 号",
        phone="020-0000 1234",
        logo_png=logo(),
    )


def frame_for(content: object, doc_no: str, **changes: Any) -> Frame:
    frame = Frame(
        doc_no=doc_no,
        version=1,
        case_no=CASE_NO,
        content_hash=content_hash(content),
        printed_at_ms=at("2026-05-03 16:20"),
    )
    return replace(frame, **changes)


CUSTOMER = Party(
    name="周𬭎",
    id_kind="居民身份证",
    id_number="11010519491231002X",
    address="示例市示例区示例路 8 号 1 栋 302 房",
    phone="138 0000 1234",
    relation="车主",
    salutation="先生",
)
VEHICLE = Vehicle(
    model="示例牌 S5 1.5T 自动",
    plate="粤B·D12345",
    vin="LEXAMPL14T0000123",
    engine_no="EX15T0042137",
    purchased_on="2026-04-10",
    delivered_on="2026-04-12",
    mileage_km=986,
    warranty="包修期内",
)
DEMANDS = (
    Demand(1, "承担高速公路拖车费", "费用", 123_400, wanted_text="越早越好"),
    Demand(2, "承担次日营业用出租车费", "费用", 36_000, "2026-05-02"),
    Demand(3, "24小时内修复并交还该车", "维修", None, "2026-05-02"),
    Demand(4, "精神损害补偿", "补偿", 500_000, wanted_text="未提"),
)
STORY = (
    "“车刚买半个多月，还不到1,000公里，在高速上突然熄火，怎么都打不着，叫拖车花了一千多。"
    "我明天还要跑业务。你们24小时之内给我修好，拖车费、打车费得有人出，吓得不轻，也要有个说法。”"
)


def register(**changes: Any) -> ComplaintRegister:
    content = ComplaintRegister(
        letterhead=letterhead(),
        received_at_ms=at("2026-05-01 10:05"),
        receiver="李某某（首问责任人）",
        promised_answer_at_ms=at("2026-05-01 12:05"),
        channel=Choice(
            ("到店", "电话", "厂家热线", "微信", "12315", "网络", "信函"), ("厂家热线",)
        ),
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
    return replace(content, **changes)


def read_back_sheet(**changes: Any) -> ReadBackSheet:
    content = ReadBackSheet(
        letterhead=letterhead(),
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
    return replace(content, **changes)


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


def agreement(**changes: Any) -> SettlementAgreement:
    content = SettlementAgreement(
        letterhead=letterhead(),
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
            AnsweredDemand(
                1, "承担高速公路拖车费", "同意", 123_400, "凭票据原件，由甲方支付给乙方。"
            ),
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
    return replace(content, **changes)


def dispatch_slip(**changes: Any) -> DispatchSlip:
    content = DispatchSlip(
        letterhead=letterhead(),
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
            DispatchTask(
                "更换、清洗油路、路试", "路试不少于20公里", "吴某某", at("2026-05-01 22:00")
            ),
            DispatchTask("质检与终检", "非本班组人员", "蒋某", at("2026-05-01 22:30")),
            DispatchTask("接客户到店验车", "填写验车单并签名", "黄某某", at("2026-05-01 23:10")),
        ),
        parts="06K-103-011-DP 燃油泵总成 ×1",
        parts_source="待查（首选同城调拨）",
        expense_limit_fen=150_000,
        expense_note="用于垫付拖车费，由服务经理批准",
        cost_bearer="先由本店垫付，向厂家索赔",
    )
    return replace(content, **changes)


_FIVE = ("非常满意", "满意", "一般", "不满意", "不表态")


def follow_up(**changes: Any) -> FollowUpRecord:
    content = FollowUpRecord(
        letterhead=letterhead(),
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
    return replace(content, **changes)
