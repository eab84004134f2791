"""What the Windows edition is made of: pins, contents, notices, and what is refused."""

from __future__ import annotations

import ast
import re
import sys
import zipfile
from configparser import ConfigParser
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from resources.texts import LANGUAGES
from tests.project_files import ROOT, product_files, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = ROOT / "packaging" / "windows"
SCRIPTS = ("inputs", "trim", "stage", "launchers", "notices", "installer", "bytecode", "build")
CALLED_OTHERWISE = {
    "argon2": "argon2-cffi",
    "chinese_calendar": "chinesecalendar",
    "opencc": "opencc-python-reimplemented",
    "PIL": "pillow",
    "playhouse": "peewee",
    "python_calamine": "python-calamine",
    "PySide6": "pyside6-essentials",
}
OWN = {"main", "models", "reports", "resources", "ui"}


@pytest.fixture(scope="module")
def builder() -> Iterator[SimpleNamespace]:
    """The scripts of packaging/windows, which import each other by their bare names."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(FOLDER)
        yield SimpleNamespace(**{name: import_module(name) for name in SCRIPTS})
        for name in SCRIPTS:
            sys.modules.pop(name, None)


def requirements(extra: str = "") -> list[Requirement]:
    """Return what setup.cfg asks for, or what one of its extras does."""
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    lines = (
        config["options.extras_require"][extra] if extra else config["options"]["install_requires"]
    )
    return [Requirement(line) for line in lines.split("\n") if line]


# -- what comes in


@pytest.mark.parametrize("wanted", requirements(), ids=str)
def test_everything_the_program_requires_is_pinned(
    builder: SimpleNamespace, wanted: Requirement
) -> None:
    pinned = {pin.name: pin.version for pin in builder.inputs.pins(builder.inputs.PINS)}
    assert wanted.specifier.contains(pinned[canonicalize_name(wanted.name)])


def test_what_the_tests_take_on_windows_is_what_setup_cfg_asks_for(
    builder: SimpleNamespace,
) -> None:
    pinned = {pin.name: pin.version for pin in builder.inputs.pins(builder.inputs.TEST_PINS)}
    wanted = [one for one in requirements("test") if canonicalize_name(one.name) in pinned]
    assert {"pytest", "pytest-qt", "pypdfium2"} <= {one.name for one in wanted}
    assert all(one.specifier.contains(pinned[canonicalize_name(one.name)]) for one in wanted)


def test_a_package_is_pinned_once(builder: SimpleNamespace) -> None:
    files = (builder.inputs.PINS, builder.inputs.TEST_PINS)
    names = [pin.name for file in files for pin in builder.inputs.pins(file)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("line", ["pillow", "pillow>=13", "pillow==13.0.0"])
def test_a_line_without_version_and_hash_is_refused(
    builder: SimpleNamespace, tmp_path: Path, line: str
) -> None:
    file = tmp_path / "pins.txt"
    file.write_text(f"# a comment\n{line}\n", encoding="utf-8")
    with pytest.raises(builder.inputs.BuildError, match=re.escape(line)):
        builder.inputs.pins(file)


def test_a_python_that_is_not_the_pinned_one_is_refused(
    builder: SimpleNamespace, tmp_path: Path
) -> None:
    given = tmp_path / "python.zip"
    given.write_bytes(b"something else")
    with pytest.raises(builder.inputs.BuildError, match="SHA-256"):
        builder.inputs.python_files(tmp_path, given, "0" * 64)


def test_a_wheel_that_was_changed_counts_as_missing(
    builder: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "polib-1.2.0-py2.py3-none-any.whl").write_bytes(b"changed")
    asked: list[Path] = []
    monkeypatch.setattr(builder.inputs, "_download", lambda cache, _pins: asked.append(cache))
    with pytest.raises(builder.inputs.BuildError, match="polib"):
        builder.inputs.wheels(tmp_path, builder.inputs.PINS)
    assert asked == [tmp_path]


# -- what stays


def imports() -> set[str]:
    """Return the dotted names of every module that the program imports."""
    found = set()
    for node in (node for file in product_files() for node in ast.walk(tree(file))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            found |= {f"PySide6.{one.name}" for one in node.names if one.name[:2] == "Qt"}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return {name for name in found if name.split(".")[0] not in OWN | sys.stdlib_module_names}


@pytest.mark.parametrize("module", sorted(imports()))
def test_what_the_program_imports_is_installed(builder: SimpleNamespace, module: str) -> None:
    top, _, rest = module.partition(".")
    pinned = {pin.name for pin in builder.inputs.pins(builder.inputs.PINS)}
    assert CALLED_OTHERWISE.get(top, canonicalize_name(top)) in pinned
    if top == "PySide6":
        assert builder.trim.wanted_of_wheel(f"PySide6/{rest}.pyd")
        assert builder.trim.wanted_of_wheel(f"PySide6/{rest.replace('Qt', 'Qt6')}.dll")
    else:
        assert builder.trim.wanted_of_wheel(f"{module.replace('.', '/')}.py")


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_qt_speaks_the_languages_of_the_program(builder: SimpleNamespace, language: str) -> None:
    assert builder.trim.wanted_of_wheel(f"PySide6/translations/qtbase_{language}.qm")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/platforms/qoffscreen.dll", True),
        ("PySide6/plugins/platforms/qminimal.dll", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/designer.exe", False),
        ("PySide6/QtQuick.pyd", False),
        ("PySide6/msvcp140.dll", False),
        ("shiboken6/vcruntime140_1.dll", False),
        ("shiboken6/shiboken6.abi3.dll", True),
        ("PIL/_imaging.cp313-win_amd64.pyd", True),
        ("PIL/_avif.cp313-win_amd64.pyd", False),
        ("_cffi_backend.cp313-win_amd64.pyd", True),
        ("tzdata/zoneinfo/Asia/Shanghai", True),
        ("tzdata/zoneinfo/Europe/Paris", False),
        ("pillow-13.0.0.dist-info/licenses/LICENSE", True),
        ("pillow-13.0.0.dist-info/RECORD", False),
    ],
)
def test_wheels_are_trimmed(builder: SimpleNamespace, name: str, *, kept: bool) -> None:
    assert builder.trim.wanted_of_wheel(name) is kept


# -- what it is put together to


@pytest.fixture(scope="module")
def stage(builder: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program put together from a Python and wheels of a few small files."""
    folder = tmp_path_factory.mktemp("windows")
    runtime = {f"msvc.data/data/Scripts/{name}": name for name in builder.trim.C_RUNTIME}
    qt = {
        "PySide6/__init__.py": "",
        "PySide6/vcruntime140.dll": "old",
        "pyside6-6.12.0.dist-info/METADATA": "Name: PySide6_Essentials\nVersion: 6.12.0\n",
    }
    polib = {
        "polib.py": "",
        "polib-1.2.0.dist-info/METADATA": "Name: polib\nVersion: 1.2.0\nLicense: MIT\n",
        "polib-1.2.0.dist-info/LICENSE": "Permission is hereby granted by David Izquierdo",
    }
    wheels = {"msvc-runtime": runtime, "pyside6-essentials": qt, "polib": polib}
    files = {name: write_wheel(folder / f"{name}.whl", content) for name, content in wheels.items()}
    python = dict.fromkeys(
        ("python313.dll", "python.exe", "vcruntime140.dll", "LICENSE.txt"), b"of Python"
    )
    builder.stage.make_stage(folder / "stage", python, files, "1.2.3")
    builder.notices.write_notices(folder / "stage")
    return folder / "stage"


def write_wheel(file: Path, content: dict[str, str]) -> Path:
    """Write a wheel of text files."""
    with zipfile.ZipFile(file, "w") as wheel:
        for name, text in content.items():
            wheel.writestr(name, text)
    return file


def test_there_is_one_c_runtime_beside_the_program(builder: SimpleNamespace, stage: Path) -> None:
    assert (stage / "vcruntime140.dll").read_text(encoding="utf-8") == "vcruntime140.dll"
    found = {file.relative_to(stage).as_posix() for file in stage.rglob("*.dll")}
    assert found == {"python313.dll", *builder.trim.C_RUNTIME}


def test_python_looks_nowhere_but_in_the_program_folder(stage: Path) -> None:
    lines = (stage / "python313._pth").read_bytes().split(b"\r\n")
    assert lines == [b"python313.zip", b".", rb"app\program.zip", b"lib", b"app", b""]
    assert not (stage / "python.exe").exists()


def test_the_whole_program_is_there_and_none_of_its_tests(
    builder: SimpleNamespace, stage: Path
) -> None:
    missing = [
        file
        for file in product_files()
        if file.name != "dev.py"
        and builder.trim.wanted_of_project(file.relative_to(ROOT).as_posix())
        and not (stage / "app" / file.relative_to(ROOT)).is_file()
    ]
    assert not missing
    assert (stage / "app" / "resources" / "fonts" / "NotoSansSC-Regular.ttf").is_file()
    assert not (stage / "app" / "tests").exists()
    assert not list(stage.rglob("__pycache__"))


def test_it_carries_the_version_that_was_built(stage: Path) -> None:
    text = (stage / "app" / "resources" / "__init__.py").read_text(encoding="utf-8")
    assert 'VERSION = "1.2.3"' in text


@pytest.mark.parametrize(
    "named",
    [
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "PySide6",
        "version 6.12.0",
        "SIL OPEN FONT LICENSE",
        "Fluent System Icons",
        "Python Software Foundation",
        "Microsoft Visual C++",
        "Izquierdo",
    ],
)
def test_the_works_of_others_are_named_with_their_terms(stage: Path, named: str) -> None:
    for folder in (stage, stage / "app"):
        text = (folder / "THIRD-PARTY-NOTICES.txt").read_text(encoding="utf-8-sig")
        assert named in text


def test_the_installer_holds_every_file_and_removes_those_at_the_top(
    builder: SimpleNamespace, stage: Path
) -> None:
    lines = builder.installer.file_list(stage).splitlines()
    files = builder.stage.files_of(stage)
    assert sorted(line for line in lines if line.startswith("  File")) == sorted(
        f'  File "{file}"' for file in files
    )
    deleted = {line.split('"')[1] for line in lines if line.startswith("  Delete")}
    top = [file for file in files if file.parent == stage]
    assert deleted == {f"$INSTDIR\\{file.name}" for file in top}


def test_an_installer_that_is_too_large_is_refused(
    builder: SimpleNamespace, stage: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installer = tmp_path / "setup.exe"
    installer.write_bytes(b"12345")
    monkeypatch.setattr(builder.build, "MOST_INSTALLER_BYTES", 4)
    with pytest.raises(builder.inputs.BuildError, match="larger"):
        builder.build._check_sizes(stage, installer, fast=False)


def test_nothing_is_signed_without_a_passphrase(
    builder: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(builder.installer.PASSPHRASE, raising=False)
    certificate = builder.installer.Certificate(tmp_path / "key.p12")
    with pytest.raises(builder.inputs.BuildError, match=builder.installer.PASSPHRASE):
        builder.installer.sign(tmp_path / "setup.exe", certificate)
