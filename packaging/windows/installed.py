"""The program as it lies on a PC: where it is, what Windows knows of it, how it is called."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from wine_rig import Answer, wait_until

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from wine_rig import Pc

UNINSTALL_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Kesutong"
WINDOW_TITLE = "客诉通|客訴通|Kesutong"
SILENT = "/S"


class Program:
    """Kesutong for the person who is signed in, at its usual place or in ``folder``."""

    def __init__(self, pc: Pc, folder: str = "") -> None:
        """Take the places from the PC itself."""
        local = pc.variable("LOCALAPPDATA")
        self._pc = pc
        self.windows_folder = folder or rf"{local}\Programs\Kesutong"
        self.windows_data = rf"{local}\Kesutong"
        self.folder = pc.path(self.windows_folder)
        self.data = pc.path(self.windows_data)
        self._menu = pc.path(pc.variable("APPDATA")) / "Microsoft/Windows/Start Menu/Programs"

    def console(self, *arguments: str, seconds: int = 120) -> Answer:
        """Run the console program."""
        exe = rf"{self.windows_folder}\kesutong-console.exe"
        return self._pc.run(exe, *arguments, seconds=seconds)

    def ask(self, *arguments: str) -> Any:
        """Return what the console program answers as JSON about the person's own store."""
        answer = self.console(*arguments, "--json")
        if answer.code:
            raise AssertionError(f"{arguments}: exit code {answer.code}\n{answer.output}")
        return json.loads(answer.output)

    def open(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the window program."""
        return self._pc.start(rf"{self.windows_folder}\Kesutong.exe", *arguments)

    def opened(self) -> float:
        """Wait for the window and return the seconds."""
        return wait_until(self.on_screen, "the window")

    def on_screen(self) -> bool:
        """Tell whether the window is on the screen."""
        return self._pc.shows(WINDOW_TITLE)

    def close(self) -> None:
        """Close the window as the X in its corner does."""
        self._pc.run("taskkill", "/IM", "Kesutong.exe")
        wait_until(lambda: not self.on_screen(), "closing the window")

    def uninstall(self) -> Answer:
        """Uninstall silently; the uninstaller goes on in a copy of itself, so wait for that."""
        answer = self._pc.run(rf"{self.windows_folder}\Uninstall.exe", SILENT)
        if answer.code == 0:
            wait_until(lambda: not self.folder.exists(), "uninstalling")
        return answer

    def uninstall_and_wait(self) -> Answer:
        """Uninstall silently without the copy, whose exit code would be lost, as a script does."""
        exe = rf"{self.windows_folder}\Uninstall.exe"
        return self._pc.run(exe, SILENT, f"_?={self.windows_folder}")

    def in_start_menu(self) -> bool:
        """Tell whether the Start menu has an entry that leads to this program."""
        links = list(self._menu.rglob("*.lnk"))
        target = self.windows_folder.casefold().encode("utf-16-le")
        return any(target in link.read_bytes().lower() for link in links)

    def registered_version(self) -> str:
        """Return the version in the list of installed programs, empty when it is not there."""
        found = self._pc.run("reg", "query", UNINSTALL_KEY, "/v", "DisplayVersion").output
        version = re.search(r"DisplayVersion\s+REG_SZ\s+(\S+)", found)
        return version[1] if version else ""

    def data_print(self) -> str:
        """Return a fingerprint of every file of the person's data."""
        total = hashlib.sha256()
        for file in _files(self.data):
            total.update(str(file.relative_to(self.data)).encode() + file.read_bytes())
        return total.hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())
