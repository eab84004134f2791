"""Recording the signatures: when, by whom, the scan by dialog or dropped, where our original is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.stages.agreement import queries
from models.stages.agreement.commands import sign
from models.stages.agreement.fields import EDITABLE_IN, SIGN_FIELDS
from ui.pages.case.form_card import FormCard
from ui.widgets.button import button

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from ui.pages.case.desk import CaseDesk

_LAYOUT = (
    ("signed_on", "original_place"),
    ("signatory_ours", "signatory_customer"),
    ("witness", "scan"),
)
_PROPOSED = {"signatory_ours": "our_representative", "signatory_customer": "customer_name"}


class SignCard(FormCard):
    """Names: ``agreement.<key>``, ``agreement.scan.choose``, ``agreement.sign``."""

    def __init__(self, desk: CaseDesk) -> None:
        """Lay the form out; files can be dropped anywhere on it."""
        t = desk.t
        super().__init__(
            desk,
            t("agreement", "Signatures"),
            SIGN_FIELDS,
            _LAYOUT,
            read=_read,
            command=sign,
            editable_in=EDITABLE_IN,
            permission="agreement.sign",
            save_text=t("agreement", "Record the signatures"),
            caption=t("agreement", "Drop the scan of the signed paper here"),
            name="agreement.signing",
            partial=False,
            verb="agreement.sign",
        )
        self.setAcceptDrops(True)
        choose = button(
            t("agreement", "Choose the scan"), name="agreement.scan.choose", icon="attach"
        )
        choose.clicked.connect(self.choose_scan)
        self.add_button(choose)

    def locked(self) -> str:
        """Only a printed agreement is signed."""
        reason = queries.not_to_sign(self._desk.head.id)
        return super().locked() or (self._desk.t.say(reason) if reason else "")

    def choose_scan(self) -> None:
        """Ask for the scan or photograph."""
        t = self._desk.t
        kinds = t("agreement", "PDF and pictures") + " (*.pdf *.jpg *.jpeg *.png *.webp *.heic)"
        found = self._desk.ctx.ask.files(t("agreement", "Scan of the signed paper"), kinds)
        if found:
            self.take_scan(found[0])

    def take_scan(self, path: str) -> None:
        """Put a file into the field of the scan."""
        self.form.editor("scan").set_value(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files while the form is open."""
        if event.mimeData().hasUrls() and not self.locked():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file that was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take_scan(paths[0])


def _read(case_id: int) -> dict[str, Any]:
    """Return what is recorded; who is meant to sign is proposed."""
    stored = queries.agreement(case_id) or {}
    proposed = {key: stored.get(key) or stored.get(other) for key, other in _PROPOSED.items()}
    return stored | proposed
