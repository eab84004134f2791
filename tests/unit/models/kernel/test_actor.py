"""An actor is asked what they may do, and what is typed for them is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from models.kernel.actor import system_clock
from models.kernel.errors import Forbidden
from resources.texts import Texts
from tests.stores import may

if TYPE_CHECKING:
    from models.kernel.actor import Actor


def test_what_is_permitted_passes(actor: Actor) -> None:
    may(actor, "case.close").require("case.close")


def test_what_is_not_permitted_is_named_in_words(actor: Actor) -> None:
    with pytest.raises(Forbidden) as refusal:
        actor.require("case.close")
    said = Texts("zh_CN").say(refusal.value.message)
    assert "case.close" not in said
    assert "care_agent" not in said


def test_who_typed_is_the_actor_unless_somebody_else_did(actor: Actor) -> None:
    assert actor.typed_by == "chenjie"
    assert replace(actor, recorded_by="lina").typed_by == "lina"


def test_the_clock_of_the_machine_counts_milliseconds() -> None:
    assert 1_700_000_000_000 < system_clock() < 10_000_000_000_000
