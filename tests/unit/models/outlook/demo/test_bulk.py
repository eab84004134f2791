"""A case filled in bulk is the same case as one told by commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.models.outlook.demo.twins import one_of_each, tables, tell_twice

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.models.outlook.demo.twins import Twins


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Twins:
    folder: Path = tmp_path_factory.mktemp("twins")
    return tell_twice(one_of_each(), folder)


def test_every_column_of_every_table_is_the_same(twins: Twins) -> None:
    for name, commanded in twins.commanded.items():
        assert len(commanded) == len(twins.bulk[name]), name
        for one, other in zip(commanded, twins.bulk[name], strict=True):
            assert one == other, name


def test_the_comparison_sees_rows_of_every_room(twins: Twins) -> None:
    rooms = "demand contact task due case_link approval frozen_paper returned_scan finding cause \
        round agreement term follow_up_attempt delivery acceptance review rectification intake"
    assert not [name for name in rooms.split() if not twins.bulk[name]]
    assert len(tables()) > len(rooms.split())
