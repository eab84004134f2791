#!/usr/bin/env python3
"""Gets the program or its tests going on a fresh machine; needs nothing but Python itself.

python dev.py run [args]     start the program with these arguments
python dev.py test [args]    run the tests with these pytest arguments
python dev.py install        only prepare .venv and the system libraries
python dev.py texts          derive the zh_TW texts from zh_CN
python dev.py windows        build the Windows installer and prove it with Wine (Debian, x86-64)
python dev.py release VERSION  make installer, source archive, checksums and notes in dist/
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PACKAGING = ROOT / "packaging"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "kesutong.stamp"
NEEDED = (3, 11)
TROUBLE = 3

# Shared library -> Debian package. Without the first set Qt cannot even be imported.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# Program -> Debian packages: what builds the Windows installer, and the Windows that tries it.
WINDOWS_PROGRAMS = {
    "wine": ["wine", "wine64", "libwine", "fonts-wine"],
    "makensis": ["nsis"],
    "x86_64-w64-mingw32-gcc": [
        "gcc-mingw-w64-x86-64-win32",
        "mingw-w64-x86-64-dev",
        "binutils-mingw-w64-x86-64",
    ],
    "Xvfb": ["xvfb"],
    "xdotool": ["xdotool"],
    "import": ["imagemagick"],
}
WINDOWS_FILES = {
    "locales": Path("/usr/share/i18n/locales/zh_TW"),
    "ca-certificates": Path("/etc/ssl/certs/ca-certificates.crt"),
}


def main(arguments: list[str]) -> int:
    """Do what the first argument names and return the exit code."""
    if sys.version_info < NEEDED:
        return refuse(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}.")
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    commands = {
        "run": run,
        "test": test,
        "install": install,
        "texts": texts,
        "windows": windows,
        "release": release,
    }
    if command not in commands:
        print(__doc__)
        return 0 if command in ("-h", "--help", "help") else 2
    try:
        return commands[command](rest)
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Start main.py; a sub-command of the command line needs no window libraries."""
    in_window = not arguments or arguments[0].startswith("-")
    libraries = {**QT_LIBRARIES, **WINDOW_LIBRARIES} if in_window else QT_LIBRARIES
    return prepare(libraries) or start([str(ROOT / "main.py"), *arguments], Path.cwd())


def test(arguments: list[str]) -> int:
    """Run pytest; it needs no display."""
    return prepare(QT_LIBRARIES) or start(["-m", "pytest", *arguments], ROOT)


def install(_arguments: list[str]) -> int:
    """Prepare everything that the tests need."""
    return prepare(QT_LIBRARIES)


def texts(_arguments: list[str]) -> int:
    """Derive the zh_TW catalogues."""
    return prepare({}) or start(["-m", "resources.locale.traditional"], ROOT)


def windows(arguments: list[str]) -> int:
    """Build the Windows installer and go through its life on a Windows that Wine plays."""
    return prepare_windows() or start([str(PACKAGING / "windows" / "cycle.py"), *arguments], ROOT)


def release(arguments: list[str]) -> int:
    """Make everything that is given to the users of a version."""
    return prepare_windows() or start([str(PACKAGING / "release.py"), *arguments], ROOT)


def prepare_windows() -> int:
    """Install what building for Windows needs; without it there is no proof, so refuse."""
    if not sys.platform.startswith("linux"):
        return refuse("The Windows installer is built and tried on Linux, with Wine.")
    return prepare(QT_LIBRARIES) or install_packages(missing_programs())


def missing_programs() -> list[str]:
    """Return the packages of the programs and files that are not on this machine."""
    lists = [list_ for name, list_ in WINDOWS_PROGRAMS.items() if not shutil.which(name)]
    packages = [package for list_ in lists for package in list_]
    return packages + [package for package, file in WINDOWS_FILES.items() if not file.exists()]


def prepare(libraries: dict[str, str]) -> int:
    """Bring .venv and the system libraries up to date; return 0 or an exit code."""
    packages = missing_libraries(libraries)
    if not usable(PYTHON) and importlib.util.find_spec("ensurepip") is None:
        packages.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return install_packages(packages) or make_environment()


def missing_libraries(libraries: dict[str, str]) -> list[str]:
    """Return the packages of the shared libraries that this Linux cannot load."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for library, package in libraries.items() if not loads(library)]


def loads(library: str) -> bool:
    """Tell whether the dynamic linker finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> int:
    """Install Debian packages when this user may, otherwise print the line that does it."""
    if not packages:
        return 0
    install_line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        return refuse("Missing on this machine, by their Debian names: " + " ".join(packages))
    prefix = administrator()
    if prefix is None:
        return refuse("Please run once, then try again:\n  sudo " + " ".join(install_line))
    say("installing " + " ".join(packages))
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for line in (["apt-get", "update", "-qq"], [*install_line, "-qq"]):
        code = subprocess.call([*prefix, *line], env=quiet, stdout=sys.stderr)
    importlib.invalidate_caches()
    return refuse("apt-get failed, see above.") if code else 0


def administrator() -> list[str] | None:
    """Return what to put before a command to run it as root without being asked, or None."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.call([sudo, "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        return [sudo, "-n"]
    return None


def make_environment() -> int:
    """Make .venv when there is none and install when the metadata changed."""
    if not usable(PYTHON):
        say("making .venv")
        if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
            return refuse("Could not make .venv, see above.")
    if STAMP.is_file() and STAMP.read_text(encoding="ascii") == metadata_hash():
        return 0
    say("installing the dependencies, this takes a minute the first time")
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    if subprocess.call([*pip, "--editable", ".[test]"], cwd=ROOT, stdout=sys.stderr):
        return refuse("pip failed, see above; the next call tries again.")
    STAMP.write_text(metadata_hash(), encoding="ascii")
    return 0


def usable(python: Path) -> bool:
    """Tell whether the environment's Python is there and has pip."""
    if not python.is_file() or STAMP.is_file():
        return python.is_file()
    probe = [str(python), "-c", "import pip"]
    return subprocess.call(probe, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def metadata_hash() -> str:
    """Return what changes when something else has to be installed."""
    content = b"".join((ROOT / name).read_bytes() for name in ("setup.cfg", "pyproject.toml"))
    return hashlib.sha256(str(ROOT).encode() + content).hexdigest()


def start(arguments: list[str], folder: Path) -> int:
    """Run the environment's Python in a folder and pass its exit code on."""
    return subprocess.call([str(PYTHON), *arguments], cwd=folder)


def say(text: str) -> None:
    """Tell what takes a while, apart from the program's own output."""
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def refuse(text: str) -> int:
    """Print why it cannot go on and return the exit code for it."""
    say(text)
    return TROUBLE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
