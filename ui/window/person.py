"""The person at work, at the right of the top bar, with the menu of what is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu

from ui.shell.icons import paint_icon
from ui.shell.tip import tip
from ui.widgets.ink import CENTRE, paint_focus, paint_ground, paint_text

if TYPE_CHECKING:
    from resources.texts import Texts

ACTIONS = (
    ("theme.light", "Light"),
    ("theme.dark", "Dark"),
    ("theme.system", "As Windows"),
    ("", ""),
    ("password", "Change password"),
    ("log_out", "Log out"),
)


class Person(QAbstractButton):
    """Name and duty; ``asked`` tells what was chosen from the menu."""

    asked = Signal(str)

    def __init__(self, texts: Texts) -> None:
        """Show nobody yet."""
        super().__init__()
        self.setObjectName("shell.user")
        self.setFixedSize(146, 40)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name = self._duty = ""
        self.setAccessibleName(texts("shell", "Who works here"))
        self._menu = QMenu(self)
        for code, title in ACTIONS:
            if not code:
                self._menu.addSeparator()
                continue
            action = QAction(texts("shell", title), self._menu)
            action.setObjectName(f"shell.user.{code}")
            action.setData(code)
            action.triggered.connect(self._chosen)
            self._menu.addAction(action)
        self.clicked.connect(self._open)

    def set_person(self, name: str, duty: str) -> None:
        """Show who works here now."""
        self._name, self._duty = name, duty
        self.setAccessibleName(f"{name} {duty}")
        self.setToolTip(tip(f"{name}  {duty}"))
        self.update()

    def menu(self) -> QMenu:
        """Return the menu, for more entries."""
        return self._menu

    def sizeHint(self) -> QSize:
        """Keep one width, so the bar holds still."""
        return QSize(146, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the first character in a disc, the name over the duty, a chevron."""
        painter = QPainter(self)
        if self.underMouse():
            paint_ground(painter, QRectF(self.rect()), "hover", 6)
        disc = QRectF(4, 6, 28, 28)
        paint_ground(painter, disc, "pressed", 14)
        first = self._name[:1]
        paint_text(painter, disc, first, size="caption", role="text2", bold=True, align=CENTRE)
        paint_text(painter, QRectF(40, 3, 84, 18), self._name)
        paint_text(painter, QRectF(40, 20, 84, 17), self._duty, size="caption", role="text3")
        paint_icon(painter, QRectF(126, 13, 14, 14), "chevron_down", "text2")
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.asked.emit(action.data())
