"""A store in which the five stories were told by commands, and words to ask it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

import reports
from models.dealership.access.log_in import log_in_to_demo
from models.kernel.db import open_store
from models.kernel.zone import moment_of
from models.outlook.demo import make_demo
from models.outlook.dossier import dossier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.kernel.db import Store
    from models.outlook.demo import DemoReport

NOW = moment_of(datetime.fromisoformat("2026-08-03T12:00:00"))
Whole = dict[str, Any]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, DemoReport]]:
    store = open_store(tmp_path_factory.mktemp("stories"), create=True)
    yield store, make_demo(store, render=reports.render, now=NOW)
    store.close()


@pytest.fixture
def case(told: tuple[Store, DemoReport], request: pytest.FixtureRequest) -> Whole:
    _store, report = told
    reader = log_in_to_demo("wangmin", clock=lambda: NOW)
    return dossier(reader, report.stories[request.param])


def tells(number: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [number], indirect=True, ids=[f"story {number}"])


def of_purpose(case: Whole, *purposes: str) -> list[Whole]:
    """Return the contacts for a purpose, oldest first."""
    return [row for row in reversed(case["contacts"]) if row["purpose"] in purposes]


def tasks_of(case: Whole, *kinds: str) -> list[Whole]:
    return [row for row in case["tasks"] if row["kind"] in kinds]


def papers_of(case: Whole) -> set[str]:
    return {paper["kind"] for paper in case["documents"]}
