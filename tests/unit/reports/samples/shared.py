"""Who and what all sample papers are about; every name and number is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from models.casework.documents.canonical import content_hash
from models.casework.documents.content import Demand, Frame, Letterhead, Party, Vehicle
from models.kernel.zone import moment_of
from tests.project_files import ROOT

CASE_NO = "KS-2026-000123"
LOGO = ROOT / "tests" / "data" / "logo.png"


def at(text: str) -> int:
    """Return the moment of a local time such as ``2026-05-01 10:05``."""
    return moment_of(datetime.fromisoformat(text))


def frame_for(content: object, doc_no: str, **changes: Any) -> Frame:
    """Return the frame of a first final print."""
    frame = Frame(
        doc_no=doc_no,
        version=1,
        case_no=CASE_NO,
        content_hash=content_hash(content),
        printed_at_ms=at("2026-05-03 16:20"),
    )
    return replace(frame, **changes)


LETTERHEAD = Letterhead(
    name="示例汽车销售服务有限公司",
    credit_code="91440100MA00000007",
    address="示例市示例区示例大道 1 号",
    phone="020-0000 1234",
    logo_png=LOGO.read_bytes(),
)
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
