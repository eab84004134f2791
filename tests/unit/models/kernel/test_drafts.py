"""What was typed and not saved is offered again, to the one who typed it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from models.kernel import drafts
from models.kernel.tables import Draft

if TYPE_CHECKING:
    from models.kernel.actor import Actor
    from tests.stores import Clock

pytestmark = [pytest.mark.windows, pytest.mark.usefixtures("store")]


def test_a_draft_comes_back_with_its_time(actor: Actor, clock: Clock) -> None:
    drafts.save(actor, "intake", {"phone": "138", "amount": "12.", "none": None})
    kept = drafts.load(actor, "intake")
    assert kept == drafts.SavedDraft({"phone": "138", "amount": "12.", "none": None}, clock.now)


@pytest.mark.parametrize("pasted", ["\x00\x07", "\ud83d", "<b>&", "😀𬭎", "字" * 100_000])
def test_whatever_was_pasted_is_kept(actor: Actor, pasted: str) -> None:
    drafts.save(actor, "intake", {"story": pasted})
    kept = drafts.load(actor, "intake")
    assert kept is not None
    assert kept.content == {"story": pasted}


def test_a_newer_draft_replaces_the_older(actor: Actor, clock: Clock) -> None:
    drafts.save(actor, "intake", {"phone": "1"})
    clock.forward(minutes=1)
    assert drafts.save(actor, "intake", {"phone": "2"}) == clock.now
    assert Draft.select().count() == 1


def test_everybody_has_their_own_for_each_form_and_subject(actor: Actor) -> None:
    other = replace(actor, login="lina")
    drafts.save(actor, "intake", {"who": "actor"})
    drafts.save(actor, "intake", {"who": "case"}, about="KS-2026-000001")
    drafts.save(actor, "case.contact", {"who": "contact"})
    assert drafts.load(other, "intake") is None
    kept = drafts.load(actor, "intake", about="KS-2026-000001")
    assert kept is not None
    assert kept.content == {"who": "case"}


def test_a_draft_belongs_to_the_typist(actor: Actor) -> None:
    decided_on_paper = replace(actor, login="zhoujianming", recorded_by=actor.login)
    drafts.save(decided_on_paper, "approval", {"reason": "…"})
    assert drafts.load(actor, "approval") is not None


def test_a_dropped_draft_is_gone(actor: Actor) -> None:
    drafts.save(actor, "intake", {"phone": "1"})
    drafts.discard(actor, "intake")
    drafts.discard(actor, "intake")
    assert drafts.load(actor, "intake") is None
