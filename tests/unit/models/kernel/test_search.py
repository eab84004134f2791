"""Whatever was typed is found however it is typed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.kernel import search
from models.kernel.command import unit_of_work
from models.kernel.fields import FieldSpec
from models.kernel.tables import Code, SearchText

if TYPE_CHECKING:
    from models.kernel.actor import Actor

pytestmark = [pytest.mark.windows, pytest.mark.usefixtures("store")]


@pytest.fixture(autouse=True)
def _searchable(monkeypatch: pytest.MonkeyPatch) -> None:
    specs = (FieldSpec("code", "label", "Label", searchable=True), FieldSpec("code", "code", "C"))
    monkeypatch.setattr(Code, "specs", specs)


def keep(actor: Actor, *labels: str) -> None:
    with unit_of_work(actor, "test") as work:
        for number, label in enumerate(labels):
            work.insert(Code, list_name="channel", code=f"c{number}", label=label)


@pytest.mark.parametrize(
    ("typed", "looked_for"),
    [
        ("变速箱低速顿挫", "顿挫"),
        ("沪A·D12345", "沪ad12345"),
        ("沪AD12345", "沪A·D1"),
        ("ＬＦＶ３Ａ２３Ｃ", "lfv3a23c"),
        ("138 0000 0001", "13800000001"),
        ("打折 100% 起", "100%"),
        ("part_no", "t_n"),
        ("Müller", "MÜLLER"),
        ("𬭎", "𬭎"),
    ],
)
def test_text_is_found(actor: Actor, typed: str, looked_for: str) -> None:
    keep(actor, typed, "其他内容")
    assert [hit.field for hit in search.find(actor.branch_id, looked_for)] == ["code.label"]


def test_every_word_must_occur_in_one_field(actor: Actor) -> None:
    keep(actor, "变速箱异响", "发动机异响")
    assert len(search.find(actor.branch_id, "异响")) == 2
    assert len(search.find(actor.branch_id, "异响 变速箱")) == 1
    assert search.find(actor.branch_id, "变速箱 漏油") == []


@pytest.mark.parametrize("nothing", ["", "   ", "·", "　"])
def test_nothing_finds_nothing(actor: Actor, nothing: str) -> None:
    keep(actor, "变速箱")
    assert search.find(actor.branch_id, nothing) == []


@pytest.mark.parametrize("sign", ["%", "_", "'", '"', "\\"])
def test_signs_of_the_query_language_are_text(actor: Actor, sign: str) -> None:
    keep(actor, "变速箱", f"有{sign}号")
    assert len(search.find(actor.branch_id, sign)) == 1


def test_a_field_that_is_not_searchable_is_not_kept(actor: Actor) -> None:
    keep(actor, "变速箱")
    assert search.find(actor.branch_id, "c0") == []
    assert SearchText.select().count() == 1


def test_an_excerpt_shows_the_words_around(actor: Actor) -> None:
    keep(actor, "前" * 40 + "顿挫" + "后" * 40)
    [hit] = search.find(actor.branch_id, "顿挫")
    assert hit.excerpt == "…" + "前" * 24 + "顿挫" + "后" * 24 + "…"


def test_the_limit_holds(actor: Actor) -> None:
    keep(actor, *(f"变速箱{number}" for number in range(5)))
    assert len(search.find(actor.branch_id, "变速箱", limit=3)) == 3


def test_texts_of_an_older_normaliser_are_counted(actor: Actor) -> None:
    keep(actor, "变速箱", "发动机")
    assert search.stale() == 0
    SearchText.update(normaliser=0).where(SearchText.subject_id == 1).execute()
    assert search.stale() == 1
