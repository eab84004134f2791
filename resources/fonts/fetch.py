"""Brings the bundled fonts again from their npm package and checks them by SHA-256."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "@expo-google-fonts/noto-sans-sc@0.4.3"
MEMBERS = {
    "package/400Regular/NotoSansSC_400Regular.ttf": "NotoSansSC-Regular.ttf",
    "package/700Bold/NotoSansSC_700Bold.ttf": "NotoSansSC-Bold.ttf",
    "package/LICENSE_FONT": "LICENSE_FONT.txt",
}
HERE = Path(__file__).resolve().parent


def expected_sums() -> dict[str, str]:
    """Return {file name: SHA-256} as kept in SHA256SUMS."""
    lines = (HERE / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    return {name: digest for digest, name in (line.split() for line in lines)}


def sha256(file: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal text."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def fetch(npm: str, target: Path) -> None:
    """Download the package, check each file and only then put all of them into ``target``."""
    with tempfile.TemporaryDirectory() as folder:
        pack = [npm, "pack", PACKAGE, "--silent", "--pack-destination", folder]
        subprocess.run(pack, check=True, stdout=subprocess.DEVNULL)
        archive = next(Path(folder).glob("*.tgz"))
        for member, name in MEMBERS.items():
            unpack(archive, member, Path(folder, name))
        sums = expected_sums()
        wrong = [name for name in MEMBERS.values() if sha256(Path(folder, name)) != sums[name]]
        if wrong:
            raise SystemExit(f"not the expected content, nothing replaced: {', '.join(wrong)}")
        for name in MEMBERS.values():
            shutil.copyfile(Path(folder, name), target / name)


def unpack(archive: Path, member: str, file: Path) -> None:
    """Write one member of a .tgz to ``file``."""
    with tarfile.open(archive) as tar:
        source = tar.extractfile(member)
        if source is None:
            raise SystemExit(f"{member} is not a file in {archive.name}")
        with source, file.open("wb") as out:
            shutil.copyfileobj(source, out)


def main() -> int:
    """Fetch into this folder, or into the folder given as the only argument."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to fetch the fonts: install Node.js first")
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    fetch(npm, target)
    print(f"fetched and checked: {', '.join(MEMBERS.values())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
