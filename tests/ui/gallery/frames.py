"""The frame, a list page, the log-in and the first run."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from models.dealership.access.fields import FIRST_ADMINISTRATOR_FIELDS
from models.dealership.office.fields import BRANCH_FIELDS
from tests.ui.sample_rows import COLUMNS, pages
from ui.lists.list_page import ListPage
from ui.shell.preferences import Preferences
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import label
from ui.widgets.layout import column, surface
from ui.window.first_run import FirstRunView
from ui.window.frame import Count, Frame
from ui.window.login import LoginView

if TYPE_CHECKING:
    from resources.texts import Texts
    from ui.lists.columns import Column


def framed(texts: Texts) -> Frame:
    """Return the frame with an empty page in it."""
    made = Frame(texts)
    made.set_user("王敏", "客户关系经理")
    made.set_branch("星澜汽车一店")
    made.set_backup_age(360)
    made.set_saved("14:46:58")
    counts = {"today": Count(9, 2), "approvals": Count(2), "tasks": Count(7)}
    made.set_counts({**counts, "follow_ups": Count(5)})
    page = EmptyState(
        "library",
        "还没有案例",
        "结案的投诉可以写成案例，以后遇到相似的情况，会自动列出来。\n先从一件处理得好的投诉开始。",
        note="也可以在任一案件里按“更多”，写成案例",
    )
    page.add_button("从已结案的投诉挑选", "primary")
    page.add_button("导入案例")
    card = Card().add(page, factor=1)
    made.add_page("library", surface(column(card, margins=(20, 12, 16, 14))))
    made.show_page("library")
    return made


def listing(texts: Texts) -> ListPage:
    """Return a list of complaints with a chosen row."""
    likes = Preferences(str(Path(tempfile.mkdtemp()) / "likes.ini"))
    empty = EmptyState("chat_warning", "没有符合条件的投诉")
    made = ListPage(texts, "cases", "投诉", titled_columns(), likes, empty=empty)
    made.setProperty("surface", "page")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.add_chip("open", "未结案", checked=True).set_count(46)
    made.add_chip("mine", "我负责")
    made.add_chip_rule()
    made.add_menu_chip("department", "部门", [("service", "售后"), ("sales", "销售")])
    made.load(pages(200))
    made.set_total(46, 1284)
    made.table.show_sort("reply", descending=False)
    made.table.selectRow(1)
    made.set_preview(Card("张伟").add(label("制动踏板踩不下去", wrap=True), None))
    return made


def titled_columns() -> list[Column]:
    """Return the sample columns under titles that every catalogue has."""
    titles = dict(zip(("level", "who", "subject"), ("Slight", "Ordinary", "Raised"), strict=True))
    return [replace(c, title=titles.get(c.key, "Serious")) for c in COLUMNS]


def first_run(texts: Texts) -> FirstRunView:
    """Return the first step of the first run."""
    return FirstRunView(texts, BRANCH_FIELDS, FIRST_ADMINISTRATOR_FIELDS)


def login(texts: Texts) -> LoginView:
    """Return the log-in with a wrong password."""
    made = LoginView(texts, [("wangmin", "王敏  客户关系经理")], "星澜汽车一店")
    made.set_foot("最近备份 今天 08:30    版本 1.0.0")
    made.set_problem("密码不对，还可以再试 4 次。")
    return made
