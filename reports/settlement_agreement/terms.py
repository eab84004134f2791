"""Facts, demands, terms, sums, schedule and duties: what was agreed in this one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reports.paragraph import Para
from reports.parts.flow import Together
from reports.parts.tables import SHORT_TABLE, ledger
from reports.settlement_agreement.articles import Articles, ended
from reports.styles import CELL, CELL_BOLD, CELL_MID, CELL_NUM, CLAUSE_HEAD, Run
from reports.voice import DASH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus.flowables import Flowable

    from models.stages.agreement.documents import SettlementAgreement, Term


class Terms:
    """Writes the articles that differ from case to case."""

    def __init__(self, content: SettlementAgreement, case_no: str, articles: Articles) -> None:
        """Write for ``content``; ``articles`` keeps count."""
        self.content, self.case_no, self.articles = content, case_no, articles
        self.voice = articles.voice
        self.stop = self.voice(". ")

    def facts(self) -> list[Flowable]:
        """Return what both parties confirm, and what they expressly do not."""
        content, voice, clause = self.content, self.voice, self.articles.clause
        parts = self.articles.open(voice("Facts confirmed by both parties"))
        received = voice(
            "On {moment} Party A received the complaint that Party B made by way of {channel}"
            " (case no. {case_no}) about: {subject}",
            moment=voice.moment(content.received_at_ms),
            channel=content.channel,
            case_no=self.case_no,
            subject=content.subject,
        )
        parts.append(clause(ended(received, self.stop)))
        parts += [clause(ended(fact, self.stop)) for fact in content.facts_confirmed]
        if content.facts_unconfirmed:
            parts.append(
                clause(
                    voice.rich(
                        "The following could not be verified or is seen differently by the parties;"
                        " it is __not a fact confirmed by both parties__ and does not affect the"
                        " rest of this agreement: {facts}",
                        facts=ended(self._listed(content.facts_unconfirmed), self.stop),
                    )
                )
            )
        if content.no_admission:
            parts.append(
                clause(
                    voice(
                        "The parties conclude this agreement to resolve the complaint; it is no"
                        " admission by either party of any liability beyond this agreement."
                    )
                )
            )
        return parts

    def _listed(self, items: Sequence[str]) -> str:
        """Return （一）…；（二）… or the only item."""
        bare = [item.strip().rstrip("。.；;") for item in items]
        if len(bare) == 1:
            return bare[0]
        numbered = (f"（{self.voice.ordinal(k)}）{item}" for k, item in enumerate(bare, 1))
        return self.voice("; ").join(numbered)

    def demands(self) -> list[Flowable]:
        """Return every demand with its answer, and how the parties came to it."""
        content, voice = self.content, self.voice
        if not content.demands:
            return []
        head = ["No.", "Party B's demand", "Sum claimed", "Result", "Remark"]
        rows = [
            [
                str(demand.no),
                demand.text,
                voice.money(demand.amount_fen),
                demand.answer,
                voice.either(demand.remark),
            ]
            for demand in content.demands
        ]
        table = ledger(
            [voice(title) for title in head],
            rows,
            [30, 126, 66, 60, 180],
            [CELL_MID, CELL, CELL_NUM, CELL_MID, CELL],
        )
        title = self.articles.title(voice("Party B's demands and their results"))
        parts = self._announced(Para(title, CLAUSE_HEAD), table, len(rows))
        return [*parts, *self._negotiation()]

    def _negotiation(self) -> list[Flowable]:
        voice = self.voice
        steps = [
            voice(
                "on {day}, {people}: {result}",
                day=voice.day(step.on),
                people=step.people,
                result=step.result.strip().rstrip("。.；;"),
            )
            for step in self.content.negotiation
        ]
        if not steps:
            return []
        text = voice("The parties negotiated as follows: {steps}", steps=self._listed(steps))
        return [self.articles.clause(ended(text, self.stop))]

    def terms(self) -> list[Flowable]:
        """Return what Party A does, and the table of what it pays."""
        parts = self.articles.open(self.voice("What Party A does"))
        parts += [self._term(term) for term in self.content.terms if not term.paid]
        paid = [term for term in self.content.terms if term.paid]
        return [*parts, *self._payment(paid)] if paid else parts

    def _term(self, term: Term) -> Para:
        voice = self.voice
        words = voice.rich("**{kind}.** {text}", kind=term.kind, text=ended(term.text, self.stop))
        if term.details:
            pairs = [f"{d.label}{voice(': ')}{d.value}" for d in term.details]
            words.append(Run(ended(voice.listed(pairs), self.stop)))
        if term.amount_fen is not None:
            words += voice.rich("Value: **{amount}**. ", amount=voice.money(term.amount_fen))
        if term.by_whom:
            words.append(Run(voice("Responsible: {who}. ", who=term.by_whom)))
        if term.due_on:
            words += voice.rich("To be done __no later than {day}__.", day=voice.day(term.due_on))
        return self.articles.clause(words)

    def _payment(self, paid: Sequence[Term]) -> list[Flowable]:
        voice, total = self.voice, sum(term.amount_fen or 0 for term in paid)
        announced = self.articles.clause(
            voice.rich("**Payment.** Party A pays the following sums:")
        )
        head = ["Item", "Sum in figures", "Sum in words", "Payee", "Due on"]
        rows = [self._sum_row(term) for term in paid]
        rows.append(
            [
                Para(voice("Total"), CELL_BOLD),
                Para(Run(voice.money(total), bold=True), CELL_NUM),
                Para(voice.capitals(total), CELL_BOLD),
                DASH,
                DASH,
            ]
        )
        table = ledger(
            [voice(title) for title in head],
            rows,
            [112, 78, 148, 58, 66],
            [CELL, CELL_NUM, CELL, CELL_MID, CELL_MID],
            total=True,
        )
        parts = self._announced(announced, table, len(rows))
        return [*parts, self.articles.clause(self._total(total))]

    def _sum_row(self, term: Term) -> list[str | Para]:
        voice, content = self.voice, self.content
        details = voice.listed(f"{d.label}{voice(': ')}{d.value}" for d in term.details)
        return [
            f"{term.text}（{details}）" if details else term.text,
            voice.money(term.amount_fen),
            voice.capitals(term.amount_fen),
            term.payee or voice("Party B"),
            voice.either(term.due_on or content.payment.due_on),
        ]

    def _total(self, total: int) -> list[Run]:
        voice, payment = self.voice, self.content.payment
        words = voice.rich(
            "The total is **{figures}** (**{words}**). ",
            figures=voice.money(total),
            words=voice.capitals(total),
        )
        due = payment.due_on or max((t.due_on for t in self.content.terms if t.paid), default="")
        if due and payment.method:
            words += voice.rich(
                "Party A pays it in full by {method}, __no later than {day}__.",
                method=payment.method,
                day=voice.day(due),
            )
        elif due:
            words += voice.rich(
                "Party A pays it in full __no later than {day}__.", day=voice.day(due)
            )
        words += [Run(ended(part, self.stop)) for part in (payment.account, payment.tax) if part]
        words.append(Run(voice("Where figures and words differ, the words prevail.")))
        return words

    def schedule(self) -> list[Flowable]:
        """Return the order and the deadlines of performance."""
        content, voice = self.content, self.voice
        if not content.schedule:
            return []
        head = ["No.", "Step", "Responsible", "Deadline", "Proof", "Performed (signed)"]
        rows = [
            [
                str(number),
                row.text,
                voice.either(row.responsible),
                voice.day(row.due_on),
                voice.either(row.proof),
                "",
            ]
            for number, row in enumerate(content.schedule, 1)
        ]
        table = ledger(
            [voice(title) for title in head],
            rows,
            [30, 128, 74, 88, 88, 54],
            [CELL_MID, CELL, CELL, CELL, CELL, CELL],
        )
        title = self.articles.title(voice("Order and deadlines of performance"))
        parts = self._announced(Para(title, CLAUSE_HEAD), table, len(rows))
        note = voice(
            "In the column “Performed” Party B signs when a step has been performed; it stays"
            " empty when this agreement is signed."
        )
        return [*parts, self.articles.clause(note)]

    def duties(self) -> list[Flowable]:
        """Return what Party B contributes."""
        content, voice = self.content, self.voice
        if not content.duties:
            return []
        parts = self.articles.open(voice("What Party B contributes"))
        for duty in content.duties:
            words = [Run(ended(duty.text, self.stop))]
            if duty.due_on:
                words += voice.rich(
                    "To be done __no later than {day}__.", day=voice.day(duty.due_on)
                )
            parts.append(self.articles.clause(words))
        late = voice(
            "Where Party B is late and Party A therefore cannot perform in time, Party A's"
            " deadline moves by the same time."
        )
        return [*parts, self.articles.clause(late)]

    def other(self) -> list[Flowable]:
        """Return what else the parties agreed in their own words."""
        if not self.content.other_terms:
            return []
        parts = self.articles.open(self.voice("Other terms"))
        return [
            *parts,
            *(self.articles.clause(ended(t, self.stop)) for t in self.content.other_terms),
        ]

    def _announced(self, head: Para, table: Flowable, rows: int) -> list[Flowable]:
        """Keep a short table together with the heading or sentence that announces it."""
        if rows > SHORT_TABLE:
            return [head, table]
        return [Together([head, table], self.voice("(Blank; the text goes on overleaf)"))]
