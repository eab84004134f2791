"""The file of holidays is read as a table or as the official notice, with problems by line."""

from __future__ import annotations

from datetime import date

import pytest

from models.kernel.calendar.day_file import read_day_file
from models.kernel.calendar.days import DayKind, MarkedDay, seed_days

NOTICE = """国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节等放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
2025年11月4日
"""


def said(data: str | bytes) -> list[str]:
    found = read_day_file(data if isinstance(data, bytes) else data.encode())
    return [str(problem) for problem in found.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_official_notice_is_read_as_published(encoding: str) -> None:
    found = read_day_file(NOTICE.encode(encoding))
    assert found.problems == ()
    assert found.years == {2026}
    expected = [(marked.day, marked.kind) for marked in seed_days(2026)]
    assert [(marked.day, marked.kind) for marked in found.days] == expected
    assert found.days[0].name == "元旦"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
@pytest.mark.parametrize(
    "table",
    [
        "date,kind,name\n2027-01-01,holiday,元旦\n2027-10-01,holiday,国庆节\n2027-10-09,workday,国庆节",
        "日期\t类型\t名称\r\n2027年1月1日\t休\t元旦\r\n\r\n2027/10/9\t班\t国庆节\r\n2027.10.1\t放假\t国庆节",
        "# 2027\n20270101；休；元旦\n20271001；休；国庆节\n20271009；补班；国庆节\n20271009;班",
    ],
)
def test_a_table_is_read_in_its_usual_forms(table: str, encoding: str) -> None:
    found = read_day_file(table.encode(encoding))
    assert found.problems == ()
    assert found.days == (
        MarkedDay(date(2027, 1, 1), DayKind.HOLIDAY, "元旦"),
        MarkedDay(date(2027, 10, 1), DayKind.HOLIDAY, "国庆节"),
        MarkedDay(date(2027, 10, 9), DayKind.WORKDAY, "国庆节"),
    )
    assert found.years == {2027}


def test_problems_of_a_table_name_their_lines() -> None:
    table = "date,kind\n2027-02-30,休\n2027-03-01,maybe\n2027-03-02\n2027-03-03,休\n2027-03-03,班"
    assert said(table) == [
        "Line 2: 2027-02-30 does not exist in the calendar or on the clock. Look at month, day and "
        "time again.",
        "Line 3: maybe is no kind of day; write holiday or workday (休 or 班).",
        "Line 4: 2027-03-02 has no second column. Write date, kind and name, such as "
        "2027-01-01,holiday,New Year.",
        "Line 6: 2027-03-03 is a holiday and a working day at once, see line 5. Keep one of them.",
    ]


def test_problems_of_a_notice_name_their_lines() -> None:
    wrong_weekday = NOTICE.replace("5月9日（周六）", "5月9日（周日）")
    assert said(wrong_weekday) == [
        "Line 9: there is no 5月9日(周日) in 2026. Compare date and weekday with the notice."
    ]
    assert said(NOTICE.replace("共7天", "共8天")) == [
        "Line 12: 国庆节 is said to have 8 days, but 7 were read. Compare the line with the notice."
    ]
    assert said(NOTICE.replace("4月4日（周六）至6日", "4月31日至6日"))[0].startswith(
        "Line 8: there"
    )
    items = NOTICE[NOTICE.index("一、") :]
    assert said(items)[0].startswith("Line 1: no year was named before.")


def test_a_holiday_may_begin_in_the_year_before() -> None:
    notice = "2028年节假日安排\n一、元旦：2027年12月31日至2028年1月2日放假，共3天。"
    found = read_day_file(notice.encode())
    assert [marked.day.isoformat() for marked in found.days] == [
        "2027-12-31",
        "2028-01-01",
        "2028-01-02",
    ]
    assert found.years == frozenset()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04\0\0", "no text file"),
        (b"2" * 1_000_001, "no text file"),
        (b"\xff\xfe\xff", "no text file"),
        (b"", "names no day"),
        (b"date,kind,name\n", "names no day"),
        (b"\x80" * 3, "no text file"),
        (b'"unclosed,\n', "Line 1"),
        (("长" * 100_000).encode(), "Line 1"),
        ("😀,<b>,&".encode(), "Line 1"),
    ],
)
def test_a_file_that_is_no_calendar_is_refused_with_a_sentence(data: bytes, reason: str) -> None:
    found = read_day_file(data)
    assert found.days == ()
    assert reason in str(found.problems[0])
    assert len(str(found.problems[0])) < 300
