"""Printing a paper: guard, number, freeze, render, store, log."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from models.casework.case.editing import (
    EVERY_STATE,
    CaseRef,
    add_row,
    load_case,
    require_editable,
)
from models.kernel import files, settings
from models.kernel.command import Work, unit_of_work
from models.kernel.errors import Missing, NotPossible
from models.kernel.numbering import paper_no
from resources.texts import Message

from .canonical import hash_of, to_json
from .content import Frame
from .papers import Paper, Render, Source
from .queries import VALID, VOID, copies_of, find, newest, stored_bytes
from .tables import FrozenPaper, PrintEvent
from .words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.casework.case.tables import Case
    from models.kernel.actor import Actor

COMMAND = "documents.print"


class PrintedCopy(NamedTuple):
    """One copy of a print: whose it is, and its bytes."""

    mark: str
    pdf: bytes


class Printed(NamedTuple):
    """What a print brought; a draft has version and number but was not kept."""

    kind: str
    doc_no: str
    version: int
    pages: int
    content_hash: str
    draft: bool
    new: bool
    copies: tuple[PrintedCopy, ...]

    @property
    def pdf(self) -> bytes:
        """The first copy: the dealership's own where copies are marked."""
        return self.copies[0].pdf


@dataclass(frozen=True, slots=True)
class _Job:
    work: Work
    paper: Paper
    source: Source
    render: Render
    doc_no: str

    @property
    def case(self) -> Case:
        return self.source.case


def print_document(
    actor: Actor,
    case: CaseRef,
    paper: Paper,
    *,
    render: Render,
    ordinal: int = 0,
    draft: bool = False,
    via: str = "pdf",
    copies: int = 1,
) -> Printed:
    """Print a paper of a case; unchanged content gives the stored bytes of its version again.

    ``ordinal`` names one of several papers of a kind, the current one without it. A draft is
    neither kept nor numbered for good. ``via`` tells where it went: printer, pdf or preview.
    """
    with unit_of_work(actor, COMMAND, paper.permission) as work:
        row = load_case(actor, case)
        require_editable(row, EVERY_STATE)
        number = ordinal or paper.current(row.id)
        words = Words(row.branch_id, settings.get(row.branch_id, "document.language"))
        doc_no = paper_no(paper.prefix, row.case_no, number)
        job = _Job(work, paper, Source(actor, row, number, words), render, doc_no)
        printed = _draft(job) if draft else _final(job)
        event = {"kind": paper.kind, "doc_no": doc_no, "paper_version": printed.version}
        event |= {"at": work.now, "by": actor.login, "copies": copies, "via": via, "draft": draft}
        add_row(work, row, PrintEvent, event)
        return printed


def print_again(
    actor: Actor,
    permission: str,
    doc_no: str,
    version: int,
    *,
    via: str,
    copies: int = 1,
) -> Printed:
    """Note that a frozen version went out once more, and return its stored bytes."""
    with unit_of_work(actor, COMMAND, permission) as work:
        paper = find(actor.branch_id, doc_no, version)
        row = paper.case
        require_editable(row, EVERY_STATE)
        event = {"kind": paper.kind, "doc_no": doc_no, "paper_version": version}
        event |= {"at": work.now, "by": actor.login, "copies": copies, "via": via}
        add_row(work, row, PrintEvent, event)
        return _again(paper)


def missing_to_print(actor: Actor, case: CaseRef, paper: Paper, ordinal: int = 0) -> list[Missing]:
    """Return what a paper still lacks to be printed for good."""
    row = load_case(actor, case)
    words = Words(row.branch_id, settings.get(row.branch_id, "document.language"))
    return paper.guard(Source(actor, row, ordinal or paper.current(row.id), words))


def _draft(job: _Job) -> Printed:
    last = newest(job.case.id, job.paper.kind, job.source.ordinal)
    content = job.paper.build(job.source)
    digest = hash_of(to_json(content))
    frame = _frame(job, (last.paper_version if last else 0) + 1, digest)
    made = job.render(job.paper.kind, content, replace(frame, draft=True))
    copies = (PrintedCopy("", made.pdf),)
    return Printed(
        job.paper.kind, job.doc_no, frame.version, made.pages, digest, True, False, copies
    )


def _final(job: _Job) -> Printed:
    if job.case.state == "DRAFT":
        raise NotPossible(
            Message("documents", "Register the complaint first: before that it has no number.")
        )
    last = newest(job.case.id, job.paper.kind, job.source.ordinal)
    if last is not None and job.paper.sealed(job.source):
        return _again(last)
    content = job.paper.build(job.source)
    frozen = to_json(content)
    if last is not None and _says_the_same(last, frozen, job.source.words.language):
        row, new = last, False
    else:
        refuse_missing(job.paper.label, job.paper.guard(job.source))
        row, new = _freeze(job, content, frozen, (last.paper_version if last else 0) + 1), True
    job.paper.after_print(job.work, job.case, row)
    return _again(row, new=new)


def refuse_missing(label: Message, missing: Sequence[Missing]) -> None:
    """Refuse a paper that is not complete, naming all that is missing."""
    if not missing:
        return
    if len(missing) == 1:
        raise NotPossible(missing[0].message, missing)
    raise NotPossible(
        Message(
            "documents",
            "“{paper}” cannot be printed yet: {count} things are missing.",
            paper=label,
            count=len(missing),
        ),
        missing,
    )


def _says_the_same(row: FrozenPaper, frozen: bytes, language: str) -> bool:
    kept = (row.state, row.content_hash, row.language)
    return kept == (VALID, hash_of(frozen), language)


def _again(row: FrozenPaper, *, new: bool = False) -> Printed:
    copies = tuple(PrintedCopy(c.mark, stored_bytes(row, c.mark)) for c in copies_of(row))
    return Printed(
        row.kind, row.doc_no, row.paper_version, row.pages, row.content_hash, False, new, copies
    )


def _freeze(job: _Job, content: Any, frozen: bytes, version: int) -> FrozenPaper:
    digest = hash_of(frozen)
    frame = _frame(job, version, digest)
    kept, pages = [], 0
    for mark in job.paper.copy_marks(content):
        made = job.render(job.paper.kind, content, replace(frame, copy_mark=mark))
        name = f"{job.doc_no}-v{version}{f'-{mark}' if mark else ''}.pdf"
        kept.append({"mark": mark, "sha256": files.put(job.work, made.pdf, name).sha256})
        pages = made.pages
    columns = {
        "kind": job.paper.kind,
        "ordinal": job.source.ordinal,
        "paper_version": version,
        "doc_no": job.doc_no,
        "language": frame.language,
        "template_version": job.paper.template_version,
        "content": frozen.decode("utf-8"),
        "content_hash": digest,
        "files": json.dumps(kept),
        "pages": pages,
        "printed_at": job.work.now,
        "printed_by": job.work.actor.login,
        "about": job.paper.about(job.source),
    }
    row: FrozenPaper = add_row(job.work, job.case, FrozenPaper, columns)
    return row


def _frame(job: _Job, version: int, digest: str) -> Frame:
    return Frame(
        doc_no=job.doc_no,
        version=version,
        case_no=job.case.case_no,
        content_hash=digest,
        printed_at_ms=job.work.now,
        demo=bool(settings.get(job.case.branch_id, "store.demo")),
        language=job.source.words.language,
    )


def void_versions(work: Work, case: Case, doc_no: str, *, keep: int = 0) -> None:
    """Mark the versions of a paper as void, all but the version ``keep``."""
    rows = FrozenPaper.select().where(
        FrozenPaper.case == case, FrozenPaper.doc_no == doc_no, FrozenPaper.state == VALID
    )
    for row in rows:
        if row.paper_version != keep:
            work.change(row, {"state": VOID})
