"""The help of a page in a few lines (F1), and the sheet of all keys (?)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources import VERSION
from ui.window.navigation import PAGES

if TYPE_CHECKING:
    from resources.texts import Texts

KEYS = "keys"
_OF_PAGE = {
    "today": "What breaks first stands first. Enter or the blue verb opens the place.",
    "cases": "Chips and the search narrow the list; a press on a column head sorts it.",
    "approvals": "Decide here, or note what somebody decided on paper.",
    "tasks": "Take a task over, report its result, check what others reported.",
    "follow_ups": "Call, ask and note the answers; the next round is planned by itself.",
    "settings": "Choose a section at the left; every change is kept with who made it.",
    "case": "The eight stages lead through the case; the next step says what is missing.",
    "customers": "Type a name, its pinyin, a telephone, a plate or a VIN; choose whom to see.",
    "register": "Type while listening: known customers are found by number, plate or name.",
}
_EVERYWHERE = (
    ("Ctrl+K", "Search everything"),
    ("Ctrl+N", "New complaint"),
    ("Ctrl+S", "Save"),
    ("Ctrl+Enter", "Next step, or save"),
    ("Ctrl+P", "Print"),
    ("F2", "Change a cell or a row"),
    ("Esc", "Back"),
    ("F1", "Help for this page"),
    ("?", "This sheet"),
)


def help_text(texts: Texts, page: str) -> str:
    """Return the help of ``page``, or the sheet of keys when there is none."""
    if page not in _OF_PAGE:
        return key_sheet(texts)
    about = texts("help", _OF_PAGE[page])
    return f"{about}\n\n{texts('help', 'Press ? for all keys.')}"


def key_sheet(texts: Texts) -> str:
    """Return every key of the window with what it does, one a line, and the program's version."""
    pages = [(entry.key, texts("shell", entry.title)) for entry in PAGES if entry.name in _OF_PAGE]
    keys = [(key, texts("help", what)) for key, what in _EVERYWHERE]
    lines = [f"{key}　{what}" for key, what in (*keys, *pages)]
    return "\n".join([*lines, "", texts("help", "Kesutong {version}", version=VERSION)])
