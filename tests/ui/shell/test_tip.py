"""A hint shows what was typed: a name with tags in it is a name, not a page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from ui.forms.rows_model import Column, RowsModel
from ui.shell.tip import tip

NAMES = [
    "王<b>小</b>明",
    "A & B <i>",
    "<img src='/etc/hosts'>",
    "价格 < 800 & > 3",
    "第一行\n<u>第二行",
]


def as_shown(hint: str) -> str:
    """Return the words that a hint puts on the screen."""
    if not hint.startswith("<qt>"):
        return hint
    document = QTextDocument()
    document.setHtml(hint)
    return document.toPlainText()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", [*NAMES, "陈女士", ""])
def test_a_hint_shows_the_words_as_typed(name: str) -> None:
    assert as_shown(tip(name)) == name


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", NAMES)
def test_the_hint_of_a_row_shows_the_words_as_typed(name: str) -> None:
    model = RowsModel([Column("text", "诉求")])
    model.set_rows([{"text": name}])
    index = model.index(0, 0)
    assert index.data(Qt.ItemDataRole.DisplayRole) == name
    assert as_shown(index.data(Qt.ItemDataRole.ToolTipRole)) == name
