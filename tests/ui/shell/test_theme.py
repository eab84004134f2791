"""The look follows its tokens: one sheet, every role, both themes, icons in the role's colour."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QLabel

import resources
from ui.shell import theme
from ui.shell.icons import app_icon, icon, icon_pixmap
from ui.shell.roles import Roles, roles
from ui.shell.theme import Theme, font, palette, restyle, style_sheet
from ui.shell.tokens import TOKENS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.windows


def test_both_themes_know_the_same_roles() -> None:
    assert TOKENS["light"].keys() == TOKENS["dark"].keys()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sheet_has_a_colour_for_every_role_it_names(look: Theme, scheme: str) -> None:
    look.apply(scheme)
    sheet = style_sheet()
    assert "@" not in sheet
    assert "$" not in sheet
    assert TOKENS[scheme]["accent"] in sheet
    for file in re.findall(r'url\("([^"]+)"\)', sheet):
        assert "<svg" in Path(file).read_text(encoding="utf-8")


@pytest.mark.parametrize("person", ["张 三 (x86)", "O'Neil"])
def test_the_sheet_is_read_whatever_the_person_is_called(
    look: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, person: str
) -> None:
    monkeypatch.setattr(
        theme.QStandardPaths, "writableLocation", lambda _place: (tmp_path / person).as_posix()
    )
    look.apply("dark")
    assert (tmp_path / person / "look").is_dir()
    shown = QLabel("警告")
    shown.setProperty("text-kind", "danger")
    qtbot.addWidget(shown)
    shown.ensurePolished()
    assert shown.palette().windowText().color() == QColor(TOKENS["dark"]["danger"])


def test_a_dark_window_is_dark(look: Theme, qtbot: QtBot) -> None:
    look.apply("dark")
    assert roles["card"] == QColor(TOKENS["dark"]["card"])
    assert palette().base().color() == QColor(TOKENS["dark"]["card"])
    shown = QLabel("今日")
    qtbot.addWidget(shown)
    assert shown.palette().windowText().color() == QColor(TOKENS["dark"]["text"])


def test_following_the_system_takes_light_or_dark(look: Theme) -> None:
    look.apply("system")
    assert look.choice == "system"
    assert roles.scheme in ("light", "dark")


@pytest.mark.parametrize(("choice", "worn"), [("system", "dark"), ("light", "light")])
def test_the_system_turning_dark_is_followed_at_once_where_wanted(
    look: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, choice: str, worn: str
) -> None:
    look.apply(choice)
    monkeypatch.setattr(look, "_system_scheme", lambda: "dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert roles.scheme == worn
    assert palette().base().color() == QColor(TOKENS[worn]["card"])


def test_an_unknown_theme_is_refused(look: Theme) -> None:
    with pytest.raises(ValueError, match="unknown theme 'pink'"):
        look.apply("pink")
    with pytest.raises(ValueError, match="unknown theme 'pink'"):
        roles.use("pink")


def test_high_contrast_takes_the_system_colours(qtbot: QtBot) -> None:
    made = Roles()
    made.use("light", system_colours=True)
    colours = {role: made[role].name() for role in TOKENS["light"]}
    assert colours["text"] == palette().windowText().color().name()
    assert colours["card"] == palette().base().color().name()


def test_the_two_bundled_weights_are_used() -> None:
    assert font().family() == "Noto Sans SC"
    assert font("title", bold=True).bold()
    assert font("title").pixelSize() == 20


def test_an_icon_has_the_colour_of_its_role_and_the_size_of_the_screen(look: Theme) -> None:
    def ink(scheme: str) -> str:
        look.apply(scheme)
        image = icon_pixmap("dismiss_circle", "accent_text", 20, 1.0, filled=True).toImage()
        return image.pixelColor(4, 10).name()

    assert ink("light") == TOKENS["light"]["accent_text"].lower()
    assert ink("dark") == TOKENS["dark"]["accent_text"].lower()
    assert icon("add").pixmap(QSize(16, 16), 1.5).size() == QSize(24, 24)


def test_a_disabled_icon_fades() -> None:
    plain = icon("add").pixmap(QSize(20, 20), QIcon.Mode.Normal).toImage()
    faded = icon("add").pixmap(QSize(20, 20), QIcon.Mode.Disabled).toImage()
    assert plain != faded


def test_every_icon_has_a_filled_twin_and_a_licence() -> None:
    folder = resources.path("icons/fluent")
    regular = {f.name.replace("_regular", "") for f in folder.glob("*_regular.svg")}
    filled = {f.name.replace("_filled", "") for f in folder.glob("*_filled.svg")}
    assert regular == filled
    assert "MIT License" in (folder / "LICENSE").read_text(encoding="utf-8")
    assert not app_icon().pixmap(QSize(32, 32)).isNull()


def test_a_changed_property_is_seen_by_the_sheet(qtbot: QtBot) -> None:
    shown = QLabel("要改")
    qtbot.addWidget(shown)
    shown.setProperty("text-kind", "danger")
    restyle(shown)
    assert shown.palette().windowText().color() == QColor(TOKENS["light"]["danger"])
