"""Draws the pages of the real window, offscreen, one picture after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QPoint, QSize, QTimer
from PySide6.QtGui import QImage, QPainter

from models.casework.case.listing import Filter, page
from models.casework.case.rules import STAGES
from models.flow.papers import PAPERS
from ui.desk import session
from ui.desk.pages import NAVIGATED
from ui.desk.window import DeskWindow
from ui.pages.printing.print_dialog import PrintDialog
from ui.shell.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from models.kernel.db import Store
    from resources.texts import Texts
    from ui.shell.context import Render
    from ui.shell.theme import Theme

Picture = tuple[str, QImage]
SIZE = QSize(1366, 768)
PREVIEWED = "settlement_agreement"
PATIENCE = 900


class Painter:
    """Opens pages of one store as one person and takes their pictures."""

    def __init__(
        self,
        store: Store,
        texts: Texts,
        theme: Theme,
        render: Render,
        clock: Callable[[], int],
        *,
        scale: float = 1.0,
        size: QSize = SIZE,
        patience: int = PATIENCE,
    ) -> None:
        """Open the window of ``store`` where nobody is logged in yet.

        ``patience`` is how long in ms a page may take to read and to draw.
        """
        preferences = Preferences(str(store.folder / "pictures.ini"))
        self.window = DeskWindow(store, texts, preferences, render, theme, clock)
        self._clock, self._scale, self._patience = clock, scale, patience
        self.window.resize(size / scale)
        self.window.show()

    def outside(self, name: str) -> Iterator[Picture]:
        """Draw what is there before anybody logged in: the first run or the log-in."""
        yield name, self._take(self.window)

    def pages(self, login: str, story: str) -> Iterator[Picture]:
        """Draw every page, each stage of a case and a print preview; ``story`` is a whole case."""
        self.window.enter(session.enter(login, None, self._clock))
        frame = self.window.frame
        assert frame is not None
        for kind in NAVIGATED:
            frame.open_page(kind.name)
            yield kind.name, self._take(self.window)
        for name in ("register", "customers"):
            frame.open_page(name)
            yield name, self._take(self.window)
        for number, stage in enumerate(STAGES, 1):
            frame.open_case(self._case_at(stage) or story, stage)
            yield f"case-{number}-{stage}", self._take(self.window)
        frame.open_case(story)
        yield "print", self._preview(frame.page("case"))

    def close(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.deleteLater()

    def _case_at(self, stage: str) -> str:
        frame = self.window.frame
        assert frame is not None
        rows = page(frame.ctx.actor, Filter(open_only=True), limit=200).rows
        return next((row.case_no for row in rows if row.stage == stage), "")

    def _preview(self, case: QWidget | None) -> QImage:
        assert case is not None
        assert PREVIEWED in PAPERS
        dialog = PrintDialog(case.desk, PREVIEWED, self.window)  # type: ignore[attr-defined]
        dialog.open_newest()
        dialog.show()
        picture = self._take(dialog)
        dialog.reject()
        return picture

    def _take(self, shown: QWidget) -> QImage:
        self._settle()
        picture = QImage(shown.size() * self._scale, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(self._scale)
        painter = QPainter(picture)
        shown.render(painter, QPoint())
        painter.end()
        return picture

    def _settle(self) -> None:
        """Let background reads answer, and what is drawn in its own time, as a PDF is."""
        loop = QEventLoop()
        QTimer.singleShot(self._patience, loop.quit)
        loop.exec()


def file_name(folder: Path, name: str, suffix: str) -> Path:
    """Return where a picture is kept: ``today.png``, ``today-dark.png``, ``today-150.png``."""
    return folder / f"{name}{suffix}.png"
