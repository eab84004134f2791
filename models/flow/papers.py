"""Every paper of a case by its name, and printing one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.documents import commands
from models.casework.documents.commands import Printed, print_document
from models.kernel.errors import Invalid
from models.stages.agreement import papers as agreement
from models.stages.analysis.sanbao import papers as sanbao
from models.stages.followup import papers as followup
from models.stages.implementation import papers as implementation
from models.stages.intake import papers as intake
from resources.texts import Message

if TYPE_CHECKING:
    from models.casework.case.editing import CaseRef
    from models.casework.documents.papers import Paper, Render
    from models.kernel.actor import Actor
    from models.kernel.errors import Missing

PAPERS: dict[str, Paper] = {
    paper.kind: paper
    for paper in (
        *intake.PAPERS,
        *sanbao.PAPERS,
        *agreement.PAPERS,
        *implementation.PAPERS,
        *followup.PAPERS,
    )
}


def print_paper(
    actor: Actor,
    case: CaseRef,
    kind: str,
    *,
    render: Render,
    ordinal: int = 0,
    draft: bool = False,
    via: str = "pdf",
    copies: int = 1,
) -> Printed:
    """Print the paper of this name; without ``ordinal`` the current one of its kind."""
    return print_document(
        actor,
        case,
        paper_of(kind),
        render=render,
        ordinal=ordinal,
        draft=draft,
        via=via,
        copies=copies,
    )


def print_again(
    actor: Actor, kind: str, doc_no: str, version: int, *, via: str, copies: int = 1
) -> Printed:
    """Let a frozen version go out once more, as it was stored."""
    permission = paper_of(kind).permission
    return commands.print_again(actor, permission, doc_no, version, via=via, copies=copies)


def missing_to_print(actor: Actor, case: CaseRef, kind: str, ordinal: int = 0) -> list[Missing]:
    """Return what the paper of this name still lacks to be printed for good."""
    return commands.missing_to_print(actor, case, paper_of(kind), ordinal)


def paper_of(kind: str) -> Paper:
    """Return the paper of this name, or refuse and tell the names there are."""
    paper = PAPERS.get(kind)
    if paper is None:
        known = ", ".join(PAPERS)
        raise Invalid(
            {
                "document": Message(
                    "documents",
                    "There is no document {name}; there are: {known}.",
                    name=kind,
                    known=known,
                )
            }
        )
    return paper
