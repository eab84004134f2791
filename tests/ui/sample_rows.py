"""Rows of a complaint list as the tests and the gallery show them."""

from __future__ import annotations

from dataclasses import dataclass

from ui.lists.columns import Column, Paint
from ui.widgets.clock import Clock, ClockState


@dataclass(frozen=True)
class SampleRow:
    number: str
    level: int
    customer: str
    plate: str
    subject: str
    stage: int
    word: str
    reply: Clock
    close: Clock
    owner: str


COLUMNS = (
    Column("level", "widgets", "Level", Paint.LEVEL, 72, sort="level", fixed=True),
    Column("who", "widgets", "Customer", Paint.NAME, 108, value=lambda r: (r.customer, r.plate)),
    Column(
        "subject",
        "widgets",
        "Subject",
        Paint.DOUBLE,
        stretch=True,
        fixed=True,
        value=lambda r: (r.subject, f"{'①②③④⑤⑥⑦⑧'[r.stage - 1]} {r.word}   {r.number}"),
    ),
    Column("reply", "widgets", "Reply", Paint.CLOCK, 92, sort="reply"),
    Column("close", "widgets", "Close", Paint.CLOCK, 92, sort="close"),
    Column("owner", "widgets", "Owner", width=76, sort="owner"),
    Column("number", "widgets", "Number", width=140, hidden=True),
)


def rows(count: int) -> list[SampleRow]:
    """Return ``count`` rows that differ in number and level."""
    late = Clock(ClockState.LATE, 1, "超 1 天")
    soon = Clock(ClockState.SOON, 0.8, "2:13")
    calm = Clock(ClockState.RUNNING, 0.4, "3 天")
    names = ("赵建国", "张伟", "孙磊", "周凯", "北京远达商贸有限公司")
    subjects = (
        "变速箱顿挫三次返修未解决，要求退车",
        "制动踏板踩不下去，要求退车并承担停驶期间费用",
        "两台公务车保养预约后仍排队一个半小时以上，要求说明原因并给出书面答复和补偿方案",
    )
    return [
        SampleRow(
            f"KS-2026-{index:06d}",
            (4, 5, 2, 3, 1)[index % 5],
            names[index % 5],
            f"京A·{12345 + index}",
            subjects[index % 3],
            index % 8 + 1,
            "协商中",
            (late, soon, calm)[index % 3],
            calm,
            ("王敏", "李强", "郭洋")[index % 3],
        )
        for index in range(count)
    ]


def pages(count: int):
    """Return a fetch function over ``count`` rows; its cursor is the next index."""
    known = rows(count)

    def fetch(after: int | None, limit: int) -> tuple[list[SampleRow], int | None]:
        start = after or 0
        end = start + limit
        return known[start:end], end if end < count else None

    return fetch
