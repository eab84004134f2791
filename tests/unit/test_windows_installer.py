"""What the installer's script says and answers; that it installs is proven where Windows runs."""

from __future__ import annotations

import re

import pytest

from tests.project_files import ROOT

FOLDER = ROOT / "packaging" / "windows"
SCRIPTS = [file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("*.ns[ih]"))]
NSIS = "\n".join(SCRIPTS)
TEXTS = {
    name: re.findall(r'"([^"]*)"', strings)
    for name, strings in re.findall(r'insertmacro Text (\w+)((?:[\s\\]+"[^"]*"){3})', NSIS)
}
RESOURCES = (FOLDER / "launcher.rc.in").read_text(encoding="utf-8")


def placeholders(text: str) -> list[str]:
    """Return what the installer fills in, but for line ends."""
    return sorted(re.findall(r"\$\(\w+\)|\$\{\w+\}|\$(?!\\)\w+", text))


def test_every_text_that_is_said_exists() -> None:
    said = set(re.findall(r"\$\((\w+)\)", NSIS))
    assert said == set(TEXTS)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_text_says_the_same_in_all_three_languages(name: str) -> None:
    simplified, traditional, english = TEXTS[name]
    assert placeholders(simplified) == placeholders(traditional) == placeholders(english)
    assert simplified
    assert traditional
    assert english.replace("$\\r$\\n", "").isascii() or "…" in english


def test_every_failure_has_its_own_exit_code() -> None:
    codes = dict(re.findall(r"!define (\w+) (\d)\b", NSIS))
    assert codes == {
        "BROKEN_OFF": "2",
        "RUNNING": "3",
        "WINDOWS_TOO_OLD": "4",
        "NOT_ADMINISTRATOR": "5",
        "NEWER_THERE": "6",
    }
    used = set(  # CODE is what the macro Refuse calls its own
        re.findall(r'(?:SetErrorLevel|Refuse "[^"]+") \$\{(\w+)\}', NSIS)
    )
    assert used - {"CODE"} == set(codes)


def test_folders_are_removed_only_below_the_program_folder_by_name() -> None:
    removed = set(re.findall(r'RMDir /r "([^"]+)"', NSIS))
    assert removed == {"${OLD}"}
    assert '!define OLD "$INSTDIR\\old"' in NSIS
    assert set(re.findall(r'insertmacro MoveAway "(\w+)"', NSIS)) == {"lib", "app"}


def test_no_box_waits_in_a_silent_installation() -> None:
    inside = {"folder.nsh": 2}  # only on the page where a folder is chosen
    for file in sorted(FOLDER.glob("*.ns[ih]")):
        boxes = re.findall(r"^\s*MessageBox .*$", file.read_text(encoding="utf-8"), re.M)
        waiting = [box for box in boxes if "/SD" not in box]
        assert len(waiting) == inside.get(file.name, 0), file.name


@pytest.mark.parametrize("block", ["080404B0", "040904B0"])
def test_windows_shows_what_the_program_is(block: str) -> None:
    part = RESOURCES.split(f'BLOCK "{block}"')[1].split("END")[0]
    values = dict(re.findall(r'VALUE "(\w+)", "([^"]+)"', part))
    assert values["ProductName"] == "客诉通 Kesutong"
    assert values["FileVersion"] == values["ProductVersion"] == "@VERSION@"
    assert {"CompanyName", "FileDescription", "LegalCopyright", "OriginalFilename"} <= set(values)
