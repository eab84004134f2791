"""Every text of the program has a Chinese one, with the same values in it."""

from __future__ import annotations

import ast
import string
from typing import TYPE_CHECKING

import polib
import pytest

import resources
from models.flow.registry import all_commands
from resources.texts import catalogue
from tests.project_files import name, product_files
from tests.unit import collected_texts
from tests.unit.collected_texts import (
    Text,
    called_texts,
    declared_texts,
    field_files,
    literal_texts,
    seeded_texts,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.windows

# Names that are put together when they are said: "state SIGNED", "permission case.close".
NAMED_WHEN_SAID = tuple(
    f"{kind} " for kind in ("role", "permission", "state", "task", "round", "item", "day", "list")
)
PO_FILES = sorted(resources.path("locale").glob("*/*.po"))


def po_id(file: Path) -> str:
    """Return ``zh_CN/intake`` as the name of a catalogue in a test's id."""
    return f"{file.parent.name}/{file.stem}"


def braces(text: str) -> set[str]:
    """Return the names of the values that a text takes."""
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def without_text(texts: list[Text]) -> list[str]:
    """Return the texts that zh_CN does not have, one line each, as a translator needs them."""
    known = catalogue("zh_CN")
    return [
        f"{text.place}: zh_CN/{text.room}.po has no {text.msgid!r}"
        for text in texts
        if (text.room, text.msgid) not in known
    ]


@pytest.mark.parametrize("file", product_files(), ids=name)
def test_what_the_code_says_has_a_chinese_text(file: Path) -> None:
    missing = without_text(called_texts(file))
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("file", field_files(), ids=name)
def test_every_field_has_a_chinese_label(file: Path) -> None:
    missing = without_text(declared_texts(file))
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("file", PO_FILES, ids=po_id)
def test_a_catalogue_is_whole(file: Path) -> None:
    catalogue_file = polib.pofile(str(file), encoding="utf-8", check_for_duplicates=True)
    assert "UTF-8" in catalogue_file.metadata.get("Content-Type", ""), "no header with the charset"
    assert not [entry.msgid for entry in catalogue_file if not entry.msgstr.strip()]
    assert not [entry.msgid for entry in catalogue_file if "fuzzy" in entry.flags or entry.obsolete]


@pytest.mark.parametrize("file", PO_FILES, ids=po_id)
def test_a_translation_takes_the_same_values(file: Path) -> None:
    entries = polib.pofile(str(file), encoding="utf-8")
    different = [entry.msgid for entry in entries if braces(entry.msgid) != braces(entry.msgstr)]
    assert not different


def test_no_chinese_text_is_left_over() -> None:
    said = {text for file in product_files() for text in literal_texts(file)}
    said |= seeded_texts() | set(all_commands())
    left = [
        f"zh_CN/{room}.po: {msgid!r}"
        for room, msgid in catalogue("zh_CN")
        if msgid not in said and not msgid.startswith(NAMED_WHEN_SAID)
    ]
    assert not left, "\n".join(left)


def test_the_collector_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    code = """
from resources.texts import Message as M
ROOM = "intake"
texts("intake", "One")
self.t(ROOM, "Two" if late else "Three")
raise Invalid({"intake.phone": M("kernel", "Four " "and five", x=1)})
texts(spec.room, spec.label)
command("intake.do", "not a text")
"""
    monkeypatch.setattr(collected_texts, "tree", lambda _file: ast.parse(code))
    monkeypatch.setattr(collected_texts, "name", str)
    found = [(text.room, text.msgid) for text in called_texts(tmp_path)]
    assert sorted(found) == [
        ("intake", "One"),
        ("intake", "Three"),
        ("intake", "Two"),
        ("kernel", "Four and five"),
    ]
