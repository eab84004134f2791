"""Every column of a short list can be seen, whatever is in it."""

from __future__ import annotations

import pytest

from ui.forms.column_fit import LEAST_STRETCH, fitted


def test_what_is_left_goes_to_the_stretching_column():
    assert fitted([40, 300, 60], {1}, 800) == [40, 700, 60]


def test_the_widest_columns_give_way_and_short_ones_stay_whole():
    widths = fitted([20, 280, 60, 280, 280], {1}, 700)
    assert widths[0] == 20
    assert widths[2] == 60
    assert widths[3] == widths[4]
    assert sum(widths) <= 700


@pytest.mark.parametrize("room", [420, 640, 800, 1200])
def test_nothing_lies_beyond_the_edge(room):
    widths = fitted([20, 280, 120, 280, 280, 90], {1}, room)
    assert sum(widths) <= room
    assert widths[1] >= LEAST_STRETCH


def test_without_a_stretching_column_the_last_takes_the_rest():
    assert fitted([40, 60], set(), 300) == [40, 260]
