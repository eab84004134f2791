"""A text of several lines is never squeezed where a page scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.label import label
from ui.widgets.layout import column, surface
from ui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "请您把事情的经过再详细说一遍，我会逐字记录，说完以后再向您复述一次，请您核对。" * 3


def test_wrapped_texts_keep_their_height(qtbot: QtBot) -> None:
    area = Scrolled()
    qtbot.addWidget(area)
    inner = column(*(label(LONG, wrap=True) for _ in range(6)))
    area.setWidget(surface(inner))
    area.resize(260, 200)
    with qtbot.waitExposed(area):
        area.show()
    texts = [inner.itemAt(place).widget() for place in range(inner.count())]
    qtbot.waitUntil(lambda: all(t.height() >= t.heightForWidth(t.width()) for t in texts))
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0
