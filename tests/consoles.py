"""The command line in the hand of a test: stores to call it on, and what it answered."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

import main
from models.dealership.access.commands import add_account
from models.dealership.access.queries import actor_for
from models.dealership.access.set_up import first_actor, set_up_store
from models.kernel import settings
from models.kernel.command import unit_of_work
from models.kernel.db import open_store
from tests.stores import copied
from ui.console.session import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "open the doors"
STAFF = (
    ("liumin", "刘敏", "care_agent", "customer_care"),
    ("chenjie", "陈洁", "care_agent", "customer_care"),
    ("sunqi", "孙琪", "manager", "customer_care"),
    ("zhouhao", "周浩", "department_head", "service"),
    ("qianyi", "钱怡", "finance", "finance"),
)
FIRST_RUN = {
    "name": "临江汽车销售服务有限公司",
    "admin_login": "admin",
    "admin_name": "何静",
    "admin_password": SECRET,
}
MONDAY = "2026-08-03T09:00:00+08:00"
STORY = {
    "phone": "13800000001",
    "customer_name": "王小明",
    "plate_no": "京A12345",
    "channel": "phone",
    "object_kind": "quality_fuel",
    "story": "高速上熄火，无法启动。",
    "demands": [{"kind": "towing", "text": "拖车费", "amount": "800"}],
}


@dataclass(frozen=True)
class Ran:
    """What one call of the command line left."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, Any]:
        return dict(self.json["error"])


class Console:
    """Calls the program as a shell would."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *argv: object, stdin: str = "") -> Ran:
        self._monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        self._capsys.readouterr()
        code = main.main([str(word) for word in argv])
        told = self._capsys.readouterr()
        return Ran(code, told.out, told.err)


@pytest.fixture
def console(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Console:
    home = tmp_path / "home"
    monkeypatch.setattr(main, "default_folder", lambda: home)
    monkeypatch.setattr("ui.console.session.default_folder", lambda: home)
    monkeypatch.delenv(PASSWORD, raising=False)
    return Console(monkeypatch, capsys)


@pytest.fixture(scope="session")
def _staffed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stores") / "real"
    store = open_store(folder, create=True)
    set_up_store(first_actor(), FIRST_RUN)
    admin = actor_for("admin")
    for login, name, role, department in STAFF:
        person = {"login": login, "name": name, "role": role, "department": department}
        add_account(admin, person | {"password": SECRET, "must_change": False})
    store.close()
    return folder


@pytest.fixture(scope="session")
def _demo(_staffed: Path) -> Path:
    folder = copied(_staffed, _staffed.with_name("demo"))
    store = open_store(folder)
    with unit_of_work(actor_for("admin"), "demo") as work:
        settings.put(work, "store.demo", True)
    store.close()
    return folder


@pytest.fixture
def real_store(_staffed: Path, tmp_path: Path) -> Path:
    return copied(_staffed, tmp_path / "real")


@pytest.fixture
def demo_store(_demo: Path, tmp_path: Path) -> Path:
    return copied(_demo, tmp_path / "demo")


def lines(file: Path, *commands: dict[str, Any]) -> Path:
    """Write commands for ``apply``."""
    text = "\n".join(json.dumps(command, ensure_ascii=False) for command in commands)
    file.write_text(text, encoding="utf-8")
    return file


def registered(at: str = MONDAY, login: str = "liumin", **told: Any) -> dict[str, Any]:
    """Return the line that registers a complaint under the name ``c1``."""
    return {
        "do": "intake.register_complaint",
        "as": login,
        "at": at,
        "with": STORY | told,
        "name": "c1",
    }


@pytest.fixture
def with_case(console: Console, demo_store: Path, tmp_path: Path) -> Path:
    """Return a demo store with the case KS-2026-000001."""
    file = lines(tmp_path / "case.jsonl", registered())
    assert console("apply", file, "--data", demo_store).code == 0
    return demo_store
