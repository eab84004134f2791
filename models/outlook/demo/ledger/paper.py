"""The agreement, reckoned: drafted from what was agreed, printed, signed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from models.casework.documents.canonical import hash_of, to_json
from models.casework.documents.content import COMPANY, PARTY_A, PARTY_B
from models.casework.documents.tables import FrozenPaper, PrintEvent, ReturnedScan
from models.kernel.numbering import paper_no
from models.kernel.zone import day_of
from models.stages.agreement.rules import department_of, term_kind
from models.stages.agreement.tables import Agreement, Term
from models.stages.analysis.tables import Finding
from models.stages.intake.tables import Intake
from models.stages.negotiation.rules import numbers
from models.stages.negotiation.tables import Option

from .content import settlement_agreement
from .world import scan_name

if TYPE_CHECKING:
    from models.outlook.demo.lines import Line

    from .sheet import Row, Sheet

GRANTED = frozenset({"granted", "partly"})
_KIND, _PREFIX = "settlement_agreement", "HJ"
_PICTURE = "picture:"
_SIGNING = ("signed_on", "signatory_ours", "signatory_customer", "original_place")


def draft(sheet: Sheet, line: Line) -> None:
    """Write the first version from what was registered, found and agreed."""
    told, found = sheet.of(Intake)[0], (sheet.of(Finding) or [{}])[0]
    company = told["customer_kind"] == COMPANY
    facts = (told["explicit_problem"] or told["focus"], found.get("checked_facts", ""))
    columns = {
        "customer_name": told["customer_name"],
        "customer_kind": told["customer_kind"],
        "address": told["address"],
        "phone": told["phone"],
        "relation": told["relation"],
        "agent": told["contact_person"] if company else "",
        "place": sheet.world.place,
        "sign_date": day_of(line.at),
        "facts_confirmed": "\n".join(fact for fact in facts if fact),
        "our_representative": sheet.world.words.person(sheet.case["owner"]),
        "ordinal": 1,
    }
    sheet.add(Agreement, line.by, line.at, columns)
    for position, term in enumerate(_terms(sheet), start=1):
        own = {"agreement_no": 1, "position": position}
        sheet.add(Term, line.by, line.at, term | own)


def _terms(sheet: Sheet) -> list[Row]:
    granted = [row for row in sheet.demands if row["answer"] in GRANTED]
    accepted = [row for row in sheet.of(Option) if row["state"] == "accepted"]
    bearers = {no: row["cost_bearer"] for row in accepted for no in numbers(row["covers"])}
    found = [_of_demand(sheet, row, bearers.get(row["no"], "")) for row in granted]
    answered = {row["no"] for row in granted}
    return found + [
        _of_option(sheet, row)
        for row in accepted
        if not answered or (row["covers"] and not answered & set(numbers(row["covers"])))
    ]


def _of_demand(sheet: Sheet, row: Row, bearer: str) -> Row:
    kind = term_kind(row["kind"])
    return {
        "kind": kind,
        "demand_no": row["no"],
        "text": row["agreed_text"] or row["answer_text"] or row["text"],
        "amount": row["agreed_amount"],
        "bearer": bearer or "dealer",
        "department": department_of(kind, sheet.case["department"]),
    }


def _of_option(sheet: Sheet, row: Row) -> Row:
    kind = row["kinds"].partition(",")[0]
    return {
        "kind": kind,
        "text": row["text"],
        "amount": row["amount"],
        "bearer": row["cost_bearer"] or "dealer",
        "department": department_of(kind, sheet.case["department"]),
    }


def save(sheet: Sheet, line: Line) -> None:
    """Fill in what the draft did not know."""
    sheet.of(Agreement)[0].update(line.values)


def change_term(sheet: Sheet, line: Line) -> None:
    """Say by when a term is done and what shows it."""
    told = {key: value for key, value in line.values.items() if key != "no"}
    sheet.row(Term, line.values["no"]).update(told)


def print_paper(sheet: Sheet, line: Line) -> None:
    """Freeze the agreement as it is, in one copy for each side."""
    case, world, agreement = sheet.case, sheet.world, sheet.of(Agreement)[0]
    frozen = to_json(settlement_agreement(sheet))
    digest = hash_of(frozen)
    doc_no = paper_no(_PREFIX, case["case_no"], 1)
    copies = [{"mark": mark, "sha256": world.page_sha256} for mark in (PARTY_A, PARTY_B)]
    named: dict[str, Any] = {"kind": _KIND, "doc_no": doc_no, "paper_version": 1}
    columns = named | {
        "ordinal": 1,
        "language": world.words.language,
        "template_version": "1",
        "content": frozen.decode("utf-8"),
        "content_hash": digest,
        "files": json.dumps(copies),
        "pages": 1,
        "printed_at": line.at,
        "printed_by": line.by,
        "about": "agreement:1",
    }
    sheet.add(FrozenPaper, line.by, line.at, columns)
    sheet.add(
        PrintEvent, line.by, line.at, named | {"at": line.at, "by": line.by, "via": "printer"}
    )
    agreement.update(doc_no=doc_no, paper_version=1, content_hash=digest, state="printed")
    agreement["printed_on"] = day_of(line.at)


def sign(sheet: Sheet, line: Line) -> None:
    """Keep the signatures and the scan."""
    agreement, told = sheet.of(Agreement)[0], line.values
    caption = told["scan"].removeprefix(_PICTURE)
    scan = {
        "doc_no": agreement["doc_no"],
        "paper_version": agreement["paper_version"],
        "sha256": sheet.world.scan_sha256[caption],
        "file_name": scan_name(caption),
        "received_at": line.at,
    }
    sheet.add(ReturnedScan, line.by, line.at, scan)
    agreement.update({key: told[key] for key in _SIGNING})
    agreement.update(state="signed", scan_sha256=scan["sha256"])
