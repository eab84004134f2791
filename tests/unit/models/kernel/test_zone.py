"""A stored moment and the wall clock say the same time."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from models.kernel.zone import local_time, moment_of

pytestmark = pytest.mark.windows


def test_local_time_is_that_of_the_dealership() -> None:
    noon = moment_of(datetime(2026, 5, 1, 12, 0))
    assert noon == moment_of(datetime(2026, 5, 1, 4, 0, tzinfo=UTC))
    assert f"{local_time(noon):%Y-%m-%d %H:%M}" == "2026-05-01 12:00"


def test_every_millisecond_survives() -> None:
    for moment in (0, 1, 1_777_608_000_001, 1_777_608_000_999, -1, 7_000_000_000_123):
        assert moment_of(local_time(moment)) == moment
        assert moment_of(local_time(moment, ZoneInfo("America/New_York"))) == moment
