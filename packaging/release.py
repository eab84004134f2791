"""Makes everything that is given to the users of a version, in dist/VERSION.

usage: release.py VERSION [options of windows/build.py]

The version is that of the program, its changes stand in docs/changes.md, and the work tree holds
nothing that is not committed: what is given away can be made again from the repository.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WINDOWS = ROOT / "packaging" / "windows"
CHANGES = ROOT / "docs" / "changes.md"
REFUSED, USAGE = 1, 2
CHECKING = """
## Checking what you have downloaded

`SHA256SUMS` holds the checksums. On Windows: `certutil -hashfile FILE SHA256`; on Linux:
`sha256sum -c SHA256SUMS`. The installer was tried with Wine; what only a real Windows PC can show
is in the first-day checklist of docs/windows.md.
"""


def main(arguments: list[str]) -> int:
    """Make the release and return the exit code."""
    if not arguments:
        print(__doc__)
        return USAGE
    version, *options = arguments
    hindrance = what_hinders(version)
    if hindrance:
        print(f"release: {hindrance}", file=sys.stderr)
        return REFUSED
    target = ROOT / "dist" / version
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    code = make_installer(version, target, options)
    if code:
        return code
    make_source_archive(version, target)
    notes = target / "NOTES.md"
    notes.write_text(changes_of(version) + CHECKING, encoding="utf-8", newline="\n")
    write_checksums(target)
    print("\n".join(f"{file.stat().st_size:>12,}  {file}" for file in sorted(target.iterdir())))
    return 0


def what_hinders(version: str) -> str:
    """Return why this version cannot be given away now, empty when it can."""
    own = own_version()
    if version != own:
        return f"the program says it is {own}; change VERSION in resources/__init__.py first."
    if not changes_of(version):
        return f'docs/changes.md has no section "## {version}"; write what has changed.'
    if git("status", "--porcelain"):
        return "some changes are not committed; commit or remove them first."
    return ""


def own_version() -> str:
    """Return the version that the program itself gives."""
    source = (ROOT / "resources" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^VERSION = "(.+)"$', source, re.MULTILINE)
    return found[1] if found else ""


def changes_of(version: str) -> str:
    """Return the section of the list of changes about a version, empty when there is none."""
    text = CHANGES.read_text(encoding="utf-8")
    section = rf"^(## {re.escape(version)}\n.*?)(?=^## |\Z)"
    found = re.search(section, text, re.MULTILINE | re.DOTALL)
    return found[1].rstrip() + "\n" if found else ""


def make_installer(version: str, target: Path, options: list[str]) -> int:
    """Build the installer as small as it gets, try it, and put it into ``target``."""
    work = ROOT / "build" / "release"
    build = [sys.executable, str(WINDOWS / "build.py"), version, str(work), *options]
    code = subprocess.call(build, cwd=ROOT)
    if code:
        return code
    installer = work / f"Kesutong-{version}-setup.exe"
    code = subprocess.call([sys.executable, str(WINDOWS / "cycle.py"), str(installer)], cwd=ROOT)
    if code == 0:
        shutil.copy2(installer, target)
    return code


def make_source_archive(version: str, target: Path) -> None:
    """Pack the committed files; the same commit gives the same bytes."""
    name = f"kesutong-{version}"
    packed = subprocess.check_output(
        ["git", "archive", "--format=tar", f"--prefix={name}/", "HEAD"], cwd=ROOT
    )
    (target / f"{name}.tar.gz").write_bytes(gzip.compress(packed, mtime=0))


def write_checksums(target: Path) -> None:
    """Write the SHA-256 of every file beside it, as sha256sum reads them."""
    lines = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
        for file in sorted(target.iterdir())
    ]
    (target / "SHA256SUMS").write_text("".join(lines), encoding="ascii", newline="\n")


def git(*arguments: str) -> str:
    """Return what git says about the repository."""
    return subprocess.check_output(["git", *arguments], cwd=ROOT, text=True, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
