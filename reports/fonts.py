"""The two printed faces, embedded so that every character can be read back, also beyond U+FFFF."""

from __future__ import annotations

from functools import cache
from typing import Any

from reportlab.pdfbase.pdfmetrics import getFont, registerFont
from reportlab.pdfbase.ttfonts import TTFont

import resources
from reports.cjkrules import clean

REGULAR = "KesutongSans"
BOLD = "KesutongSans-Bold"
_FILES = {
    REGULAR: "fonts/NotoSansSC-Regular.ttf",
    BOLD: "fonts/NotoSansSC-Bold.ttf",
}
_BLOCK = 100  # entries of one bfchar section, PDF 32000-1, 9.10.3
_HEAD_LINES, _TAIL_LINES = 14, 5  # of the map reportlab writes, around its entries


def register_faces() -> None:
    """Make both faces known to reportlab, once per process."""
    _register_once()


@cache
def _register_once() -> None:
    for name, file in _FILES.items():
        registerFont(ReadableTTFont(name, str(resources.path(file))))


@cache
def glyphs(name: str) -> frozenset[int]:
    """Return the code points a registered face can show."""
    register_faces()
    return frozenset(getFont(name).face.charToGlyph)


def missing_glyphs(text: str) -> list[str]:
    """Return the characters of ``text`` that cannot be printed, in their order, each once."""
    known = glyphs(REGULAR) & glyphs(BOLD)
    lacking = (c for c in clean(text) if ord(c) not in known and c not in "\n\u00a0☐☑")
    return list(dict.fromkeys(lacking))


def to_unicode_map(name: str, subset: list[int]) -> str:
    """Return a ToUnicode map in UTF-16BE; code points of 0 stay unmapped."""
    pairs = [
        (code, chr(point).encode("utf-16-be").hex().upper())
        for code, point in enumerate(subset)
        if point
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for first in range(0, len(pairs), _BLOCK):
        block = pairs[first : first + _BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:02X}> <{units}>" for code, units in block]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


class ReadableTTFont(TTFont):  # type: ignore[misc]
    """A TrueType face whose ToUnicode maps are right.

    reportlab writes the bare code point, which is not UTF-16 beyond U+FFFF, so a rare name is
    read back as another one. The finished map is compared with the known wrong one and replaced;
    should reportlab ever write it in another way, this refuses instead of guessing.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Let reportlab write its objects, then put the right maps in place."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        names = [self.getSubsetInternalName(k, doc)[1:] for k in range(len(subsets))]
        super().addObjects(doc)
        for name, subset in zip(names, subsets, strict=True):
            font = doc.idToObject["BasicFonts"].dict[name]
            stream = doc.idToObject.get(getattr(font.ToUnicode, "name", None))
            written = getattr(stream, "content", None)
            known = [f"<{code:02X}> <{point:04X}>" for code, point in enumerate(subset)]
            if (
                not isinstance(written, str)
                or written.split("\n")[_HEAD_LINES:-_TAIL_LINES] != known
            ):
                raise RuntimeError("reportlab writes ToUnicode maps differently: review fonts.py")
            stream.content = to_unicode_map(font.BaseFont, subset)
