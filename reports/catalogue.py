"""Every paper by its name, and the one way to render it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from models.stages.agreement.documents import SettlementAgreement
from models.stages.analysis.sanbao.documents import SanbaoOpinion
from models.stages.followup.documents import FollowUpRecord
from models.stages.implementation.documents import DispatchSlip
from models.stages.intake.documents import ComplaintRegister, ReadBackSheet
from reports import (
    complaint_register,
    dispatch_slip,
    follow_up_record,
    read_back_sheet,
    sanbao_opinion,
    settlement_agreement,
)
from reports.document import Rendered, build
from reports.printable import check_printable
from reports.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reportlab.platypus.flowables import Flowable

    from models.casework.documents.content import Frame
    from reports.sheet import Sheet


class Document(NamedTuple):
    """What makes a paper: its content, what is around each page, and its text."""

    content: type
    sheet: Callable[[Any, Frame, Voice], Sheet]
    story: Callable[[Any, Frame, Voice], Sequence[Flowable]]


DOCUMENTS: Mapping[str, Document] = MappingProxyType(
    {
        "complaint_register": Document(
            ComplaintRegister, complaint_register.sheet, complaint_register.story
        ),
        "read_back_sheet": Document(ReadBackSheet, read_back_sheet.sheet, read_back_sheet.story),
        "settlement_agreement": Document(
            SettlementAgreement, settlement_agreement.sheet, settlement_agreement.story
        ),
        "dispatch_slip": Document(DispatchSlip, dispatch_slip.sheet, dispatch_slip.story),
        "follow_up_record": Document(
            FollowUpRecord, follow_up_record.sheet, follow_up_record.story
        ),
        "sanbao_opinion": Document(SanbaoOpinion, sanbao_opinion.sheet, sanbao_opinion.story),
    }
)


def render(name: str, content: object, frame: Frame) -> Rendered:
    """Return a paper as PDF; raises NotPossible when a character cannot be printed."""
    document = DOCUMENTS[name]
    if not isinstance(content, document.content):
        raise TypeError(f"{name} prints {document.content.__name__}, not {type(content).__name__}")
    check_printable(content, frame)
    voice = Voice(frame)
    return build(
        document.sheet(content, frame, voice), frame, voice, document.story(content, frame, voice)
    )
