"""The newest mood that was noted decides whether the feeling comes before the matter (R12)."""

from __future__ import annotations

import pytest

from models.casework.case.contacts import last_mood, needs_composure


@pytest.mark.parametrize(
    ("moods", "newest", "calm_first"),
    [
        ([], None, False),
        ([None], None, False),
        ([4], 4, True),
        ([None, 5, 1], 5, True),
        ([3, 5], 3, False),
    ],
)
def test_the_newest_mood_counts(
    moods: list[int | None], newest: int | None, calm_first: bool
) -> None:
    found = [{"mood": mood} for mood in moods]
    assert last_mood(found) == newest
    assert needs_composure(found) is calm_first
