"""Where a store may lie: not on a share, not too deep for Windows, and named the same each time."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import pytest

from models.kernel import backup, db, files, network
from models.kernel.errors import EnvironmentTrouble

pytestmark = pytest.mark.windows


@pytest.mark.parametrize(
    ("place", "remote"),
    [
        (r"\\server\share\客诉", True),
        (r"\\?\UNC\server\share", True),
        (r"\\?\unc\server\share", True),
        (r"\\?\C:\客诉 通", False),
        (r"C:\客诉 通", False),
    ],
)
def test_a_share_is_told_from_a_long_name(place: str, remote: bool) -> None:
    assert network.is_network_path(Path(place)) is remote


def test_a_link_to_a_network_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network.os.path, "realpath", lambda _folder: "//server/share/store")
    with pytest.raises(EnvironmentTrouble, match="on a network drive"):
        db.open_store(tmp_path / "link", create=True)


def test_an_address_with_a_server_is_refused() -> None:
    with pytest.raises(EnvironmentTrouble, match="not a store this edition can open"):
        db.open_store("sqlite://server/kesutong", create=True)


@pytest.mark.parametrize(
    ("address", "folder"),
    [("sqlite:///C:/客诉%20通/a", "C:\\客诉 通\\a"), ("sqlite://C:/客诉 通/a", "C:\\客诉 通\\a")]
    if sys.platform == "win32"
    else [("sqlite:///srv/客诉%20通/a", "/srv/客诉 通/a")],
)
def test_an_address_names_a_folder_or_a_drive(address: str, folder: str) -> None:
    assert db.folder_of(address) == Path(folder)


def test_a_folder_too_deep_for_windows_is_refused_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("长" * 75) / ("深" * 75)
    monkeypatch.setattr(db, "is_network_path", lambda _folder: False)
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(EnvironmentTrouble, match="at most 150 characters"):
        db.open_store(deep, create=True)
    assert not deep.exists()


def test_the_deepest_file_fits_when_the_folder_does(tmp_path: Path) -> None:
    day = tmp_path / backup.FOLDER / f"{datetime(2026, 8, 1):{backup.STAMP}}.part"
    deepest = (day / backup.name_of("0" * 64), files.place(tmp_path, "0" * 64).with_suffix(".part"))
    longest = max(len(str(file.relative_to(tmp_path))) for file in deepest)
    assert db.LONGEST_ON_WINDOWS + 1 + longest < 260


def test_a_refused_database_is_let_go_of(tmp_path: Path) -> None:
    file = tmp_path / db.DATABASE_FILE
    file.write_bytes(b"no database at all" * 100)
    with pytest.raises(EnvironmentTrouble, match="damaged or not a store"):
        db.open_store(tmp_path)
    file.rename(tmp_path / "aside.db")
