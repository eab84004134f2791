"""The words of papers: labels, names and the letterhead in the language of a document."""

from __future__ import annotations

import io

from PIL import Image

from models.dealership.access.queries import names
from models.dealership.office.queries import branch
from models.kernel import codes, files
from models.kernel.fields.phone import mask_phone
from resources.texts import Texts

from .content import Choice, Letterhead

_PNG = b"\x89PNG"


class Words:
    """Says texts, code labels and people's names for the papers of one branch."""

    def __init__(self, branch_id: int, language: str) -> None:
        """Read labels and names once for a whole paper."""
        self.branch_id, self.language = branch_id, language
        self.t = Texts(language)
        self._labels = codes.labels(branch_id)
        self._names = names(branch_id)

    def label(self, list_name: str, code: str) -> str:
        """Return the label of a code; a code that is on no list passes as it is."""
        value = self._labels.get((list_name, code))
        if value is None:
            return code
        return self.t("codes", value.label) if value.built_in else value.label

    def listed(self, list_name: str, joined: str) -> str:
        """Return the labels of codes that are joined by commas."""
        return "、".join(self.label(list_name, code) for code in joined.split(",") if code)

    def choice(self, list_name: str, *chosen: str, note: str = "") -> Choice:
        """Return a list as check boxes; retired values only when they are chosen."""
        values = codes.values(self.branch_id, list_name, with_inactive=True)
        options = (v.code for v in values if v.active or v.code in chosen)
        return Choice(
            tuple(self.label(list_name, code) for code in options),
            tuple(self.label(list_name, code) for code in chosen if code),
            note,
        )

    def moods(self, mood: int | None) -> Choice:
        """Return the five moods as check boxes, 1 for calm."""
        options = (
            self.t("documents", "calm"),
            self.t("documents", "uneasy"),
            self.t("documents", "annoyed"),
            self.t("documents", "angry"),
            self.t("documents", "furious"),
        )
        return Choice(options, (options[mood - 1],) if mood else ())

    def yes_or_no(self, yes: bool) -> Choice:
        """Return a question as two check boxes."""
        options = (self.t("documents", "no"), self.t("documents", "yes"))
        return Choice(options, (options[bool(yes)],))

    def person(self, login: str) -> str:
        """Return the name of a person of the house."""
        return self._names.get(login, login)

    def letterhead(self) -> Letterhead:
        """Return the dealership as it stands at the head of its papers."""
        house = branch(self.branch_id)
        logo = _png(files.open_bytes(house.logo)) if house.logo else None
        return Letterhead(house.name, house.credit_code, house.address, house.phone, logo)


def masked_name(name: str) -> str:
    """Return a name of which only the beginning is shown."""
    return f"{name[0]}**" if name else ""


def masked_phone(phone: str) -> str:
    """Return a telephone number of which only the ends are shown."""
    return mask_phone(phone) if phone else ""


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text, blank ones left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _png(picture: bytes) -> bytes:
    if picture.startswith(_PNG):
        return picture
    out = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGBA").save(out, "PNG")
    return out.getvalue()
