"""Who may import whom, as setup.cfg says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.project_files import ROOT

if TYPE_CHECKING:
    import pytest


def test_imports_go_downwards_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # Not installed where only the program is tried, with Windows Python.
    from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

    monkeypatch.chdir(ROOT)
    # Its own logging would silence the program's loggers for every test that comes after.
    monkeypatch.setattr("importlinter.cli.logging_config.dictConfig", lambda _settings: None)
    status = lint_imports(config_filename=str(ROOT / "setup.cfg"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out
