"""What holds for every test: no display, no unexpected log record, no unexplained skip."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT_LOGGERS = ("main", "models", "reports", "resources", "ui", "kesutong")
SKIPS = Path(__file__).with_name("skips.txt")
FONTS = Path(__file__).parents[1] / "resources" / "fonts"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":
    os.environ.setdefault("QT_QPA_FONTDIR", str(FONTS))  # offscreen, Windows lends Qt no fonts


class Recorder(logging.Handler):
    """Keeps what the project's own loggers warn about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.partition(".")[0] in PROJECT_LOGGERS:
            self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test whose code warned; one that asks for ``caplog`` looks at the records itself."""
    recorder = Recorder()
    logging.getLogger().addHandler(recorder)
    yield
    logging.getLogger().removeHandler(recorder)
    if recorder.lines and "caplog" not in request.fixturenames:
        pytest.fail("unexpected log records:\n" + "\n".join(recorder.lines), pytrace=False)


class SkipGate:
    """Fails the run when a test was skipped that tests/skips.txt does not name."""

    def __init__(self) -> None:
        lines = SKIPS.read_text(encoding="utf-8").splitlines()
        listed = [line.partition("|") for line in lines if line and not line.startswith("#")]
        self.allowed = {node.strip() for node, _, reason in listed if reason.strip()}
        self.unexplained: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped and not hasattr(report, "wasxfail"):
            self.note(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self.note(report.nodeid)

    def note(self, node: str) -> None:
        if node not in self.allowed and node not in self.unexplained:
            self.unexplained.append(node)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.unexplained and session.exitstatus in (pytest.ExitCode.OK, 5):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.unexplained:
            terminalreporter.section("skipped without a line in tests/skips.txt", red=True)
            terminalreporter.write_line("\n".join(self.unexplained))


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(SkipGate(), "skip-gate")
