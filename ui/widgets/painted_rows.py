"""The rows of a painted list: each is drawn whole by a delegate and said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

Index = QModelIndex | QPersistentModelIndex
LOOK_ROLE = int(Qt.ItemDataRole.UserRole)
_NOWHERE = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class PaintedRows(QAbstractListModel):
    """What a delegate draws, under :data:`LOOK_ROLE`; its words, and a hint where they are cut."""

    def __init__(
        self,
        parent: QObject,
        words: Callable[[Any], str],
        hint: Callable[[Any], str] | None = None,
    ) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._said: dict[int, Callable[[Any], str]] = dict.fromkeys(map(int, _SPOKEN), words)
        if hint is not None:
            self._said[int(Qt.ItemDataRole.ToolTipRole)] = hint
        self.looks: list[Any] = []

    def show_rows(self, looks: Sequence[Any]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.looks = list(looks)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.looks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is drawn, or its words."""
        if not index.isValid() or not 0 <= index.row() < len(self.looks):
            return None
        look = self.looks[index.row()]
        if role == LOOK_ROLE:
            return look
        said = self._said.get(int(role))
        return said(look) if said else None
