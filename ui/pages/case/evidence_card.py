"""Evidence: files dropped or chosen, parts and papers kept elsewhere, and who has the original."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.casework.evidence import commands, queries
from models.casework.evidence.fields import ADD_FIELDS, CUSTODY_FIELDS, EDITABLE_IN, ITEM_FIELDS
from models.kernel import files
from models.kernel.thumbnails import thumbnail
from ui.forms.rows_model import Column
from ui.shell.programs import folder_of_copies, open_outside
from ui.widgets.attachment_strip import Attachment, AttachmentStrip

from .asking import ask_values
from .list_card import ListCard, ListPart, Verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from models.casework.evidence.queries import EvidenceView

    from .desk import CaseDesk

NAME = "evidence.item"
_LAYOUT = (
    ("title",),
    ("kind", "taken_at"),
    ("taken_by", "place"),
    ("received_from", "about"),
    ("custody",),
)
_GIVEN = ADD_FIELDS[:-1]
_ICONS = {"image": "image", "video": "video_clip", "audio": "speaker_2"}
_KINDS = {"image": "photo_scene", "video": "video", "audio": "audio"}


class EvidenceCard(ListCard):
    """``evidence.file`` is the strip of files; dropping several adds them at once."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make the card for the case on ``desk``."""
        super().__init__(desk, _part(desk))
        self._copies = folder_of_copies()
        self.setAcceptDrops(True)
        self._strip = AttachmentStrip(desk.t, name="evidence.file")
        self._strip.add_asked.connect(self.choose_files)
        self._strip.dropped.connect(self.add_files)
        self._strip.opened.connect(self.open_file)
        self._strip.remove_asked.connect(self.remove_file)
        self.add(self._strip)

    def load(self) -> None:
        """Read the evidence anew."""
        super().load()
        found = queries.evidence_of(self._desk.head.id)
        self._strip.set_items([_attachment(self._desk, item) for item in found if item.file_sha256])
        self._strip.set_editable(not self._desk.locked(EDITABLE_IN, "case.work"))

    def choose_files(self) -> None:
        """Ask for files and add them."""
        self.add_files(self._desk.ctx.ask.files(self._desk.t("pages", "Choose the evidence")))

    def add_files(self, paths: Sequence[str]) -> None:
        """Add one file with its description, or several that are described later."""
        if len(paths) == 1:
            self._describe(paths[0])
            return
        for path in paths:
            if self._desk.run(commands.add, _guessed(path)) is None:
                return

    def open_file(self, key: str) -> None:
        """Open a file in the program made for it."""
        item = self._item(key)
        if item is not None:
            folder = Path(self._copies.path())
            copy = files.path_for(item.file_sha256, item.file_name, folder)
            open_outside(self._desk.ctx, copy)

    def remove_file(self, key: str) -> None:
        """Take a file back after a question."""
        item = self._item(key)
        if item is not None:
            self.remove_row({"no": item.no, "version": item.version})

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere on the card while files can be added."""
        if self._strip.acceptDrops():
            self._strip.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        self._strip.dropEvent(event)

    def _describe(self, path: str) -> None:
        desk, guessed = self._desk, _guessed(path)
        ask_values(
            desk,
            self,
            desk.t("pages", "Describe the evidence"),
            ITEM_FIELDS,
            _LAYOUT,
            commands.add,
            stored=guessed,
            named={"path": path},
        )

    def _item(self, key: str) -> EvidenceView | None:
        found = queries.evidence_of(self._desk.head.id)
        return next((item for item in found if str(item.no) == key), None)


def _part(desk: CaseDesk) -> ListPart:
    t, labels = desk.t, desk.labels
    return ListPart(
        name=NAME,
        heading=t("pages", "Evidence"),
        columns=(
            Column("no", ""),
            Column("title", t("evidence", "What it shows"), stretch=True),
            Column("kind", t("evidence", "Kind"), lambda code: labels.code("evidence_kind", code)),
            Column("taken_at", t("evidence", "Taken at"), labels.moment),
            Column("keeper", t("pages", "Original with")),
            Column("file_name", t("evidence", "File")),
        ),
        specs=_GIVEN,
        layout=_LAYOUT,
        read=_rows,
        empty=t("pages", "No evidence yet. Drop photos, recordings or papers here."),
        editable_in=EDITABLE_IN,
        permission="case.work",
        add_text=t("pages", "Part or paper"),
        add=commands.add,
        change=commands.change,
        remove=commands.remove,
        defaults=lambda: {"kind": "other", "taken_by": desk.ctx.actor.name},
        verbs=(
            Verb(
                f"{NAME}.hand_over",
                t("pages", "Hand the original over"),
                commands.hand_over,
                CUSTODY_FIELDS,
                (("from_whom", "to_whom"), ("at", "place"), ("purpose",)),
            ),
        ),
    )


def _rows(case_id: int) -> list[dict[str, Any]]:
    return [
        item._asdict() | {"keeper": item.keeper, "file_name": item.file_name or None}
        for item in queries.evidence_of(case_id)
    ]


def _attachment(desk: CaseDesk, item: EvidenceView) -> Attachment:
    sort = item.media_type.partition("/")[0]
    note = f"{desk.labels.moment(item.added_at)} {desk.labels.person(item.added_by)}"
    picture = thumbnail(item.file_sha256) or b""
    icon = _ICONS.get(sort, "document")
    return Attachment(str(item.no), item.title, note, picture, icon)


def _guessed(path: str) -> dict[str, Any]:
    from mimetypes import guess_type

    sort = (guess_type(path)[0] or "").partition("/")[0]
    return {"title": Path(path).stem, "kind": _KINDS.get(sort, "other"), "path": path}
