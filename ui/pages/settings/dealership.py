"""Settings of the dealership: what stands on every paper, and the logo."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from models.dealership.office import commands, queries
from models.dealership.office.fields import BRANCH_FIELDS
from models.kernel import files
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.layout import column, row

from .section import ROOM, Section, SettingForm

if TYPE_CHECKING:
    from typing import Any

    from ui.pages.labels import Labels
    from ui.shell.context import AppContext

_SPECS = tuple(spec for spec in BRANCH_FIELDS if spec.key != "logo")
_LAYOUT = (("name",), ("short_name", "credit_code"), ("address",), ("phone", "place"))
_LOGO = (160, 64)


class DealershipSection(Section):
    """``office.save`` saves, ``settings.logo`` chooses the picture of the letterhead."""

    name: ClassVar[str] = "dealership"
    title: ClassVar[str] = "The dealership"
    caption: ClassVar[str] = "This stands on every paper that is printed."
    permission: ClassVar[str] = "settings.manage"

    def __init__(self, ctx: AppContext, labels: Labels) -> None:
        """Lay the form and the logo out."""
        super().__init__(ctx, labels)
        self.form = SettingForm(
            self,
            self.t(ROOM, "Name and address"),
            _SPECS,
            _LAYOUT,
            commands.change_branch,
            self._read,
            partial=True,
        )
        self._picture = QLabel()
        self._picture.setFixedSize(*_LOGO)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setProperty("surface", "sunken")
        choose = button(self.t(ROOM, "Choose a picture"), name="settings.logo")
        choose.clicked.connect(self.choose_logo)
        choose.setVisible(self.may())
        about = label(self.t(ROOM, "PNG or JPEG, best with a white ground."), "caption", wrap=True)
        logo = Card(self.t(ROOM, "Logo"))
        logo.add(row(self._picture, (column(about, row(choose, None)), 1), gap=16))
        self.lay_out(self.form, logo)

    def load(self) -> None:
        """Show the stored values and the logo."""
        self.form.load()
        sha256 = queries.branch(self.ctx.actor.branch_id).logo
        picture = QPixmap()
        if sha256 and picture.loadFromData(files.open_bytes(sha256)):
            smooth = Qt.TransformationMode.SmoothTransformation
            keep = Qt.AspectRatioMode.KeepAspectRatio
            self._picture.setPixmap(picture.scaled(self._picture.size(), keep, smooth))
        else:
            self._picture.setText(self.t(ROOM, "No logo yet"))

    def choose_logo(self) -> None:
        """Take a picture into the store."""
        kinds = f"{self.t('shell', 'Pictures')} (*.png *.jpg *.jpeg)"
        chosen = self.ctx.ask.files(self.t("shell", "Choose the logo"), kinds)
        if chosen and self.run(commands.set_logo, {"logo_file": chosen[0]}):
            self.load()

    def _read(self) -> dict[str, Any]:
        return queries.branch(self.ctx.actor.branch_id)._asdict()
