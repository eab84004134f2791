"""Attachments side by side: a picture or the icon of their kind, a name, a note; drop to add."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QPainterPath, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QWidget

from ui.shell.icons import paint_icon
from ui.shell.tip import tip

from .button import button
from .ink import paint_ground, paint_outline, paint_text
from .layout import column, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from resources.texts import Texts

Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_WIDE, _PICTURE, _HIGH = 112, 72, 124


class Attachment(NamedTuple):
    """One file: its key, name, note and thumbnail (encoded picture), or the icon of its kind."""

    key: str
    name: str
    note: str = ""
    thumbnail: bytes = b""
    icon: str = "document"


class AttachmentModel(QAbstractListModel):
    """The files with their decoded thumbnails."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._items: list[tuple[Attachment, QPixmap]] = []

    def set_items(self, items: Sequence[Attachment]) -> None:
        """Show other files."""
        self.beginResetModel()
        self._items = [(item, self._picture(item)) for item in items]
        self.endResetModel()

    @staticmethod
    def _picture(item: Attachment) -> QPixmap:
        image = QImage.fromData(item.thumbnail) if item.thumbnail else QImage()
        if image.isNull():
            return QPixmap()
        aspect = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        smooth = Qt.TransformationMode.SmoothTransformation
        return QPixmap.fromImage(image.scaled(QSize(_WIDE, _PICTURE) * 2, aspect, smooth))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many files there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a file, its picture, or its words."""
        if not index.isValid() or not 0 <= index.row() < len(self._items):
            return None
        item, picture = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return item
            case Qt.ItemDataRole.DecorationRole:
                return picture
            case Qt.ItemDataRole.DisplayRole:
                return item.name
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                words = f"{item.name}  {item.note}".rstrip()
                return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None


class AttachmentDelegate(QStyledItemDelegate):
    """Draws a file: picture above, name and note below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Keep one size for all."""
        return QSize(_WIDE + 8, _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one file."""
        item, rect = index.data(ITEM_ROLE), QRectF(option.rect).adjusted(0, 0, -8, 0)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        frame = QRectF(rect.left(), rect.top(), _WIDE, _PICTURE)
        paint_ground(painter, frame, "sunken", 6)
        self._paint_picture(painter, frame, index.data(Qt.ItemDataRole.DecorationRole), item)
        role = "focus" if chosen else "border"
        paint_outline(painter, frame, role, 6, width=2 if chosen else 1)
        line = QRectF(rect.left(), frame.bottom() + 4, _WIDE, 20)
        paint_text(painter, line, item.name)
        paint_text(painter, line.translated(0, 19), item.note, size="caption", role="text3")
        painter.restore()

    @staticmethod
    def _paint_picture(
        painter: QPainter, frame: QRectF, picture: QPixmap, item: Attachment
    ) -> None:
        if picture.isNull():
            side = QRectF(frame.center().x() - 14, frame.center().y() - 14, 28, 28)
            paint_icon(painter, side, item.icon, "text3")
            return
        clip = QPainterPath()
        clip.addRoundedRect(frame, 6, 6)
        painter.save()
        painter.setClipPath(clip)
        part = QRectF(0, 0, frame.width() * 2, frame.height() * 2)
        part.moveCenter(QRectF(picture.rect()).center())
        painter.drawPixmap(frame, picture, part)
        painter.restore()


class _Files(QListView):
    """The list itself: Enter opens, Delete asks to remove."""

    opened = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_HIGH + 12)
        self.doubleClicked.connect(self._open)

    def current_key(self) -> str:
        item = self.currentIndex().data(ITEM_ROLE)
        return item.key if item is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.current_key()
        if key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(key)
        elif key and event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit(key)
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self.current_key():
            self.opened.emit(self.current_key())


class AttachmentStrip(QWidget):
    """``add_asked`` by the button, ``dropped`` with paths, ``opened`` and ``remove_asked``."""

    add_asked = Signal()
    dropped = Signal(list)
    opened = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, texts: Texts, *, name: str) -> None:
        """Make the strip ``name``: ``<name>.table``, ``.add``, ``.open`` and ``.remove``."""
        super().__init__()
        self.setObjectName(name)
        self.setAcceptDrops(True)
        self._files = _Files(f"{name}.table")
        self._files.setAccessibleName(texts("widgets", "Attachments"))
        self._model = AttachmentModel(self)
        self._files.setModel(self._model)
        self._files.setItemDelegate(AttachmentDelegate(self._files))
        self._add = self._verb(texts("widgets", "Add files"), f"{name}.add", "attach")
        self._open = self._verb(texts("widgets", "Open"), f"{name}.open", "open")
        self._remove = self._verb(texts("widgets", "Remove"), f"{name}.remove", "delete")
        verbs = row(self._add, self._open, self._remove, None, gap=4)
        self.setLayout(column(self._files, verbs, gap=4))
        self._connect()
        self.set_items(())

    @staticmethod
    def _verb(text: str, name: str, icon: str) -> QWidget:
        return button(text, "link", name=name, icon=icon)

    def _connect(self) -> None:
        self._add.clicked.connect(self.add_asked)
        self._open.clicked.connect(self._ask_open)
        self._remove.clicked.connect(self._ask_remove)
        self._files.opened.connect(self.opened)
        self._files.remove_asked.connect(self.remove_asked)
        self._files.selectionModel().currentChanged.connect(self._show_verbs)

    def set_items(self, items: Sequence[Attachment]) -> None:
        """Show ``items``."""
        self._model.set_items(items)
        self._files.setVisible(bool(items))
        self._show_verbs()

    def set_editable(self, editable: bool) -> None:
        """Allow adding and removing, or only opening."""
        self._add.setVisible(editable)
        self._remove.setVisible(editable)
        self.setAcceptDrops(editable)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _show_verbs(self) -> None:
        chosen = bool(self._files.current_key())
        self._open.setEnabled(chosen)
        self._remove.setEnabled(chosen)

    def _ask_open(self) -> None:
        self.opened.emit(self._files.current_key())

    def _ask_remove(self) -> None:
        self.remove_asked.emit(self._files.current_key())
