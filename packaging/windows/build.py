#!/usr/bin/env python3
"""Builds the Windows edition on Linux: OUT_DIR/stage and OUT_DIR/Kesutong-VERSION-setup.exe.

Needs pip's Python, Wine, MinGW and NSIS; README.md says which packages these are.
"""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from bytecode import compile_stage
from inputs import PINS, TEST_PINS, BuildError, python_files, wheels
from installer import PASSPHRASE, Certificate, make_installer, sign
from launchers import make_launchers
from notices import write_notices
from packing import pack_program
from stage import ROOT, files_of, make_stage, make_test_stage, windows_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["build", "windows_path"]

CACHE = ROOT / "build" / "windows" / "downloads"
MOST_INSTALLER_BYTES = 60_000_000
MOST_STAGE_BYTES = 180_000_000


class Steps:
    """Prints what is done and how long it took."""

    def __init__(self) -> None:
        """Begin to count."""
        self._last = time.monotonic()

    def done(self, what: str) -> None:
        """Say that a step has ended."""
        now = time.monotonic()
        print(f"{now - self._last:6.1f} s  {what}", flush=True)
        self._last = now


def main(arguments: list[str]) -> int:
    """Build as the command line says; return the exit code."""
    args = _parser().parse_args(arguments)
    if args.python_zip and not args.python_sha256:
        print("--python-zip needs --python-sha256, as published beside the file.", file=sys.stderr)
        return 2
    try:
        build(args)
    except BuildError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def build(args: Namespace) -> Path:
    """Make stage and installer and return the installer."""
    steps, out, certificate = Steps(), args.out.resolve(), _certificate(args)
    stage = out / "stage"
    python = python_files(CACHE, args.python_zip, args.python_sha256)
    libraries = wheels(CACHE, PINS)
    steps.done("inputs are here and as pinned")
    make_stage(stage, python, libraries, args.version)
    write_notices(stage)
    steps.done("Python, libraries and program staged")
    compile_stage(stage, out / "work" / "compiler", python)
    pack_program(stage / "app")
    steps.done("byte-code")
    launchers = make_launchers(stage, out / "work" / "launcher", args.version)
    _sign(launchers, certificate)
    steps.done("launchers")
    installer: Path = out / f"Kesutong-{args.version}-setup.exe"
    make_installer(stage, out / "work" / "installer", installer, args.version, fast=args.fast)
    _sign([installer], certificate)
    steps.done(f"installer ({'zlib' if args.fast else 'lzma'})")
    if args.test_stage:
        _make_test_stage(args.test_stage.resolve(), python, libraries)
        steps.done("Python for the tests")
    _check_sizes(stage, installer, fast=args.fast)
    return installer


def _make_test_stage(
    folder: Path, python: Mapping[str, bytes], libraries: Mapping[str, Path]
) -> None:
    make_test_stage(folder, python, {**libraries, **wheels(CACHE, TEST_PINS)})


def _sign(files: Iterable[Path], certificate: Certificate | None) -> None:
    if certificate is not None:
        for file in files:
            sign(file, certificate)


def _check_sizes(stage: Path, installer: Path, *, fast: bool) -> None:
    files = files_of(stage)
    staged = sum(file.stat().st_size for file in files)
    size = installer.stat().st_size
    print(f"installed {staged / 1e6:.1f} MB in {len(files)} files, installer {size / 1e6:.1f} MB")
    if staged > MOST_STAGE_BYTES:
        raise BuildError(f"The installed program must not be larger than {MOST_STAGE_BYTES} bytes")
    if size > MOST_INSTALLER_BYTES and not fast:
        raise BuildError(f"The installer must not be larger than {MOST_INSTALLER_BYTES} bytes")


def _certificate(args: Namespace) -> Certificate | None:
    if args.sign_p12 is None:
        return None
    return Certificate(args.sign_p12, args.sign_passphrase_file, args.timestamp_url)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="build.py", description=__doc__)
    parser.add_argument("version", help="such as 1.2.3")
    parser.add_argument("out", type=Path, metavar="OUT_DIR")
    parser.add_argument("--fast", action="store_true", help="compress less, for trying it")
    parser.add_argument("--python-zip", type=Path, help="python.org's embeddable package")
    parser.add_argument("--python-sha256", default="", help="its published SHA-256")
    parser.add_argument("--test-stage", type=Path, help="also make a Python that runs the tests")
    parser.add_argument("--sign-p12", type=Path, help="certificate and key, PKCS#12")
    parser.add_argument("--sign-passphrase-file", type=Path, help=f"else from {PASSPHRASE}")
    parser.add_argument("--timestamp-url", default="", help="RFC 3161 service")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
