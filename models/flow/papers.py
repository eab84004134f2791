"""Every paper of a case by its name, and printing one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.documents.commands import Printed, print_document
from models.kernel.errors import Invalid
from models.stages.agreement import papers as agreement
from models.stages.followup import papers as followup
from models.stages.implementation import papers as implementation
from models.stages.intake import papers as intake
from resources.texts import Message

if TYPE_CHECKING:
    from models.casework.case.editing import CaseRef
    from models.casework.documents.papers import Paper, Render
    from models.kernel.actor import Actor

PAPERS: dict[str, Paper] = {
    paper.kind: paper
    for paper in (
        *intake.PAPERS,
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
    return print_document(
        actor,
        case,
        paper,
        render=render,
        ordinal=ordinal,
        draft=draft,
        via=via,
        copies=copies,
    )
