"""``print``: a paper of a case as a PDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.flow.papers import print_paper
from models.kernel.disk import write_file
from models.kernel.errors import Invalid
from models.kernel.trouble import trouble_as_sentences
from resources.texts import Message

from .answer import Answer
from .numbers import whole
from .session import target
from .subcommand import SubCommand

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from models.casework.documents.commands import Printed

    from .session import Session


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("case_no", metavar="CASE_NO")
    parser.add_argument("document", metavar="DOCUMENT")
    parser.add_argument("out", type=target, metavar="OUT.pdf")
    parser.add_argument("--draft", action="store_true")
    parser.add_argument("--no", type=whole, default=0, metavar="N")
    parser.add_argument("--copy", default="", metavar="MARK")


def _run(session: Session) -> Answer:
    args = session.args
    printed = print_paper(
        session.actor,
        args.case_no,
        args.document,
        render=session.render,
        ordinal=args.no,
        draft=args.draft,
    )
    pdf = _copy(printed, args.copy)
    with trouble_as_sentences(args.out):
        write_file(args.out, pdf)
    return Answer(
        {
            "document": printed.kind,
            "no": printed.doc_no,
            "version": printed.version,
            "pages": printed.pages,
            "content_hash": printed.content_hash,
            "bytes": len(pdf),
            "draft": printed.draft,
            "copies": [copy.mark for copy in printed.copies],
        }
    )


def _copy(printed: Printed, mark: str) -> bytes:
    """Return the copy of a mark, the dealership's own without one."""
    marks = {copy.mark: copy.pdf for copy in printed.copies}
    if not mark:
        return printed.pdf
    if mark not in marks:
        raise Invalid(
            {
                "copy": Message(
                    "console", "The copies are: {marks}.", marks=", ".join(filter(None, marks))
                )
            }
        )
    return marks[mark]


PRINT = SubCommand("print", "writes a paper of a case as PDF", _run, _arguments)
