"""A fresh store with a clock in the hand of the test, and people to act in it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from models.kernel import db
from models.kernel.actor import Actor
from models.kernel.zone import moment_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

BRANCH = 1
START = 1_785_546_000_000
"""Saturday, 1 August 2026, 09:00 in China."""

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)


@dataclass
class Clock:
    """Says what time the test says it is."""

    now: int = START

    def __call__(self) -> int:
        return self.now

    def set(self, time: datetime) -> None:
        self.now = moment_of(time)

    def forward(self, *, hours: float = 0, minutes: float = 0) -> None:
        self.now += int((hours * 60 + minutes) * 60_000)


def may(actor: Actor, *permissions: str) -> Actor:
    """Return the same person with these permissions only."""
    return replace(actor, permissions=frozenset(permissions))


def copied(store: Path, place: Path) -> Path:
    """Copy the folder of a closed store; its content is all that counts."""
    return Path(shutil.copytree(store, place, copy_function=shutil.copyfile))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[db.Store]:
    opened = db.open_store(tmp_path / "store", create=True)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def actor(clock: Clock) -> Actor:
    return Actor("chenjie", "陈洁", "care_agent", BRANCH, department="care", clock=clock)
