"""What scripts ask of the window: the object names of its pages, and pictures of them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QPoint, QSize, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from models.casework.case.queries import head
from models.kernel.errors import NotPossible
from resources.texts import Message
from ui.shell.preferences import Preferences
from ui.shell.theme import Theme

from .opening import PREFERENCES_FILE, application
from .pages import NAVIGATED, OPENED
from .window import DeskWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.console.session import Session

CASE = "case"
_SETTLE_MS = 400


def names(session: Session) -> list[dict[str, Any]]:
    """Return [{"page", "name", "class"}] of everything with an objectName that can be reached."""
    case_no = _some_case(session)
    pages = [page for page in _page_names() if case_no or page != CASE]
    found = []
    with _window(session) as window:
        for page in pages:
            if session.args.page in ("", page):
                shown = _open(window, page, case_no)
                found += [{"page": page, **row} for row in _named(shown)]
    return found


def shot(session: Session) -> dict[str, Any]:
    """Write a picture of a page as PNG; ``PAGE`` may be ``case.<stage>``."""
    args = session.args
    page, _, stage = args.page.partition(".")
    if page not in _page_names():
        raise NotPossible(
            Message(
                "console",
                "There is no page {page}. Known are {pages}.",
                page=args.page,
                pages=", ".join(_page_names()),
            )
        )
    with _window(session, theme=args.theme) as window:
        width, height = args.size
        window.resize(round(width / args.scale), round(height / args.scale))
        window.show()
        _open(window, page, args.case or _some_case(session), stage)
        _settle()
        image = _picture(window, args.scale)
        image.save(str(args.out))
    return {"page": args.page, "file": str(args.out), "width": image.width()}


@contextmanager
def _window(session: Session, theme: str = "light") -> Iterator[DeskWindow]:
    """Give a window of whoever asks; it is closed afterwards."""
    app = application()
    store, actor = session.store, session.actor
    look = Theme(app)
    look.apply(theme)
    preferences = Preferences(str(store.folder / f"shot-{PREFERENCES_FILE}"))
    window = DeskWindow(store, session.texts, preferences, session.render, look, actor.clock)
    try:
        window.enter(actor)
        yield window
    finally:
        window.close()
        window.deleteLater()


def _page_names() -> list[str]:
    return [page.name for page in (*NAVIGATED, *OPENED)]


def _open(window: DeskWindow, page: str, case_no: str, stage: str = "") -> QWidget:
    frame = window.frame
    if frame is None:
        raise RuntimeError("nobody is logged in")
    if page == CASE:
        head(frame.ctx.actor, case_no)
        frame.open_case(case_no, stage)
        if not stage:
            _open_every_stage(frame.page(CASE))
    else:
        frame.open_page(page)
    shown = frame.page(page)
    if shown is None:
        raise RuntimeError(f"page {page} did not open")
    return shown


def _open_every_stage(page: Any) -> None:
    from models.casework.case.rules import STAGES

    here = page.desk.head.stage
    for stage in (*STAGES, here):
        page.show_stage(stage)


def _some_case(session: Session) -> str:
    from models.casework.case.listing import Filter, page

    found = page(session.actor, Filter(), limit=1).rows
    return found[0].case_no if found else ""


def _named(shown: QWidget) -> list[dict[str, str]]:
    found = {}
    for widget in (shown, *shown.findChildren(QWidget)):
        name = widget.objectName()
        if name and not name.startswith("qt_"):
            found[name] = type(widget).__name__
    return [{"name": name, "class": kind} for name, kind in sorted(found.items())]


def _settle() -> None:
    """Let background reads answer and delayed painting happen."""
    loop = QEventLoop()
    QTimer.singleShot(_SETTLE_MS, loop.quit)
    loop.exec()


def _picture(window: DeskWindow, scale: float) -> QImage:
    size = QSize(round(window.width() * scale), round(window.height() * scale))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    window.render(painter, QPoint())
    painter.end()
    return image
