"""Draws the pictures: python -m tests.ui.gallery OUT [light] [dark] [NAME …]."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from resources.texts import Texts
from ui.shell.theme import Theme
from ui.shell.tokens import SCHEMES

from .case import case_parts, paper
from .frames import first_run, framed, listing, login
from .parts import components

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def draw(page: QWidget, file: Path, width: int = 1366, height: int = 768) -> None:
    """Show a page offscreen and save its picture."""
    page.resize(width, height)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    focus = page.findChild(QWidget, "focus")
    if focus is not None:
        focus.setFocus()
    QApplication.processEvents()
    page.grab().save(str(file))
    page.hide()
    page.deleteLater()


PICTURES = {
    "09-components": (components, 1366, 768),
    "02-list": (listing, 1190, 690),
    "03-case-parts": (case_parts, 1100, 760),
    "05-paper": (paper, 900, 690),
    "07a-frame": (framed, 1366, 768),
    "11-narrow": (framed, 1024, 680),
    "08a-login": (login, 1366, 768),
    "08b-first-run": (first_run, 1366, 768),
}


def main(arguments: list[str]) -> None:
    """Draw the pictures into the folder given first, for the themes given after it."""
    app = QApplication.instance() or QApplication([])
    folder, *chosen = arguments
    schemes = [scheme for scheme in SCHEMES if scheme in chosen] or list(SCHEMES)
    wanted = [name for name in chosen if name not in SCHEMES]
    texts, theme = Texts("zh_CN"), Theme(app)
    scale = os.environ.get("QT_SCALE_FACTOR", "1")
    suffix = "" if scale == "1" else f"-{round(float(scale) * 100)}"
    for scheme in schemes:
        theme.apply(scheme)
        for name, (make, width, height) in PICTURES.items():
            if not wanted or name in wanted:
                draw(make(texts), Path(folder) / f"{name}-{scheme}{suffix}.png", width, height)


if __name__ == "__main__":
    main(sys.argv[1:])
