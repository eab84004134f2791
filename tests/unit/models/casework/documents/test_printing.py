"""A paper keeps its bytes: the same content is the same version, a change is the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import reports
from models.casework.case.demands import change_demand
from models.casework.case.editing import rows_of
from models.casework.documents import queries
from models.casework.documents.tables import FrozenPaper, PrintEvent
from models.dealership.office.tables import Branch
from models.kernel import files, settings
from models.kernel.command import unit_of_work
from models.kernel.errors import EnvironmentTrouble, Forbidden, Invalid, NotPossible
from models.stages.intake.commands import read_back
from tests.papercase import plain_render
from tests.stores import may

if TYPE_CHECKING:
    from models.casework.documents.content import Frame
    from tests.papercase import Desk, Plain
    from tests.stores import Clock

REGISTER = "complaint_register"


def test_a_paper_is_numbered_by_its_case_and_kept(desk: Desk) -> None:
    case = desk.register()
    printed = desk.print(case, REGISTER)
    assert printed.doc_no == f"DJ-{case.case_no[3:]}-1"
    assert (printed.version, printed.new) == (1, True)
    assert queries.pdf(desk.house.person("liumin"), printed.doc_no) == printed.pdf


def test_the_same_content_gives_the_same_bytes_and_another_print_in_the_log(
    desk: Desk, clock: Clock
) -> None:
    case = desk.register()
    first = desk.print(case, REGISTER)
    clock.forward(hours=5)
    second = desk.print(case, REGISTER, by="zhaolei", via="printer", copies=2)
    assert (second.pdf, second.version, second.new) == (first.pdf, 1, False)
    (paper,) = queries.papers_of(case.id)
    assert (paper.prints, paper.printed_copies) == (2, 3)
    assert paper.last_printed_at == clock.now


def test_other_content_is_the_next_version_and_the_first_stays(desk: Desk) -> None:
    case = desk.register()
    first = desk.print(case, REGISTER)
    change_demand(desk.house.person("liumin"), case.id, {"no": 1, "amount": "1300"})
    second = desk.print(case, REGISTER)
    assert (second.doc_no, second.version) == (first.doc_no, 2)
    actor = desk.house.person("liumin")
    assert queries.pdf(actor, first.doc_no, 1) == first.pdf
    assert queries.pdf(actor, first.doc_no) == second.pdf


def test_a_draft_is_neither_kept_nor_verifiable_but_logged(desk: Desk) -> None:
    case = desk.register()
    frames: list[Frame] = []

    def render(name: str, content: object, frame: Frame) -> Plain:
        frames.append(frame)
        return plain_render(name, content, frame)

    printed = desk.print(case, REGISTER, draft=True, via="preview", render=render)
    assert frames[0].draft
    assert printed.draft
    assert queries.papers_of(case.id) == []
    seen = rows_of(PrintEvent, case.id)
    assert [(row["draft"], row["via"]) for row in seen] == [(True, "preview")]


def test_a_case_without_a_number_has_no_papers_yet(desk: Desk) -> None:
    case = desk.register()
    desk.set(case, state="DRAFT")
    with pytest.raises(NotPossible, match="Register the complaint first"):
        desk.print(case, REGISTER)


def test_papers_of_a_demo_store_say_so(desk: Desk) -> None:
    case = desk.register()
    with unit_of_work(desk.house.person("wugang"), "test.demo") as work:
        settings.put(work, "store.demo", True)
    frames: list[Frame] = []

    def render(name: str, content: object, frame: Frame) -> Plain:
        frames.append(frame)
        return plain_render(name, content, frame)

    desk.print(case, REGISTER, render=render)
    assert frames[0].demo


def test_whoever_may_not_print_is_refused(desk: Desk) -> None:
    case = desk.register()
    with pytest.raises(Forbidden):
        desk.print(case, REGISTER, by="qianyi")
    printed = desk.print(case, REGISTER)
    with pytest.raises(Forbidden):
        queries.pdf(may(desk.house.person("liumin")), printed.doc_no)


def test_a_restricted_case_prints_nothing(desk: Desk) -> None:
    case = desk.register()
    desk.set(case, hold="restricted")
    with pytest.raises(NotPossible, match="restricted"):
        desk.print(case, REGISTER)


def test_a_character_without_a_shape_is_refused_by_name(desk: Desk) -> None:
    case = desk.register(customer_name="陈\U0003134a")
    with pytest.raises(NotPossible, match="U\\+3134A"):
        desk.print(case, REGISTER, render=reports.render)
    assert queries.papers_of(case.id) == []


def test_a_rare_name_prints(desk: Desk) -> None:
    case = desk.register(customer_name="周𬭎")
    assert desk.print(case, REGISTER, render=reports.render).pdf.startswith(b"%PDF")


def test_a_read_back_sheet_needs_something_to_read(desk: Desk) -> None:
    case = desk.register()
    with pytest.raises(NotPossible) as refused:
        desk.print(case, "read_back_sheet")
    assert refused.value.missing[0].place == "intake.read_back_text"
    told = {"read_back_text": "您的新车在高速上熄火。", "focus": "高速熄火"}
    read_back(desk.house.person("liumin"), case.id, told)
    assert desk.print(case, "read_back_sheet").version == 1


def test_an_unknown_paper_is_refused_with_the_known_ones(desk: Desk) -> None:
    with pytest.raises(Invalid, match="settlement_agreement"):
        desk.print(desk.register(), "love_letter")


def test_what_was_altered_in_the_store_is_found(desk: Desk) -> None:
    case = desk.register()
    printed = desk.print(case, REGISTER)
    assert queries.damaged() == []
    FrozenPaper.update(content="{}").execute()
    assert queries.damaged() == [f"{printed.doc_no} v1"]


def test_a_lost_file_is_trouble_not_another_paper(desk: Desk) -> None:
    case = desk.register()
    desk.print(case, REGISTER)
    (paper,) = queries.papers_of(case.id)
    files.place(files.current_folder(), paper.copies[0].sha256).unlink()
    with pytest.raises(EnvironmentTrouble):
        desk.print(case, REGISTER)


def test_the_letterhead_is_part_of_the_content(desk: Desk) -> None:
    case = desk.register()
    desk.print(case, REGISTER)
    with unit_of_work(desk.house.person("wugang"), "test.move") as work:
        work.change(Branch.get(), {"address": "示例市新区2号"})
    assert desk.print(case, REGISTER).version == 2
