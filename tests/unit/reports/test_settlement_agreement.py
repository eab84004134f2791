"""What an agreement must say, and what its own words must never say."""

from __future__ import annotations

import re
from dataclasses import replace

import polib
import pytest

import resources
from models.kernel.money import capital
from tests.unit.reports import samples
from tests.unit.reports.reading import bare, flat, pages, rendered

# Clauses the law voids or forbids (bans on complaints, gags, waivers, vague promises …).
NEVER = [
    r"不得(再)?向.{0,12}(市场监管|12315|消协|媒体|法院|任何部门).{0,8}(投诉|举报|起诉|反映)",
    r"放弃.{0,6}(投诉|举报|起诉|诉讼)权",
    r"保密.{0,30}违约金\d+万",
    r"不得对外披露(质量|故障|事故)",
    r"人身(伤害|损害).{0,10}(不承担|放弃)",
    r"放弃(三包|召回|质保|退换)",
    r"(今后|以后).{0,10}(任何|一切).{0,6}(问题|责任).{0,6}(与甲方无关|不再)",
    r"最终解释权",
    r"必须在(甲方|本店)(保养|续保|购买)",
    r"删除.{0,8}(帖|评论|视频)|发布.{0,6}(好评|感谢)|锦旗",
    r"敲诈|勒索|后果自负|报警处理",
    r"若干|适当|酌情|尽快|另行通知|____",
    r"车辆无任何质量问题",
]


def text(**changes: object) -> str:
    return flat(rendered("settlement_agreement", changes).pdf)


@pytest.fixture(scope="module")
def usual() -> str:
    """Return the words of the usual agreement."""
    return text()


@pytest.fixture(scope="module")
def unusual() -> str:
    """Return the words of one with every optional sentence."""
    return text(no_admission=True, copies=3, other_terms=("甲方提供上门取送车服务",))


@pytest.mark.parametrize("pattern", NEVER)
def test_no_text_of_any_paper_says_what_an_agreement_must_not(
    pattern: str, usual: str, unusual: str
) -> None:
    catalogue = polib.pofile(str(resources.path("locale/zh_CN/paper.po")), encoding="utf-8")
    for entry in catalogue:
        assert not re.search(pattern, entry.msgstr), entry.msgstr
    assert not re.search(pattern, usual)
    assert not re.search(pattern, unusual)


@pytest.mark.parametrize(
    "words",
    [
        "在甲方全部履行本协议之后，乙方不再就本协议第二条所列事项",
        "（一）人身损害；（二）新发生的或者不同的质量问题；（三）召回；",
        "（五）甲方隐瞒的事实",
        "乙方向行政机关、消费者组织投诉、举报以及申请仲裁、提起诉讼的权利不受本协议限制",
        "双方对补偿金额、个人信息和商业秘密保密",
        "甲方已就以上加粗条款作出提示和说明，乙方已阅读并理解",
        "乙方没有删除真实信息或者作出好评的义务",
        "保存至本协议履行完毕后5年",
        "也可以依法向有管辖权的人民法院起诉",
        "本协议一式两份，甲、乙双方各执一份，具有同等效力",
        "小写与大写不一致的，以大写为准",
    ],
)
def test_the_standing_articles(words: str, usual: str) -> None:
    assert words in usual


def test_sums_stand_in_figures_and_capitals_and_add_up(usual: str) -> None:
    assert "高速公路拖车费¥1,234.00人民币壹仟贰佰叁拾肆元整乙方2026-05-09" in usual
    assert f"前款合计¥1,500.50（{capital(150_050)}）" in usual
    assert "甲方不迟于2026年5月9日以银行转账方式一次付清" in usual


def test_a_face_value_is_not_part_of_what_is_paid(usual: str) -> None:
    assert "价值¥972.00" in usual
    assert "¥2,472.50" not in usual


def test_articles_without_content_are_left_out_and_the_count_goes_on() -> None:
    words = text(demands=(), duties=(), schedule=())
    assert "第一条双方确认的事实" in words
    assert "第二条处理方案" in words
    assert "不再就本协议所列事项" in words
    assert "乙方的诉求" not in words


def test_an_agreement_without_limiting_clauses_has_no_box() -> None:
    words = text(settles=False, confidential=False)
    assert "重要提示" not in words
    assert "本协议所列事项的了结" not in words


def test_the_unconfirmed_is_named_as_such() -> None:
    two = ("乙方称因故障误工一天", "甲方称曾两次电话通知。")
    words = text(facts_unconfirmed=two)
    assert "不作为双方确认的事实" in words
    assert "（一）乙方称因故障误工一天；（二）甲方称曾两次电话通知。" in words


def test_joint_owners_all_sign_the_box_and_the_end() -> None:
    other = replace(samples.CUSTOMER, name="吴某某")
    words = text(party_b=(samples.CUSTOMER, other))
    assert "乙方（一）签名" in words
    assert "乙方（二）签名" in words
    assert words.count("右手食指") == 2


def test_a_company_seals_instead_of_giving_a_fingerprint() -> None:
    company = replace(samples.PARTY_A, name="示例物流有限公司")
    words = text(party_b=(company,))
    assert words.count("公章或者") == 2
    assert "右手食指" not in words


def test_an_agent_is_named() -> None:
    customer = replace(samples.CUSTOMER, representative="吴某某")
    assert "代理人吴某某" in text(party_b=(customer,))


def test_rules_on_household_cars_are_named_only_where_they_apply(usual: str) -> None:
    assert "《家用汽车产品修理更换退货责任规定》" in usual
    assert "家用汽车" not in text(household=False)


def test_a_third_copy_is_named(unusual: str) -> None:
    assert "本协议一式三份，甲、乙双方各执一份，另一份备案" in unusual


def test_the_box_never_parts_from_its_signature() -> None:
    for more in range(0, 20, 3):
        facts = tuple(f"补充事实{k}：双方核对了检测数据。" for k in range(more))
        paper = rendered("settlement_agreement", {"facts_confirmed": facts})
        page = next(t for t in map(bare, pages(paper.pdf)) if "乙方已阅读并理解" in t)
        assert "双方对补偿金额、个人信息和商业秘密保密" in page
        assert "乙方签名" in page
        assert "重要提示" in page
