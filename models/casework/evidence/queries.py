"""Reading the evidence of a case with its chain of keepers."""

from __future__ import annotations

from typing import NamedTuple

from models.kernel.db import alive

from .tables import Evidence, EvidenceCustody


class HandOver(NamedTuple):
    """One step of the chain of keepers."""

    no: int
    at: int
    from_whom: str
    to_whom: str
    place: str
    purpose: str
    recorded_by: str


class EvidenceView(NamedTuple):
    """One piece of evidence as lists and papers show it; ``file_sha256`` is '' without a file."""

    no: int
    version: int
    kind: str
    title: str
    file_sha256: str
    file_name: str
    media_type: str
    size: int
    taken_at: int | None
    taken_by: str
    place: str
    received_from: str
    custody: str
    stage: str
    about: str
    added_at: int
    added_by: str
    hand_overs: tuple[HandOver, ...]

    @property
    def keeper(self) -> str:
        """Who has the original now, as far as it was recorded."""
        return self.hand_overs[-1].to_whom if self.hand_overs else self.taken_by


_COLUMNS = tuple(key for key in EvidenceView._fields if hasattr(Evidence, key))


def evidence_of(case_id: int) -> list[EvidenceView]:
    """Return the evidence of a case in the order of its numbers."""
    chains = hand_overs(case_id)
    query = Evidence.select().where(Evidence.case == case_id, alive(Evidence)).order_by(Evidence.no)
    return [
        EvidenceView(
            **{key: getattr(row, key) for key in _COLUMNS},
            added_at=row.created_at,
            added_by=row.created_by,
            hand_overs=chains.get(row.no, ()),
        )
        for row in query
    ]


def hand_overs(case_id: int) -> dict[int, tuple[HandOver, ...]]:
    """Return the chain of keepers of each piece of evidence, oldest first."""
    table = EvidenceCustody
    chains: dict[int, tuple[HandOver, ...]] = {}
    for row in table.select().where(table.case == case_id, alive(table)).order_by(table.no):
        step = HandOver(
            row.no, row.at, row.from_whom, row.to_whom, row.place, row.purpose, row.created_by
        )
        chains[row.evidence_no] = (*chains.get(row.evidence_no, ()), step)
    return chains
