"""Started from the desktop there is no stream: what cannot go on is said in a box, once."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

import main
from tests.consoles import SECRET, console
from ui.console import starter
from ui.console.session import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from tests.consoles import Console

__all__ = ["console"]
pytestmark = pytest.mark.windows


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is shown in boxes."""
    shown: list[str] = []
    monkeypatch.setattr(starter, "show_box", lambda _title, text: shown.append(text))
    monkeypatch.delenv(starter.UNATTENDED, raising=False)
    return shown


@dataclass
class Mute:
    """Starts the program as the desktop does: without any stream."""

    monkeypatch: pytest.MonkeyPatch
    boxes: list[str]

    def __call__(self, *words: str) -> int:
        with self.monkeypatch.context() as patch:
            for stream in ("stdin", "stdout", "stderr"):
                patch.setattr(f"sys.{stream}", None)
            return main.main(words)


@pytest.fixture
def mute(console: Console, monkeypatch: pytest.MonkeyPatch, boxes: list[str]) -> Mute:
    return Mute(monkeypatch, boxes)


@pytest.mark.parametrize(
    "words",
    [
        ["--wrong"],
        ["--help"],
        ["--data"],
        ["--lang", "klingon"],
        ["--theme", "blue"],
        ["--json"],
        ["绝无此事"],
    ],
    ids=" ".join,
)
def test_a_wrong_start_says_what_the_window_takes(mute: Mute, words: list[str]) -> None:
    assert mute(*words) == 2
    assert len(mute.boxes) == 1
    assert " ".join(words) in mute.boxes[0]
    assert "kesutong-console.exe" in mute.boxes[0]


def test_a_fault_at_the_start_names_the_log(
    mute: Mute, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def no_qt(_argv: list[str]) -> int:
        raise ImportError("DLL load failed while importing QtCore")

    monkeypatch.setattr(main, "_window", no_qt)
    assert mute() == 70
    assert [str(main.log_file()) in text for text in mute.boxes] == [True]
    assert "DLL load failed" in caplog.text
    assert "DLL load failed" in main.log_file().read_text(encoding="utf-8")


def test_a_subcommand_works_without_streams(
    mute: Mute, real_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD, SECRET)
    file = tmp_path / "备份.ksbak"
    assert mute("backup", str(file), "--as", "sunqi", "--data", str(real_store)) == 0
    assert file.is_file()
    assert mute.boxes == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["backup"], 2),
        (["backup", "--wrong"], 2),
        (["cases", "--data", "nowhere"], 3),
        (["check", "vin"], 1),
        (["cases", "--as", "sunqi"], 1),
    ],
)
def test_an_unattended_subcommand_never_waits_for_a_box(
    mute: Mute, words: list[str], code: int, real_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(real_store.parent)
    more = [] if "--data" in words else ["--data", str(real_store)]
    assert mute(*words, *more) == code
    assert mute.boxes == []


def test_boxes_can_be_kept_away(mute: Mute, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(starter.UNATTENDED, "1")
    assert mute("--wrong") == 2
    assert mute.boxes == []


def test_with_a_stream_it_is_written_there(console: Console, boxes: list[str]) -> None:
    ran = console("--wrong")
    assert (ran.code, boxes) == (2, [])
    assert "SUBCOMMAND" in ran.err


def test_a_log_that_cannot_be_written_stops_nothing(
    mute: Mute, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    monkeypatch.setattr(main, "default_folder", lambda: in_the_way / "home")

    def noisy(_argv: list[str]) -> int:
        main._log.warning("without a log file")
        return 0

    monkeypatch.setattr(main, "_window", noisy)
    assert mute() == 0


def test_control_c_is_no_fault(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_argv: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "_console", interrupted)
    ran = console("cases")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


@pytest.mark.parametrize(
    "given",
    [
        '"京A12345"'.encode(),
        '\ufeff"京A12345"\r\n'.encode(),
    ],
    ids=["plain", "with a mark, as Notepad saves it"],
)
def test_input_is_utf8_whatever_the_code_page(
    console: Console,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    given: bytes,
) -> None:
    typed = io.TextIOWrapper(io.BytesIO(given), encoding="cp950")
    monkeypatch.setattr("sys.stdin", typed)
    assert main.main(["check", "plate", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["value"] == "京A12345"


def test_input_in_another_encoding_is_refused(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = io.TextIOWrapper(io.BytesIO('"京A12345"'.encode("gb18030")), encoding="cp936")
    monkeypatch.setattr("sys.stdin", typed)
    assert main.main(["check", "plate"]) == 1


def test_the_end_of_input_is_no_password(
    console: Console, real_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing_typed(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("ui.console.session._somebody_types", lambda: True)
    monkeypatch.setattr("ui.console.session.getpass", nothing_typed)
    assert console("cases", "--as", "sunqi", "--data", real_store).code == 1


@pytest.mark.parametrize(
    ("started_as", "shown"),
    [("kesutong-console.exe", "kesutong-console.exe"), ("main.py", "main.py")],
)
def test_the_program_has_its_own_name_in_what_it_says(
    console: Console, monkeypatch: pytest.MonkeyPatch, started_as: str, shown: str
) -> None:
    monkeypatch.setattr("sys.argv", [started_as])
    assert console("backup").err.startswith(f"usage: {shown} backup")
