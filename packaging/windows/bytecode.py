"""Compiles the staged program with the Python that will run it, under Wine.

The sources stay beside the byte-code: a fault report then shows the line, and three megabytes is
all they cost in the installer. ``unchecked-hash`` means that Python never compares the two.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from inputs import BuildError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

COMPILED = ("lib", "app")
SECONDS = 600


def compile_stage(stage: Path, compiler: Path, python: Mapping[str, bytes]) -> None:
    """Write the ``__pycache__`` folders of the stage.

    ``compiler`` receives a whole Python without a ``_pth`` file, which therefore obeys
    PYTHONHASHSEED. The folders are named relative to the stage: no path of this machine is kept.
    """
    _make_compiler(compiler, python)
    environment = _environment(compiler.parent / "wine")
    line = ["wine", str(compiler / "python.exe"), "-B", "-m", "compileall", "-q"]
    line += ["--invalidation-mode", "unchecked-hash"]
    try:
        # Wine 8: Python dies when its output is a file, so through a pipe.
        done = subprocess.run(
            [*line, *COMPILED],
            cwd=stage,
            env=environment,
            check=False,
            timeout=SECONDS,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    except FileNotFoundError:
        raise BuildError("Wine is needed to compile: apt-get install wine wine64") from None
    except subprocess.TimeoutExpired:
        raise BuildError(f"Compiling under Wine did not end within {SECONDS} s") from None
    if done.returncode:
        raise BuildError(f"Compiling failed: {done.stdout.decode('utf-8', 'replace')}")


def _make_compiler(folder: Path, python: Mapping[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in python.items():
        if not name.endswith("._pth"):
            (folder / name).write_bytes(content)


def _environment(own_prefix: Path) -> dict[str, str]:
    """Return an environment in which Wine asks nothing and Python answers the same every time."""
    return {
        "WINEPREFIX": str(own_prefix),
        "WINEARCH": "win64",
        "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=",
        **os.environ,
        "WINEDEBUG": "-all",
        "PYTHONHASHSEED": "0",
    }
