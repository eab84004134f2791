"""The bundled fonts are the ones their checksums name."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

import resources
from resources.fonts import fetch

pytestmark = pytest.mark.windows


@pytest.mark.parametrize("file_name", sorted(fetch.MEMBERS.values()))
def test_a_bundled_file_has_its_checksum(file_name: str) -> None:
    assert fetch.sha256(resources.path(f"fonts/{file_name}")) == fetch.expected_sums()[file_name]


def test_the_checksums_name_nothing_else() -> None:
    assert set(fetch.expected_sums()) == set(fetch.MEMBERS.values())


def test_a_changed_download_replaces_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pack(line: list[str], **_options: object) -> None:
        archive(Path(line[-1]) / "fonts.tgz")

    monkeypatch.setattr(fetch.subprocess, "run", pack)
    with pytest.raises(SystemExit, match="nothing replaced"):
        fetch.fetch("npm", tmp_path)
    assert list(tmp_path.iterdir()) == []


def archive(file: Path) -> None:
    """Write a package whose fonts are not fonts."""
    with tarfile.open(file, "w:gz") as tar:
        for member in fetch.MEMBERS:
            info = tarfile.TarInfo(member)
            info.size = len(b"no font")
            tar.addfile(info, io.BytesIO(b"no font"))
