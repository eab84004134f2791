"""What the other papers promise: whose words they hold, what they hide, what they do not claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.casework.documents.content import NOT_READ_BACK, Choice, Vehicle
from tests.unit.reports import samples
from tests.unit.reports.reading import flat, rendered

pytestmark = pytest.mark.windows


def test_the_register_holds_the_customers_own_words_and_every_demand() -> None:
    text = flat(rendered("complaint_register").pdf)
    assert "".join(samples.STORY.split()) in text
    assert all(demand.text in text for demand in samples.DEMANDS)
    assert "不表示对任何一方责任的认定" in text


def test_the_register_ticks_what_was_chosen() -> None:
    text = flat(rendered("complaint_register").pdf)
    assert "□到店□电话□✓厂家热线□微信" in text
    assert "投诉级别□轻微□一般□✓升级□重大" in text


def test_a_channel_outside_the_list_is_ticked_all_the_same() -> None:
    channel = Choice(("到店", "电话"), ("车友会转达",))
    assert "车友会转达" in flat(rendered("complaint_register", {"channel": channel}).pdf)


def test_a_repeated_complaint_says_how_often() -> None:
    assert "是，第3次" in flat(rendered("complaint_register", {"repeat_no": 3}).pdf)


def test_an_anonymous_caller_without_a_car_can_be_registered() -> None:
    nobody = replace(samples.CUSTOMER, name="", phone="", address="", relation="", salutation="")
    changes = {"customer": nobody, "vehicles": (), "demands": (), "read_back": NOT_READ_BACK}
    text = flat(rendered("complaint_register", changes).pdf)
    assert "客户—电话—" in text
    assert "已复述" in text


def test_each_of_several_cars_is_described() -> None:
    cars = tuple(Vehicle(plate=f"粤B1234{k}") for k in range(5))
    text = flat(rendered("complaint_register", {"vehicles": cars, "key_customer": "车队"}).pdf)
    assert all(car.plate in text for car in cars)
    assert "大客户车队" in text


def test_the_read_back_sheet_takes_no_right_away() -> None:
    text = flat(rendered("read_back_sheet").pdf)
    assert "不表示本人放弃权利，本人可以随时补充" in text
    assert "还需要更正" in text
    assert "（一）出租车费是明天一天的费用" in text


def test_the_dispatch_slip_shows_the_deadline_and_hides_the_customer() -> None:
    text = flat(rendered("dispatch_slip").pdf)
    assert "完成时限2026年5月2日10:05" in text
    assert "138****1234" in text
    assert samples.CUSTOMER.name not in text
    assert "派工回执DIS-2026-000123-1粤B·D12345" in text


def test_the_follow_up_record_claims_independence_only_when_it_is_true() -> None:
    claim = "回访人未参与本案处理"
    assert claim in flat(rendered("follow_up_record").pdf)
    assert claim not in flat(rendered("follow_up_record", {"independent": False}).pdf)


def test_the_follow_up_record_answers_every_demand() -> None:
    text = flat(rendered("follow_up_record").pdf)
    assert all(demand.text in text for demand in samples.DEMANDS)
    assert "下一台还买这个牌子" in text
