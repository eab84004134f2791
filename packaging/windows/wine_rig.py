"""A Windows PC played by Wine: an empty prefix, a screen, and programs run in it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FONT_NAME = "Noto Sans SC"
FONT = ROOT / "resources" / "fonts" / "NotoSansSC-Regular.ttf"
STUBS = ("bcryptprimitives", "icuuc", "mscms")
CODE_PAGES = {"zh_TW": "cp950", "zh_CN": "cp936", "en_US": "cp1252"}
SCREEN = "1366x768x24"
PAUSE_S = 0.1

# No Mono, no HTML engine, no menu entries on this machine, no debugger that stays when a program
# has crashed; Wine's WMI makes Python's platform module crash.
OVERRIDES = "mscoree,mshtml,wbemprox,winemenubuilder.exe,winedbg.exe=;mscms=n"


@dataclass(frozen=True, slots=True)
class Answer:
    """How a program ended: its exit code, and everything it wrote."""

    code: int
    output: str


class Pc:
    """A Windows 10 with nothing installed; everything of it lies in one folder and is thrown away.

    ``language`` is the system's: zh_TW is code page 950, zh_CN 936, en_US 1252.
    """

    def __init__(self, folder: Path, language: str = "zh_TW") -> None:
        """Play the PC in ``folder``, which is emptied first."""
        self._folder = folder
        self._prefix = folder / "prefix"
        self._screen: subprocess.Popen[bytes] | None = None
        self.language = language
        self.display = ""

    def __enter__(self) -> Pc:
        """Switch the PC on."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        self._make_locales()
        self._screen, self.display = _screen()
        self._first_start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Switch it off, whatever still runs."""
        self._shut_down()
        if self._screen is not None:
            self._screen.terminate()
            self._screen.wait()

    def speak(self, language: str) -> None:
        """Start again as a system of another language."""
        self._shut_down()
        self.language = language
        self._settle("wineboot")

    def run(
        self, *line: str | Path, seconds: int = 120, more: dict[str, str] | None = None
    ) -> Answer:
        """Run a program to its end; a late one is killed and answers 124.

        Output goes through a pipe: in Wine 8 Python dies when it is a file.
        """
        running = self.start(*line, more=more)
        try:
            output, _ = running.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            _kill(running)
            return Answer(124, f"still running after {seconds} s")
        return Answer(running.returncode, self._decoded(output))

    def start(
        self, *line: str | Path, more: dict[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program that stays open."""
        return subprocess.Popen(
            ["wine", *map(str, line)],
            env=self._environment() | (more or {}),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def pretend(self, version: str) -> None:
        """Be another Windows: ``win10``, ``win81``."""
        self._settle("winecfg", "-v", version)

    def path(self, windows_path: str) -> Path:
        """Return where a path of drive C: lies on this machine."""
        drive, rest = windows_path.split(":", 1)
        return self._prefix / f"drive_{drive.lower()}" / rest.strip("\\").replace("\\", "/")

    def variable(self, name: str) -> str:
        """Return an environment variable of the signed-in person, such as LOCALAPPDATA."""
        return self.run("cmd", "/c", f"echo %{name}%").output.strip()

    def shows(self, title: str) -> bool:
        """Tell whether a window whose title holds ``title`` is on the screen."""
        line = ["xdotool", "search", "--onlyvisible", "--name", title]
        found = subprocess.run(line, env=self._environment(), check=False, capture_output=True)
        return found.returncode == 0

    def picture(self, file: Path) -> None:
        """Take a picture of the whole screen."""
        line = ["import", "-silent", "-window", "root", str(file)]
        subprocess.run(line, env=self._environment(), check=True, timeout=60)

    def _decoded(self, output: bytes) -> str:
        try:
            text = output.decode()
        except UnicodeDecodeError:
            text = output.decode(CODE_PAGES[self.language], "replace")
        return text.replace("\r\n", "\n")

    def _environment(self) -> dict[str, str]:
        locale = f"{self.language}.UTF-8"
        return os.environ | {
            "WINEPREFIX": str(self._prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": OVERRIDES,
            "LOCPATH": str(self._folder / "locales"),
            "LC_ALL": locale,
            "LANG": locale,
            "DISPLAY": self.display,
            "KESUTONG_NO_MSGBOX": "1",
        }

    def _make_locales(self) -> None:
        """Generate the locales: without a real one Wine mangles Chinese arguments."""
        for language in CODE_PAGES:
            target = self._folder / "locales" / f"{language}.UTF-8"
            target.parent.mkdir(exist_ok=True)
            line = ["localedef", "-i", language, "-f", "UTF-8", str(target)]
            subprocess.run(line, check=True)

    def _first_start(self) -> None:
        self._settle("wineboot", "-i")
        self.pretend("win10")
        system = self.path(r"C:\windows\system32")
        for name in STUBS:
            source = HERE / "stubs" / f"{name}.c"
            compiler = ["x86_64-w64-mingw32-gcc", "-shared", "-O2", "-s", "-o"]
            subprocess.run([*compiler, str(system / f"{name}.dll"), str(source)], check=True)
        shutil.copy(FONT, self.path(r"C:\windows\Fonts"))
        fonts = self._folder / "fonts.reg"
        fonts.write_text(_font_settings(), encoding="utf-16")
        self._settle("regedit", "/S", f"Z:{fonts}".replace("/", "\\"))

    def _settle(self, *line: str) -> None:
        """Run a tool of Wine itself; what it leaves running must not keep our pipes."""
        command = ["wine", *line]
        subprocess.run(
            command,
            env=self._environment(),
            check=True,
            timeout=180,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _shut_down(self) -> None:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        for option in ("-k", "-w"):
            subprocess.run(
                ["wineserver", option], env=self._environment(), check=False, timeout=60, **quiet
            )


def wait_until(happened: Callable[[], bool], what: str, seconds: int = 60) -> float:
    """Wait until something happened and return the seconds.

    Raises TimeoutError when it never does.
    """
    begin = time.monotonic()
    while not happened():
        if time.monotonic() - begin > seconds:
            raise TimeoutError(f"{what}: not within {seconds} s")
        time.sleep(PAUSE_S)
    return time.monotonic() - begin


def _screen() -> tuple[subprocess.Popen[bytes], str]:
    """Start a screen under a free number."""
    reading, writing = os.pipe()
    line = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    quiet = subprocess.DEVNULL
    screen = subprocess.Popen(line, pass_fds=[writing], stdout=quiet, stderr=quiet)
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as told:
        number = told.readline().strip()
    if not number:
        raise OSError("Xvfb does not start")
    return screen, f":{number}"


def _kill(running: subprocess.Popen[bytes]) -> None:
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def _font_settings() -> str:
    """Return registry settings that show Chinese in the windows of Wine and of the installer."""
    face = FONT_NAME.encode("utf-16-le").ljust(64, b"\0")
    logfont = (-12).to_bytes(4, "little", signed=True) + bytes(12)
    logfont += (400).to_bytes(4, "little") + bytes([0, 0, 0, 1, 0, 0, 0, 0]) + face
    binary = "hex:" + ",".join(f"{byte:02x}" for byte in logfont)
    kinds = ("MessageFont", "MenuFont", "StatusFont", "CaptionFont", "SmCaptionFont", "IconFont")
    replaced = ("MS Shell Dlg", "MS Shell Dlg 2", "Tahoma", "Segoe UI", "Microsoft YaHei UI")
    lines = ["Windows Registry Editor Version 5.00", ""]
    lines += [r"[HKEY_CURRENT_USER\Control Panel\Desktop\WindowMetrics]"]
    lines += [f'"{kind}"={binary}' for kind in kinds]
    lines += ["", r"[HKEY_CURRENT_USER\Software\Wine\Fonts\Replacements]"]
    lines += [f'"{name}"="{FONT_NAME}"' for name in replaced]
    return "\r\n".join([*lines, ""])
