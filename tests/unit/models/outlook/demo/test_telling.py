"""Reading and telling the lines of a story."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from models.dealership.access.log_in import is_demo
from models.flow.registry import all_commands
from models.kernel.errors import UserError
from models.kernel.media import recognise
from models.kernel.zone import DAY, local_time, moment_of
from models.outlook.demo import pictures
from models.outlook.demo.lines import STORIES, Line, day_of_telling, read_lines, story
from models.outlook.demo.staff import open_house
from models.outlook.demo.telling import PRINT, telling
from tests.unit.models.outlook.demo.twins import NOW, OnePage

if TYPE_CHECKING:
    from models.kernel.db import Store

TODAY = date(2026, 8, 1)
CALL = {
    "do": "intake.register_complaint",
    "as": "chenjie",
    "at": "D-3 09:15",
    "name": "c1",
    "with": {
        "phone": "13800001234",
        "customer_name": "林女士",
        "channel": "phone",
        "object_kind": "other",
        "story": "交车时少了一把备用钥匙。",
        "promised_at": "D-2 17:00",
    },
}


def lines(*rows: object) -> list[Line]:
    return read_lines("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), TODAY)


def test_times_are_counted_from_the_day_of_the_telling() -> None:
    line = lines(CALL)[0]
    assert line.at == moment_of(datetime(2026, 7, 29, 9, 15))
    assert line.values["promised_at"] == "2026-07-30T17:00:00"
    assert lines(CALL | {"with": {"due_on": "D-10", "note": "D-10 was long ago"}})[0].values == {
        "due_on": "2026-07-22",
        "note": "D-10 was long ago",
    }


@pytest.mark.parametrize("number", STORIES)
def test_a_story_runs_in_order_and_knows_its_commands(number: str) -> None:
    told = story(number, day_of_telling(NOW))
    moments = [line.at for line in told]
    assert moments == sorted(moments)
    assert moments[-1] < NOW - DAY
    assert {line.do for line in told} <= {*all_commands(), PRINT}


def test_a_line_refers_to_what_earlier_ones_answered(store: Store) -> None:
    open_house(lambda: NOW - 1000 * DAY)
    contact = {"way": "phone", "direction": "out", "purpose": "other", "summary": "见 $c1.case_no"}
    with telling(lambda *_: OnePage(b"")) as teller:
        teller.tell(lines(CALL))
        answer = teller.run(
            lines(
                {
                    "do": "case.add_contact",
                    "as": "chenjie",
                    "at": "D-3 10:00",
                    "with": contact | {"case_no": "$c1.case_no"},
                }
            )[0]
        )
    assert answer["case_no"] == teller.named["c1"]["case_no"] == "KS-2026-000001"
    assert is_demo()


def test_a_refused_line_stops_the_story(store: Store) -> None:
    open_house(lambda: NOW - 1000 * DAY)
    with telling(lambda *_: OnePage(b"")) as teller, pytest.raises(UserError):
        teller.tell(lines(CALL | {"as": "qianyi"}))


def test_a_drawn_picture_is_always_the_same_and_really_one() -> None:
    picture = pictures.drawn("起火现场照片")
    assert picture == pictures.drawn("起火现场照片") != pictures.drawn("维修车间")
    assert recognise(pictures.file_name('一/二:"三"'), picture[:4096]).media_type == "image/png"
    page = pictures.page("演示")
    assert page == pictures.page("演示")
    assert recognise("page.pdf", page[:4096]).media_type == "application/pdf"


def test_today_is_the_local_day() -> None:
    assert day_of_telling(NOW) == local_time(NOW).date()
