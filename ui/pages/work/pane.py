"""The chosen thing at the right of a work list: who, facts, words, and the verbs below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import ElidedLabel, label
from ui.widgets.layout import column, row, rule, surface

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_CAPTION = 64


class Verb(NamedTuple):
    """Something to do with the chosen thing; ``name`` is the objectName of its button."""

    name: str
    text: str
    kind: str = ""
    icon: str = ""


class Fact(NamedTuple):
    """A caption and its value; a loud one is bold, a car's plate is set close."""

    caption: str
    value: str
    loud: bool = False
    car: bool = False


class Words(NamedTuple):
    """A longer text under its own title."""

    title: str
    text: str


class WorkPane(Card):
    """``verb_pressed`` carries the name of the verb; what cannot be done now is not offered."""

    verb_pressed = Signal(str)

    def __init__(self, name: str, verbs: Sequence[Verb], nothing: str) -> None:
        """Make the pane ``name`` with its verbs; ``nothing`` stands there while none is chosen."""
        super().__init__(margins=(16, 14, 8, 14), gap=10)
        self._nothing = nothing
        self._warning = Banner("warn", name=f"{name}.reason")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._buttons = {
            verb.name: button(verb.text, verb.kind, name=verb.name, icon=verb.icon)
            for verb in verbs
        }
        for made in self._buttons.values():
            made.clicked.connect(self._pressed)
        foot = column(self._warning, *self._buttons.values(), margins=(0, 0, 8, 0))
        self.add(self._area, factor=1).add(foot)
        self.show_nothing()

    def show_nothing(self, reason: str = "") -> None:
        """Show that nothing is chosen; ``reason`` says who works here when it is not I."""
        self._fill([label(self._nothing, "label", wrap=True)])
        self.offer((), reason)

    def show_parts(
        self,
        title: str,
        badges: Sequence[QWidget],
        facts: Sequence[Fact | QWidget],
        words: Sequence[Words] = (),
    ) -> None:
        """Show something; facts and words without a value are left out."""
        items: list[QWidget] = [label(title, "heading", wrap=True)]
        items.append(surface(row(*badges, None)))
        items += [one if isinstance(one, QWidget) else _fact(one) for one in facts if _told(one)]
        for one in words:
            if one.text.strip():
                said = label(one.text.strip(), wrap=True, selectable=True)
                said.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                items += [rule(), label(one.title, "strong"), said]
        self._fill(items)

    def offer(self, names: Collection[str], reason: str = "") -> None:
        """Offer these verbs only; ``reason`` says why something cannot be done."""
        for name, made in self._buttons.items():
            made.setVisible(name in names)
        self._warning.say("warn", reason)

    def _fill(self, items: Sequence[QWidget]) -> None:
        self._area.setWidget(surface(column(*items, None, margins=(0, 0, 8, 0), gap=8)))

    def _pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.verb_pressed.emit(sender.objectName())


def _told(one: Fact | QWidget) -> bool:
    return isinstance(one, QWidget) or bool(one.value)


def _fact(one: Fact) -> QWidget:
    caption = label(one.caption, "caption", align=Qt.AlignmentFlag.AlignTop)
    caption.setFixedWidth(_CAPTION)
    if one.car:
        return surface(row(caption, (ElidedLabel(one.value, halt=True), 1)))
    kind = "strong" if one.loud else ""
    value = label(one.value, kind, wrap=True, align=Qt.AlignmentFlag.AlignTop, selectable=True)
    value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return surface(row(caption, (value, 1)))
