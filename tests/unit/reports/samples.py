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
from models.stages.intake.documents import ComplaintRegister

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
