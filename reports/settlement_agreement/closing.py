"""The articles every agreement has: settlement and its limits, secrecy, breach, data, disputes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reports.paragraph import Para
from reports.parts.places import Blanks, date_blanks, time_blanks
from reports.parts.strict_box import strict_box
from reports.styles import STRICT_LINE

if TYPE_CHECKING:
    from reportlab.platypus.flowables import Flowable

    from models.stages.agreement.documents import SettlementAgreement
    from reports.settlement_agreement.articles import Articles

_TWO = 2


class Closing:
    """Writes the articles after what was agreed."""

    def __init__(
        self, content: SettlementAgreement, articles: Articles, demands_article: int
    ) -> None:
        """Write for ``content``; the settlement refers to the article of the demands."""
        self.content, self.articles, self.demands_article = content, articles, demands_article
        self.voice = articles.voice

    def strict(self) -> list[Flowable]:
        """Return the box of the clauses that touch the customer's rights."""
        clauses = []
        if self.content.settles:
            clauses.append(self._settlement())
        if self.content.confidential:
            clauses.append(self._secrecy())
        if not clauses:
            return []
        voice = self.voice
        bar = voice(
            "IMPORTANT　　The following clauses directly concern your rights. Please read every"
            " word and ask for an explanation of whatever is unclear."
        )
        return [
            strict_box(bar, clauses, self._signing(), voice("(Blank; the text goes on overleaf)"))
        ]

    def _settlement(self) -> list[Flowable]:
        voice, articles = self.voice, self.articles
        head = articles.open_strict(voice("Settlement of the matters listed here"))
        matters = (
            voice("the matters listed in {article}", article=articles.name(self.demands_article))
            if self.demands_article
            else voice("the matters listed in this agreement")
        )
        return [
            head,
            articles.strict(
                voice.rich(
                    "__After Party A has fully performed this agreement__, Party B __makes no"
                    " further claim__ against Party A for damages or compensation"
                    " __in respect of {matters}__.",
                    matters=matters,
                )
            ),
            articles.strict(
                voice.rich(
                    "This __does not include__: (1) personal injury; (2) new or different quality"
                    " problems; (3) recalls; (4) statutory liability for repair, replacement and"
                    " return, and the manufacturer's warranty; (5) facts concealed by Party A."
                )
            ),
            articles.strict(
                voice.rich(
                    "__Party B's right to complain and report to administrative authorities and"
                    " consumer organisations, to apply for arbitration and to bring an action is"
                    " not limited by this agreement.__"
                )
            ),
        ]

    def _secrecy(self) -> list[Flowable]:
        voice, articles = self.voice, self.articles
        return [
            articles.open_strict(voice("Confidentiality")),
            articles.strict(
                voice.rich(
                    "Both parties keep __the sum of the compensation, personal information and"
                    " business secrets__ confidential. Information given to administrative and"
                    " judicial authorities, arbitration bodies, consumer organisations, lawyers,"
                    " insurers, tax and audit bodies, reports of product defects and recalls,"
                    " information needed for public safety, and disclosure required by law are"
                    " __not restricted__."
                )
            ),
        ]

    def _signing(self) -> list[Flowable]:
        voice = self.voice
        sentence = voice(
            "Party A has drawn attention to the clauses in bold above and explained them; Party B"
            " has read and understood them."
        )
        dated = (248.0, date_blanks(voice, year=58, part=33))
        customers = len(self.content.party_b)
        lines = Blanks(
            [
                *(
                    [(0.0, [(self._signature_of(k, customers), 150.0)]), dated]
                    for k in range(1, customers + 1)
                ),
                [
                    (0.0, [(voice("Explained by"), 150.0)]),
                    (248.0, time_blanks(voice, voice("Explained at"), hour=82, minute=40)),
                ],
            ],
            step=26,
        )
        return [Para(sentence, STRICT_LINE), lines]

    def _signature_of(self, number: int, customers: int) -> str:
        voice = self.voice
        if customers == 1:
            return voice("Party B's signature")
        return voice("Signature of party B ({number})", number=voice.ordinal(number))

    def rest(self) -> list[Flowable]:
        """Return the articles between the box and the last one."""
        return [
            *self._status(),
            *self._breach(),
            *self._personal_information(),
            *self._disputes(),
        ]

    def _status(self) -> list[Flowable]:
        voice = self.voice
        return [
            *self.articles.open(voice("Status of the complaint")),
            self.articles.clause(
                voice(
                    "After Party A has fully performed, Party B confirms that the matters listed"
                    " in this agreement are resolved, and may truthfully inform the platforms or"
                    " authorities concerned. Party B has no duty to remove truthful information"
                    " or to give a favourable review."
                )
            ),
        ]

    def _breach(self) -> list[Flowable]:
        voice, clause = self.voice, self.articles.clause
        parts = self.articles.open(voice("Breach"))
        if any(term.paid for term in self.content.terms):
            parts.append(
                clause(
                    voice(
                        "Where Party A pays late, it pays liquidated damages on the overdue sum"
                        " at {rate} times the one-year loan prime rate of the same period.",
                        rate=self.content.late_rate,
                    )
                )
            )
        parts.append(
            clause(
                voice(
                    "Where a repair does not reach the agreed quality, Party A repairs again free"
                    " of charge and bears the costs of towing and transport this causes."
                )
            )
        )
        parts.append(
            clause(
                voice(
                    "Where a party does not perform this agreement, the other party may demand"
                    " performance, remedy or damages according to law."
                )
            )
        )
        return parts

    def _personal_information(self) -> list[Flowable]:
        voice, clause, content = self.voice, self.articles.clause, self.content
        return [
            *self.articles.open(voice("Personal information")),
            clause(
                voice(
                    "Party A uses Party B's personal information only to handle this complaint, to"
                    " perform this agreement and to meet statutory duties of retention, and keeps"
                    " it for {years} years after performance, longer only where the law requires"
                    " it. It gives it to others only as far as performance or the law requires,"
                    " otherwise only with Party B's separate consent.",
                    years=content.retention_years,
                )
            ),
            clause(
                voice(
                    "Party B may inspect, copy and correct the information, and demand its"
                    " deletion after that time; contact: {phone}.",
                    phone=content.party_a.phone or content.letterhead.phone or content.party_a.name,
                )
            ),
        ]

    def _disputes(self) -> list[Flowable]:
        voice = self.voice
        return [
            *self.articles.open(voice("Disputes")),
            self.articles.clause(
                voice(
                    "The parties may settle disputes arising from this agreement by negotiation."
                    " If that fails, either may apply for mediation by a consumer association or"
                    " a people's mediation committee, or bring an action before the people's"
                    " court that has jurisdiction by law."
                )
            ),
        ]

    def effect(self) -> list[Flowable]:
        """Return the last article; it stands on the page of the signatures."""
        voice, clause, copies = self.voice, self.articles.clause, self.content.copies
        if copies > _TWO:
            number = voice(
                "This agreement is made in {copies} copies, one for each party and {rest} for the"
                " record; all copies have the same effect.",
                copies=voice.ordinal(copies),
                rest=voice.ordinal(copies - _TWO),
            )
        else:
            number = voice(
                "This agreement is made in two copies, one for each party; both have the same"
                " effect."
            )
        parts = [
            *self.articles.open(voice("Effect and copies")),
            clause(
                voice(
                    "This agreement takes effect on the day on which both parties have signed,"
                    " sealed or fingerprinted it. "
                )
                + number
            ),
            clause(
                voice(
                    "The seal is set across the edges of all pages. Changes by hand are valid only"
                    " where both parties have signed beside them."
                )
            ),
        ]
        if self.content.attachments:
            parts.append(clause(voice("The attachments are part of this agreement.")))
        return parts
