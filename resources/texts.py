"""What a text is in a language: English msgids with the room as context, one catalogue per room."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from functools import lru_cache

import polib

import resources

LANGUAGES = ("zh_CN", "zh_TW", "en")
DEFAULT_LANGUAGE = "zh_CN"

_MARK = "msg:"
_log = logging.getLogger(__name__)


class Message(tuple[str, str, Mapping[str, object]]):
    """A sentence that is not yet in any language: room, English msgid and values for its braces.

    Rooms below the screen raise and return messages; the edge (window, console, paper) turns
    them into text with :class:`Texts`. A value may be a message itself.
    """

    __slots__ = ()

    def __new__(cls, room: str, msgid: str, **values: object) -> Message:
        """Hold ``msgid`` of ``room`` with the values its ``{braces}`` ask for."""
        return super().__new__(cls, (room, msgid, values))

    @property
    def room(self) -> str:
        """The context of the msgid."""
        return self[0]

    @property
    def msgid(self) -> str:
        """The English text, which is also the key of its translations."""
        return self[1]

    @property
    def values(self) -> Mapping[str, object]:
        """What fills the braces."""
        return self[2]

    def __str__(self) -> str:
        """Return the English sentence, for logs and tests."""
        return Texts("en").say(self)

    def stored(self) -> str:
        """Return the message as text for a column that also takes typed words."""
        values = {k: v.stored() if isinstance(v, Message) else v for k, v in self.values.items()}
        return _MARK + json.dumps([self.room, self.msgid, values], ensure_ascii=False)


class Texts:
    """Turns msgids and messages into one language."""

    def __init__(self, language: str = DEFAULT_LANGUAGE) -> None:
        """Read the catalogues of ``language``; English has them only for msgids that are codes."""
        if language not in LANGUAGES:
            raise ValueError(f"unknown language {language!r}, known are {', '.join(LANGUAGES)}")
        self.language = language
        self._catalogue = catalogue(language)

    def __call__(self, room: str, msgid: str, **values: object) -> str:
        """Return the text of ``msgid`` in its room, its braces filled with ``values``."""
        if not msgid:
            return ""
        text = self._catalogue.get((room, msgid))
        if text is None:
            if self.language != "en":
                _log.warning("no %s text in room %r for %r", self.language, room, msgid)
            text = msgid
        return text.format(**self._spoken(values)) if values else text

    def say(self, message: Message | str) -> str:
        """Return a message as a sentence; a plain string is data and passes as it is."""
        if isinstance(message, str):
            return message
        return self(message.room, message.msgid, **message.values)

    def say_stored(self, text: str) -> str:
        """Return what a column holds in words: typed text as it is, a stored message spoken."""
        if not text.startswith(_MARK):
            return text
        room, msgid, values = json.loads(text.removeprefix(_MARK))
        spoken = {k: self.say_stored(v) if isinstance(v, str) else v for k, v in values.items()}
        return self(room, msgid, **spoken)

    def _spoken(self, values: Mapping[str, object]) -> dict[str, object]:
        return {k: self.say(v) if isinstance(v, Message) else v for k, v in values.items()}


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str) -> dict[tuple[str, str], str]:
    """Return {(room, msgid): text} of all rooms; the file name is the room."""
    found: dict[tuple[str, str], str] = {}
    for file in sorted(resources.path(f"locale/{language}").glob("*.po")):
        for entry in polib.pofile(str(file), encoding="utf-8"):
            if entry.msgstr:
                found[file.stem, entry.msgid] = entry.msgstr
    return found
