"""A command is one transaction: permission, write, audit, search and changes, or nothing."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from models.kernel import audit, changes, numbering, search
from models.kernel.command import COMMANDS, Work, command, confirm, unit_of_work
from models.kernel.db import alive
from models.kernel.errors import Forbidden, Invalid, NeedsConfirmation, NotPossible, Stale
from models.kernel.fields import FieldSpec, Kind
from models.kernel.tables import AuditEntry, AuditValue, Code, Counter, SearchText
from resources.texts import Message
from tests.stores import may

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from models.kernel.actor import Actor
    from models.kernel.db import Store

pytestmark = pytest.mark.usefixtures("store")

SPECS = (
    FieldSpec("code", "code", "Code", required=True, max_length=40),
    FieldSpec("code", "label", "Label", required=True, searchable=True),
    FieldSpec("code", "position", "Position", Kind.INTEGER),
)
REFUSAL = NotPossible(Message("kernel", "No."))


@pytest.fixture(autouse=True)
def _searchable_codes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(Code, "specs", SPECS)
    known = set(COMMANDS)
    yield
    for name in set(COMMANDS) - known:
        del COMMANDS[name]


def stored(work: Work, code: str, label: str = "A label") -> Code:
    return work.insert(Code, list_name="channel", code=code, label=label)  # type: ignore[no-any-return]


@pytest.fixture
def add_code() -> Callable[..., Any]:
    @command("test.add_code", permission="code.add", specs=SPECS)
    def add(work: Work, values: dict[str, Any]) -> Code:
        return stored(work, values["code"], values["label"])

    return add


def test_a_command_is_known_by_name_with_its_fields_and_permission(add_code: Any) -> None:
    known = COMMANDS["test.add_code"]
    assert (known.permission, known.specs, known.run) == ("code.add", SPECS, add_code)


def test_without_the_permission_nothing_is_done(add_code: Any, actor: Actor) -> None:
    with pytest.raises(Forbidden) as refusal:
        add_code(actor, {"code": "wx", "label": "WeChat"})
    assert refusal.value.message.values["permission"].msgid == "permission code.add"
    assert Code.select().count() == 0


def test_bad_values_are_named_field_by_field(add_code: Any, actor: Actor) -> None:
    with pytest.raises(Invalid) as refusal:
        add_code(may(actor, "code.add"), {"code": "", "label": ""})
    assert set(refusal.value.problems) == {"code.code", "code.label"}


def test_record_audit_search_and_changes_are_written_together(add_code: Any, actor: Actor) -> None:
    with changes.collecting() as found:
        row = add_code(may(actor, "code.add"), {"code": "wx", "label": "WeChat group"})
    assert found == [changes.Change("code", row.id, 0, "insert")]
    entry = AuditEntry.get()
    assert (entry.command, entry.actor, entry.subject) == (
        "test.add_code",
        "chenjie",
        f"code:{row.uid}",
    )
    assert [hit.subject_id for hit in search.find(actor.branch_id, "wechat")] == [row.id]


def test_a_failure_leaves_nothing_and_draws_no_number(actor: Actor) -> None:
    def fail_late() -> None:
        with unit_of_work(actor, "test") as work:
            numbering.draw(work, "KS")
            stored(work, "wx")
            raise REFUSAL

    with changes.collecting() as found, pytest.raises(NotPossible):
        fail_late()
    assert found == []
    for table in (Code, Counter, AuditEntry, AuditValue, SearchText):
        assert table.select().count() == 0


def test_inner_commands_join_the_outer_one(add_code: Any, actor: Actor) -> None:
    with changes.collecting() as found, unit_of_work(actor, "test.outer") as outer:
        add_code(actor, {"code": "wx", "label": "WeChat"})
        add_code(actor, {"code": "sms", "label": "Message"})
        assert found == []
        stored(outer, "tel")
    assert [change.action for change in found] == ["insert"] * 3
    assert {entry.command for entry in AuditEntry.select()} == {"test.outer"}


def test_a_step_that_broke_off_inside_is_not_stored_by_halves(add_code: Any, actor: Actor) -> None:
    def go_on_regardless() -> None:
        with unit_of_work(actor, "test.outer") as work:
            stored(work, "tel")
            with suppress(Invalid):
                add_code(actor, {"code": "", "label": ""})

    with pytest.raises(Invalid):
        go_on_regardless()
    assert Code.select().count() == 0


def test_a_later_failure_takes_the_inner_commands_back(add_code: Any, actor: Actor) -> None:
    def fail_after() -> None:
        with unit_of_work(actor, "test.outer"):
            add_code(actor, {"code": "wx", "label": "WeChat"})
            raise REFUSAL

    with pytest.raises(NotPossible):
        fail_after()
    assert Code.select().count() == 0


def test_a_change_counts_the_version_and_keeps_old_and_new(actor: Actor) -> None:
    with unit_of_work(actor, "test") as work:
        row = stored(work, "wx", "WeChat")
    with unit_of_work(actor, "test") as work:
        assert work.change(Code.get(), {"label": "Group", "version": 1, "no": 3})
    assert (Code.get().label, Code.get().version) == ("Group", 2)
    [entry, _insert] = audit.history(0)
    assert (entry.action, entry.values) == ("change", {"label": ("WeChat", "Group")})
    assert search.find(actor.branch_id, "wechat") == []
    assert [hit.subject_id for hit in search.find(actor.branch_id, "group")] == [row.id]


def test_an_equal_value_is_no_change(actor: Actor) -> None:
    with unit_of_work(actor, "test") as work:
        row = stored(work, "wx", "WeChat")
    with changes.collecting() as found, unit_of_work(actor, "test") as work:
        assert not work.change(row, {"label": "WeChat"})
    assert found == []
    assert Code.get().version == 1


def test_the_second_of_two_savers_is_told(actor: Actor) -> None:
    with unit_of_work(actor, "test") as work:
        stored(work, "wx", "WeChat")
    mine, theirs = Code.get(), Code.get()
    with unit_of_work(actor, "test") as work:
        work.change(theirs, {"label": "Theirs"})
    with pytest.raises(Stale), unit_of_work(actor, "test") as work:
        work.change(mine, {"label": "Mine"})
    with pytest.raises(Stale), unit_of_work(actor, "test") as work:
        work.change(Code.get(), {"label": "Mine"}, version=1)
    assert Code.get().label == "Theirs"


def test_what_is_removed_is_out_of_sight_but_in_the_audit(actor: Actor) -> None:
    with unit_of_work(actor, "test") as work:
        row = stored(work, "wx", "WeChat")
    with unit_of_work(actor, "test") as work:
        work.remove(row)
    assert Code.select().where(alive(Code)).count() == 0
    assert search.find(actor.branch_id, "wechat") == []
    assert audit.history(0)[0].values["label"] == ("WeChat", None)


def test_one_command_leaves_one_entry_a_record(actor: Actor) -> None:
    with changes.collecting() as found, unit_of_work(actor, "test") as work:
        row = stored(work, "wx", "First")
        work.change(row, {"label": "Second"})
    assert [change.action for change in found] == ["insert"]
    [entry] = audit.history(0)
    assert entry.values["label"] == (None, "Second")


def test_who_decided_and_who_typed_are_both_recorded(actor: Actor) -> None:
    decided = replace(actor, login="zhoujianming", recorded_by="chenjie", medium="paper")
    with unit_of_work(decided, "test") as work:
        stored(work, "wx")
        work.note("case:1", {"seen": "phone"}, case_id=7)
    [entry] = audit.history(7)
    assert (entry.actor, entry.recorded_by, entry.medium) == ("zhoujianming", "chenjie", "paper")
    assert entry.values == {"seen": (None, "phone")}


def test_a_question_is_asked_until_it_is_answered() -> None:
    question = Message("kernel", "Sure?")
    with pytest.raises(NeedsConfirmation):
        confirm({}, question)
    confirm({"confirmed": True}, question)


def test_another_branch_is_not_searched(actor: Actor, store: Store) -> None:
    with unit_of_work(actor, "test") as work:
        stored(work, "wx", "WeChat")
    assert search.find(actor.branch_id + 1, "wechat") == []
