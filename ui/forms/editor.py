"""What every editor shares: its spec, whether it is locked, its problem, and the state it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.shell.theme import restyle

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from models.kernel.fields.spec import FieldSpec

    _Widget = QWidget
else:
    _Widget = object


class Editor(_Widget):
    """Mixed into the widget that is typed into; that widget carries the name of the field.

    ``changed`` tells of every new value, ``state_changed`` of a new problem, reason or state.
    Property ``state`` is ``ok``, ``problem``, ``locked`` or ``changed``.
    """

    changed: SignalInstance
    state_changed: SignalInstance

    spec: FieldSpec
    problem: str
    reason: str
    remark: str
    editable: bool
    differs: bool

    def begin(self, spec: FieldSpec) -> None:
        """Take the name of the field and start without a problem."""
        self.spec = spec
        self.problem = self.reason = self.remark = ""
        self.editable, self.differs = True, False
        self.setObjectName(spec.name)
        self.setProperty("state", "ok")

    def value(self) -> object:
        """Return what a command takes: the words as typed, a code, codes or a flag."""
        raise NotImplementedError

    def set_value(self, stored: object) -> None:
        """Show a stored value the way people write it."""
        raise NotImplementedError

    def lock(self, locked: bool) -> None:
        """Stop or allow typing; the value stays readable and can be copied."""
        raise NotImplementedError

    def set_problem(self, text: str | None) -> None:
        """Show what is wrong and what to do, or nothing."""
        if (text or "") != self.problem:
            self.problem = text or ""
            self._show_state()

    def set_editable(self, editable: bool, reason: str = "") -> None:
        """Allow typing, or lock the field and say why."""
        reason = "" if editable else reason
        if (editable, reason) == (self.editable, self.reason):
            return
        self.editable, self.reason = editable, reason
        self.lock(not editable)
        self._show_state()

    def set_remark(self, text: str) -> None:
        """Say something quietly below the field that follows from its value."""
        if text != self.remark:
            self.remark = text
            self.state_changed.emit()

    def mark_changed(self, differs: bool) -> None:
        """Remember whether the value differs from what was loaded."""
        if differs != self.differs:
            self.differs = differs
            self._show_state()

    @property
    def state(self) -> str:
        """``locked``, ``problem``, ``changed`` or ``ok``, the strongest first."""
        if not self.editable:
            return "locked"
        if self.problem:
            return "problem"
        return "changed" if self.differs else "ok"

    def _show_state(self) -> None:
        self.setProperty("state", self.state)
        self.setProperty("problem", "true" if self.state == "problem" else "false")
        self.setAccessibleDescription(self.problem or self.reason)
        restyle(self)
        self.state_changed.emit()
