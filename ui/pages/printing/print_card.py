"""What to print on: printer, copies, both sides, whose copy; and the buttons that do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QSpinBox, QWidget

from ui.shell.theme import restyle
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.layout import row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resources.texts import Texts
    from ui.shell.preferences import Preferences

    from .printers import Printers

_PRINTER, _BOTH = "print.printer", "print.both_sides"
_MOST_COPIES = 99
_LABEL_WIDTH = 52


class PrintCard(Card):
    """Names: ``print.{which,printer,copies,mark,both_sides,print,final,save,open}``."""

    which_wanted = Signal(int)
    mark_wanted = Signal(int)
    print_wanted = Signal()
    final_wanted = Signal()
    save_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, texts: Texts, preferences: Preferences, printers: Printers) -> None:
        """Offer the printers of this computer; the one used last is chosen."""
        super().__init__(texts("printing", "Print"))
        self._t, self._preferences = texts, preferences
        self._which, self._printer, self._mark = QComboBox(), QComboBox(), QComboBox()
        self._copies = QSpinBox()
        self._both = QCheckBox(texts("printing", "Both sides"))
        self._rows: dict[QWidget, QLabel] = {}
        self._none = label(
            texts("printing", "No printer is installed. Save a PDF and print it elsewhere."),
            "caption",
            name="print.no_printer",
            wrap=True,
        )
        self._fields = QGridLayout()
        self._lay_out_fields()
        self._make_buttons()
        self.offer_printers(printers)

    def _lay_out_fields(self) -> None:
        t = self._t
        named = (
            (self._which, "which", t("printing", "For")),
            (self._printer, "printer", t("printing", "Printer")),
            (self._copies, "copies", t("printing", "Copies")),
            (self._mark, "mark", t("printing", "Copy of")),
        )
        self._fields.setHorizontalSpacing(8)
        self._fields.setVerticalSpacing(8)
        for line, (field, name, words) in enumerate(named):
            field.setObjectName(f"print.{name}")
            field.setAccessibleName(words)
            self._rows[field] = label(words, "label")
            self._rows[field].setMinimumWidth(_LABEL_WIDTH)
            self._fields.addWidget(self._rows[field], line, 0)
            self._fields.addWidget(field, line, 1)
        for combo in (self._which, self._printer, self._mark):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(6)
        self._copies.setRange(1, _MOST_COPIES)
        self._copies.lineEdit().setTextMargins(8, 0, 0, 0)
        self._both.setObjectName(_BOTH)
        self._both.setChecked(bool(self._preferences.read(_BOTH, True)))
        self._fields.addWidget(self._both, len(named), 1)
        self._fields.setColumnStretch(1, 1)
        self._which.activated.connect(self._choose_which)
        self._mark.activated.connect(self.mark_wanted)
        self.add(self._fields, self._none)

    def _make_buttons(self) -> None:
        t = self._t
        self._final = button(
            t("printing", "Make the version to sign"),
            "primary",
            name="print.final",
            icon="checkmark",
        )
        self._print = button("", name="print.print", icon="print", key="Ctrl+P")
        save = button(t("printing", "Save PDF"), name="print.save", icon="document_pdf")
        other = button(t("printing", "Open with …"), name="print.open")
        self._outlets = (self._print, save, other)
        self._final.clicked.connect(self.final_wanted)
        self._print.clicked.connect(self.print_wanted)
        save.clicked.connect(self.save_wanted)
        other.clicked.connect(self.open_wanted)
        self.add(4, self._final, self._print, row((save, 1), (other, 1)))

    def offer_printers(self, printers: Printers) -> None:
        """Show the printers there are, or say that there is none."""
        names = list(printers.names())
        self._printer.addItems(names)
        last = self._preferences.read(_PRINTER, "")
        self._printer.setCurrentText(last if last in names else printers.usual())
        for field in (self._printer, self._copies):
            field.setEnabled(bool(names))
        self._both.setEnabled(bool(names))
        self._none.setVisible(not names)

    def offer_which(self, several: Sequence[tuple[int, str]], chosen: int) -> None:
        """Offer several papers of the kind."""
        self._which.clear()
        for ordinal, words in several:
            self._which.addItem(words, ordinal)
        self._which.setCurrentIndex(max(0, self._which.findData(chosen)))
        self._show_row(self._which, bool(several))

    def offer_marks(self, words: Sequence[str]) -> None:
        """Offer to print every copy, or one of them."""
        self._mark.clear()
        self._mark.addItem(self._t("printing", "Everybody, {count} papers", count=len(words)))
        self._mark.addItems(list(words))
        self._show_row(self._mark, len(words) > 1)

    def show_state(self, *, draft: bool, readable: bool, can_freeze: bool) -> None:
        """Follow what is shown: a draft, a version, or nothing that could be read."""
        t = self._t
        words = t("printing", "Print the draft") if draft else t("printing", "Print")
        self._print.setText(f"{words}  Ctrl+P")
        self._print.setShortcut("Ctrl+P")
        self._print.setAccessibleName(words)
        self._print.setProperty("kind", "" if draft else "primary")
        restyle(self._print)
        for outlet in self._outlets:
            outlet.setEnabled(readable)
        self._print.setEnabled(readable and self._printer.count() > 0)
        self._final.setVisible(draft)
        self._final.setEnabled(readable and can_freeze)

    def set_busy(self, busy: bool) -> None:
        """While a paper is on its way to the printer, nothing else is sent."""
        self._print.setEnabled(not busy)
        if busy:
            self._print.setText(self._t("printing", "Printing …"))

    def keep(self) -> None:
        """Remember the printer for the next paper."""
        self._preferences.write(_PRINTER, self.printer)
        self._preferences.write(_BOTH, self.both_sides)

    @property
    def printer(self) -> str:
        """The name of the chosen printer."""
        return self._printer.currentText()

    @property
    def copies(self) -> int:
        """How many copies of each paper."""
        return self._copies.value()

    @property
    def both_sides(self) -> bool:
        """Whether sheets are printed on both sides."""
        return self._both.isChecked()

    @property
    def mark(self) -> int:
        """Which copy: 0 is everybody's, else its number."""
        return max(0, self._mark.currentIndex())

    def _choose_which(self, place: int) -> None:
        self.which_wanted.emit(int(self._which.itemData(place)))

    def _show_row(self, field: QWidget, shown: bool) -> None:
        field.setVisible(shown)
        self._rows[field].setVisible(shown)
