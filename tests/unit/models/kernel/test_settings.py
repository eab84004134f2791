"""A setting is its default until it is chosen; every choice is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.kernel import audit, settings
from models.kernel.command import unit_of_work

if TYPE_CHECKING:
    from models.kernel.actor import Actor

pytestmark = pytest.mark.usefixtures("store")


@pytest.mark.parametrize("key", settings.DEFAULTS)
def test_a_default_can_be_kept(actor: Actor, key: str) -> None:
    with unit_of_work(actor, "test") as work:
        settings.put(work, key, settings.DEFAULTS[key])
    assert settings.get(actor.branch_id, key) == settings.DEFAULTS[key]


def test_a_choice_holds_for_its_branch(actor: Actor) -> None:
    for hours in ([24], [24, 48]):
        with unit_of_work(actor, "test") as work:
            settings.put(work, "follow_up.hours", hours)
    assert settings.get(actor.branch_id, "follow_up.hours") == [24, 48]
    assert settings.get(actor.branch_id + 1, "follow_up.hours") == [24, 168, 720]
    assert audit.history(0)[0].values == {"content": ("[24]", "[24, 48]")}


def test_a_reader_cannot_change_a_default() -> None:
    settings.get(1, "follow_up.hours").append(9)
    assert settings.get(1, "follow_up.hours") == [24, 168, 720]


def test_an_unknown_key_is_a_bug(actor: Actor) -> None:
    with pytest.raises(KeyError):
        settings.get(1, "no.such")
    with pytest.raises(KeyError), unit_of_work(actor, "test") as work:
        settings.put(work, "no.such", 1)
