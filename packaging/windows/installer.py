"""Makes the installer of the staged program with NSIS, and signs what is given a certificate."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

from inputs import BuildError
from launchers import four_numbers
from stage import files_of

HERE = Path(__file__).resolve().parent
PASSPHRASE = "KESUTONG_SIGN_PASSPHRASE"


class Certificate(NamedTuple):
    """With what to sign; the passphrase comes from a file or from the environment."""

    p12: Path
    passphrase_file: Path | None = None
    timestamp_url: str = ""


def make_installer(stage: Path, work: Path, out: Path, version: str, *, fast: bool) -> None:
    """Write the installer ``out``; ``fast`` compresses less, for trying it."""
    work.mkdir(parents=True, exist_ok=True)
    files = work / "files.nsh"
    files.write_text(file_list(stage), encoding="utf-8")
    size = sum(file.stat().st_size for file in files_of(stage))
    values = {
        "VERSION": version,
        "FOUR": ".".join(four_numbers(version)),
        "OUT": str(out),
        "FILES": str(files),
        "SIZE_KB": str(size // 1024),
        "LONGEST": str(longest(stage)),
        **({"FAST": "1"} if fast else {}),
    }
    line = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8"]
    line += [f"-D{name}={value}" for name, value in values.items()]
    _run("nsis", [*line, "installer.nsi"], "NSIS could not make the installer")


def file_list(stage: Path) -> str:
    """Return NSIS macros that install the stage in a fixed order, and delete its top files."""
    lines = ["!macro INSTALL_FILES"]
    folder = None
    for file in sorted(files_of(stage), key=lambda file: (file.parent, file.name)):
        if file.parent != folder:
            folder = file.parent
            inside = "\\".join(("$INSTDIR", *folder.relative_to(stage).parts))
            lines.append(f'  SetOutPath "{inside}"')
        lines.append(f'  File "{file}"')
    lines += ["!macroend", "!macro DELETE_ROOT_FILES"]
    lines += [
        f'  Delete "$INSTDIR\\{file.name}"' for file in sorted(stage.iterdir()) if file.is_file()
    ]
    return "\n".join([*lines, "!macroend", ""])


def longest(stage: Path) -> int:
    """Return how long the longest path below the program folder is, with its backslash."""
    return 1 + max(len(str(file.relative_to(stage))) for file in files_of(stage))


def sign(file: Path, certificate: Certificate) -> None:
    """Put an Authenticode signature into a program."""
    signed = file.with_suffix(".signed")
    line = ["osslsigncode", "sign", "-pkcs12", str(certificate.p12), "-h", "sha256"]
    line += ["-n", "Kesutong", "-in", str(file), "-out", str(signed)]
    if certificate.timestamp_url:
        line += ["-ts", certificate.timestamp_url]
    signed.unlink(missing_ok=True)
    if certificate.passphrase_file:
        line += ["-readpass", str(certificate.passphrase_file)]
        _run("osslsigncode", line, f"{file.name} could not be signed")
    else:
        _sign_with_environment(line, file)
    signed.replace(file)


def _sign_with_environment(line: list[str], file: Path) -> None:
    """Hand the passphrase over through a pipe: a command line can be read by everybody."""
    passphrase = os.environ.get(PASSPHRASE)
    if passphrase is None:
        raise BuildError(f"To sign, {PASSPHRASE} or --sign-passphrase-file must be given")
    reading, writing = os.pipe()
    os.write(writing, passphrase.encode())
    os.close(writing)
    try:
        line = [*line, "-readpass", f"/dev/fd/{reading}"]
        _run("osslsigncode", line, f"{file.name} could not be signed", keep=reading)
    finally:
        os.close(reading)


def _run(package: str, line: list[str], otherwise: str, keep: int | None = None) -> None:
    try:
        done = subprocess.run(line, cwd=HERE, check=False, pass_fds=() if keep is None else (keep,))
    except FileNotFoundError:
        raise BuildError(f"{line[0]} is needed: apt-get install {package}") from None
    if done.returncode:
        raise BuildError(otherwise)
