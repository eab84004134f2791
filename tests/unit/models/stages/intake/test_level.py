"""The proposed level: words that weigh, words that do not, facts and amounts."""

from __future__ import annotations

import pytest

from models.casework.case.fields import LEVELS
from models.stages.intake.level import Facts, proposed

GRAVE = [
    ("高速上刹车突然失灵，踩不下去", "MAJOR"),
    ("制动踏板踩不下去", "MAJOR"),
    ("方向盘锁死，差点撞上护栏", "MAJOR"),
    ("发动机舱冒烟起火", "MAJOR"),
    ("再不解决我就去起诉你们", "MAJOR"),
    ("我已经打了１２３１５", "MAJOR"),
    ("我要找记者曝光", "MAJOR"),
    ("我要求退一赔三", "MAJOR"),
    ("追尾后气囊没有弹出", "MAJOR"),
    ("事故造成一人死亡", "CRISIS"),
    ("有人在店门口直播做维权", "CRISIS"),
]
HARMLESS = [
    "刹车片需要更换，报价多少钱",
    "制动盘有点锈",
    "没有受伤，车也没事",
    "气囊灯亮了一下",
    "我不想起诉，只想修好",
    "空调有异味",
    "预约保养等了四十分钟",
]


@pytest.mark.parametrize(("text", "level"), GRAVE)
def test_words_of_danger_weigh(text, level):
    found = proposed(Facts(text=text))
    assert found.level == level
    assert found.reasons


@pytest.mark.parametrize("text", HARMLESS)
def test_denied_or_everyday_words_do_not(text):
    assert proposed(Facts(text=text)).level == "MINOR"


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        (Facts(), "MINOR"),
        (Facts(demand_kinds=("apology",)), "GENERAL"),
        (Facts(amounts=(100_000,)), "GENERAL"),
        (Facts(amounts=(100_001,)), "ESCALATED"),
        (Facts(amounts=(60_000, 60_000)), "ESCALATED"),
        (Facts(amounts=(2_000_000,)), "MAJOR"),
        (Facts(recent_repeat=True, repeat_no=2), "ESCALATED"),
        (Facts(repeat_no=3), "MAJOR"),
        (Facts(injured=True), "MAJOR"),
        (Facts(channel="authority_12315"), "MAJOR"),
        (Facts(channel="media"), "MAJOR"),
        (Facts(demand_kinds=("exchange",)), "MAJOR"),
        (Facts(demand_kinds=("return", "apology")), "MAJOR"),
    ],
)
def test_facts_weigh(facts, level):
    assert proposed(facts).level == level


def test_the_gravest_reason_wins_and_only_its_reasons_are_told():
    found = proposed(Facts(text="直播维权", amounts=(150_000,), injured=True))
    assert found.level == "CRISIS"
    assert len(found.reasons) == 1
    assert found.level in LEVELS
