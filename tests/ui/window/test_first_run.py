"""The first run asks for the dealership and its administrator, and checks before it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from models.kernel.fields import FieldSpec
from resources.texts import Texts
from ui.widgets.banner import Banner
from ui.widgets.problem import ProblemLabel
from ui.window.first_run import FirstRunView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.windows

OFFICE = (
    FieldSpec("office", "name", "Registered name", required=True, note="As on the licence"),
    FieldSpec("office", "phone", "Telephone"),
    FieldSpec("office", "logo", "Logo", max_length=64),
)
ACCOUNT = (
    FieldSpec("access.first", "admin_login", "Login", required=True),
    FieldSpec("access.first", "admin_password", "Password", required=True),
)


class OwnTexts(Texts):
    """Leaves the labels of the trial fields as they are."""

    def __call__(self, room: str, msgid: str, **values: object) -> str:
        return msgid if room in ("office", "access") else super().__call__(room, msgid, **values)


@pytest.fixture
def view(qtbot: QtBot) -> FirstRunView:
    made = FirstRunView(OwnTexts(), OFFICE, ACCOUNT)
    made.resize(1366, 768)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def edit(view: FirstRunView, name: str) -> QLineEdit:
    return view.findChild(QLineEdit, name)


def problem(view: FirstRunView, name: str) -> str:
    return view.findChild(ProblemLabel, f"{name}.problem").text()


def press(view: FirstRunView, name: str) -> None:
    view.findChild(QPushButton, f"first_run.{name}").click()


def fill(view: FirstRunView) -> None:
    edit(view, "office.name").setText(" 星澜汽车销售服务有限公司 ")
    press(view, "next")
    edit(view, "access.first.admin_login").setText("admin")
    edit(view, "access.first.admin_password").setText("geheim 88")
    edit(view, "access.first.admin_password_again").setText("geheim 88")


def test_both_steps_end_in_one_answer(view: FirstRunView, qtbot: QtBot) -> None:
    fill(view)
    with qtbot.waitSignal(view.finished) as told:
        press(view, "next")
    assert told.args == [
        {
            "office.name": "星澜汽车销售服务有限公司",
            "office.phone": "",
            "office.logo": "",
            "access.first.admin_login": "admin",
            "access.first.admin_password": "geheim 88",
        }
    ]


def test_a_required_field_holds_the_step(view: FirstRunView) -> None:
    press(view, "next")
    assert edit(view, "office.name").isVisible()
    assert problem(view, "office.name") == "这一项还没有填。"
    edit(view, "office.name").setText("星澜")
    assert problem(view, "office.name") == ""


def test_the_password_is_typed_twice(view: FirstRunView) -> None:
    fill(view)
    again = edit(view, "access.first.admin_password_again")
    assert again.echoMode() == QLineEdit.EchoMode.Password
    again.setText("geheim 89")
    told = []
    view.finished.connect(told.append)
    press(view, "next")
    said = problem(view, "access.first.admin_password_again")
    assert said == "两次输入的密码不一样，请重新输入。"
    assert told == []


def test_a_problem_of_the_first_step_leads_back_to_it(view: FirstRunView) -> None:
    fill(view)
    view.set_problems({"office.phone": "电话少一位。", "store": "磁盘空间不足。"})
    assert edit(view, "office.phone").isVisible()
    assert problem(view, "office.phone") == "电话少一位。"
    assert view.findChild(Banner, "first_run.problem").text() == "磁盘空间不足。"
    press(view, "next")
    press(view, "back")
    assert edit(view, "office.name").isVisible()


def test_a_logo_is_a_file_of_any_path(view: FirstRunView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.logo_asked):
        view.findChild(QPushButton, "office.logo.browse").click()
    long = "D:/" + "很长的文件夹名/" * 12 + "标志.png"
    view.set_logo(long)
    assert view.values()["office.logo"] == long


def test_the_buttons_wait_while_the_store_is_made(view: FirstRunView) -> None:
    view.set_busy(True)
    assert not view.findChild(QPushButton, "first_run.next").isEnabled()
