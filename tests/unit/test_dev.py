"""dev.py: what it installs, when, and what it says when it may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import dev

if TYPE_CHECKING:
    from pathlib import Path

LIBRARY = {"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"}


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Record the processes dev.py would start; each of them succeeds."""
    lines: list[list[str]] = []

    def call(line: list[str], **_options: object) -> int:
        lines.append(line)
        return 0

    monkeypatch.setattr(dev.subprocess, "call", call)
    monkeypatch.setattr(dev.sys, "platform", "linux")
    return lines


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder whose environment is made but not installed."""
    for name in ("setup.cfg", "pyproject.toml"):
        (tmp_path / name).write_text(name, encoding="ascii")
    python = tmp_path / "python"
    python.touch()
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "PYTHON", python)
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(dev, "loads", lambda _library: True)
    return tmp_path


def started_pip(calls: list[list[str]]) -> bool:
    return any("pip" in line and "install" in line for line in calls)


def test_dependencies_are_installed_once_and_again_when_the_metadata_changed(
    project: Path, calls: list[list[str]]
) -> None:
    assert dev.install([]) == 0
    assert started_pip(calls)
    calls.clear()
    assert dev.install([]) == 0
    assert not started_pip(calls)
    (project / "setup.cfg").write_text("changed", encoding="ascii")
    assert dev.install([]) == 0
    assert started_pip(calls)


def test_arguments_reach_the_program_and_pytest(project: Path, calls: list[list[str]]) -> None:
    dev.main(["run", "--demo", "--lang", "zh_TW"])
    assert calls[-1] == [str(dev.PYTHON), str(project / "main.py"), "--demo", "--lang", "zh_TW"]
    dev.main(["test", "-k", "vin"])
    assert calls[-1] == [str(dev.PYTHON), "-m", "pytest", "-k", "vin"]


def test_root_gets_the_missing_libraries_installed(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda tool: f"/usr/bin/{tool}")
    monkeypatch.setattr(dev, "administrator", list)
    assert dev.install_packages(["libgl1"]) == 0
    assert calls[-1][:2] == ["apt-get", "install"]
    assert "libgl1" in calls[-1]


def test_without_rights_the_exact_line_is_printed(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda tool: f"/usr/bin/{tool}")
    monkeypatch.setattr(dev, "administrator", lambda: None)
    assert dev.install_packages(["libgl1", "libegl1"]) == dev.TROUBLE
    line = "sudo apt-get install -y --no-install-recommends libgl1 libegl1"
    assert line in capsys.readouterr().err
    assert calls == []


def test_on_another_linux_the_packages_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda _tool: None)
    assert dev.install_packages(["libgl1"]) == dev.TROUBLE
    assert "libgl1" in capsys.readouterr().err


@pytest.mark.usefixtures("calls")
def test_only_what_cannot_be_loaded_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "loads", lambda library: library == "libGL.so.1")
    assert dev.missing_libraries(LIBRARY) == ["libegl1"]
    monkeypatch.setattr(dev.sys, "platform", "win32")
    assert dev.missing_libraries(LIBRARY) == []


def test_python_without_venv_asks_for_its_package(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dev, "PYTHON", project / "nothing")
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(dev, "install_packages", lambda packages: asked.extend(packages) or 3)
    assert dev.prepare({}) == dev.TROUBLE
    assert [name.startswith("python3.") and name.endswith("-venv") for name in asked] == [True]


def test_the_windows_leg_installs_wine_first(
    project: Path, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "administrator", list)
    monkeypatch.setattr(dev, "WINDOWS_FILES", {"locales": project / "zh_TW", "tar": project})
    monkeypatch.setattr(
        dev.shutil, "which", lambda tool: None if tool in ("wine", "makensis") else f"/bin/{tool}"
    )
    assert dev.main(["windows"]) == 0
    installing = next(line for line in calls if line[:2] == ["apt-get", "install"])
    assert {"wine", "wine64", "nsis", "locales"} <= set(installing)
    assert {"xvfb", "tar"}.isdisjoint(installing)
    assert calls[-1] == [str(dev.PYTHON), str(dev.PACKAGING / "windows" / "cycle.py")]


def test_without_wine_the_windows_leg_fails_and_says_what_to_install(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "prepare", lambda _libraries: 0)
    monkeypatch.setattr(dev, "administrator", lambda: None)
    monkeypatch.setattr(
        dev.shutil, "which", lambda tool: None if tool == "wine" else f"/bin/{tool}"
    )
    assert dev.main(["windows"]) == dev.TROUBLE
    assert "wine64" in capsys.readouterr().err


def test_the_windows_installer_is_built_on_linux(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.sys, "platform", "win32")
    assert dev.main(["release", "1.0.0"]) == dev.TROUBLE
    assert "on Linux" in capsys.readouterr().err


def test_an_unknown_word_shows_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["tset"]) == 2
    assert "python dev.py run" in capsys.readouterr().out
