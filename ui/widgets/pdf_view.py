"""A PDF on screen: page pictures at the left, the page, zoom and the page number above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPalette, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QListView, QSpinBox, QStyle, QStyledItemDelegate, QWidget

from ui.shell.theme import roles

from .button import button
from .ink import CENTRE, paint_outline, paint_text
from .label import label
from .layout import column, row, surface

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from resources.texts import Texts

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_THUMB_WIDE, _THUMB_HIGH, _THUMB_ROW = 94, 133, 174
_STEP, _SMALLEST, _LARGEST = 1.2, 0.25, 5.0


class PageModel(QAbstractListModel):
    """The pages of a document with their small pictures, drawn when they are first seen."""

    def __init__(self, document: QPdfDocument, parent: QObject | None = None) -> None:
        """Follow ``document``."""
        super().__init__(parent)
        self._document = document
        self._pictures: dict[int, QPixmap] = {}

    def reload(self) -> None:
        """Begin anew after another document was loaded."""
        self.beginResetModel()
        self._pictures.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many pages there are."""
        return 0 if parent.isValid() else max(0, self._document.pageCount())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the number of a page or its picture."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(index.row())
        return None

    def _picture(self, page: int) -> QPixmap:
        if page not in self._pictures:
            image = self._document.render(page, QSize(_THUMB_WIDE, _THUMB_HIGH) * 2)
            self._pictures[page] = QPixmap.fromImage(image)
        return self._pictures[page]


class PageDelegate(QStyledItemDelegate):
    """Draws a page picture with its number below; the chosen one has an accent border."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Keep one size for all pages."""
        return QSize(_THUMB_WIDE + 12, _THUMB_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw picture and number."""
        rect = QRectF(option.rect)
        frame = QRectF(rect.left() + 1, rect.top() + 1, _THUMB_WIDE + 10, _THUMB_HIGH + 8)
        paper = QRectF(frame.center() - QPointF(_THUMB_WIDE, _THUMB_HIGH) / 2, frame.size())
        paper.setSize(QRectF(0, 0, _THUMB_WIDE, _THUMB_HIGH).size())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(paper.translated(2, 2), roles["paper_shadow"])
        painter.fillRect(paper, roles["paper"])
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        painter.drawPixmap(paper, picture, QRectF(picture.rect()))
        if chosen:
            paint_outline(painter, frame, "focus", 6, width=2)
        number = QRectF(frame.left(), frame.bottom() + 2, frame.width(), 20)
        role = "text" if chosen else "text2"
        paint_text(painter, number, str(index.row() + 1), bold=chosen, role=role, align=CENTRE)
        painter.restore()


class PdfView(QWidget):
    """Shows a PDF given as bytes; ``page_changed`` tells the page under the eyes, from 1."""

    page_changed = Signal(int)

    def __init__(self, texts: Texts, *, name: str = "print.preview") -> None:
        """Make an empty view; ``name`` is the objectName of the page itself."""
        super().__init__()
        self._texts = texts
        self._document, self._buffer = QPdfDocument(self), QBuffer(self)
        self._pages = PageModel(self._document, self)
        self._view = self._make_view(name)
        self._thumbs = self._make_thumbs(name)
        self._number = self._make_number(name)
        self._total = label("")
        self._zoom = label("", "label", name=f"{name}.zoom")
        self._zoom.setFixedWidth(48)
        self._zoom.setAlignment(CENTRE)
        ground = surface(column(self._view, gap=0, margins=(1, 1, 1, 1)), "sunken")
        right = column(self._make_bar(name), (ground, 1))
        self.setLayout(row(self._thumbs, (right, 1), gap=12))
        self._connect()
        self._lay_ground()
        self.fit_width()

    def _make_view(self, name: str) -> QPdfView:
        view = QPdfView(self)
        view.setObjectName(name)
        view.setDocument(self._document)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setAccessibleName(self._texts("widgets", "Pages on paper"))
        return view

    def _make_thumbs(self, name: str) -> QListView:
        view = QListView()
        view.setObjectName(f"{name}.pages")
        view.setModel(self._pages)
        view.setItemDelegate(PageDelegate(view))
        view.setProperty("surface", "page")
        view.setAccessibleName(self._texts("widgets", "Pages"))
        view.setFixedWidth(_THUMB_WIDE + 24)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        return view

    def _make_number(self, name: str) -> QSpinBox:
        spin = QSpinBox()
        spin.setObjectName(f"{name}.page")
        spin.setMinimum(1)
        spin.setFixedWidth(72)
        spin.lineEdit().setTextMargins(8, 0, 0, 0)
        spin.setAccessibleName(self._texts("widgets", "Page"))
        return spin

    def _make_bar(self, name: str) -> QWidget:
        texts = self._texts
        smaller = button(
            "", "icon", name=f"{name}.smaller", icon="zoom_out", tip=texts("widgets", "Smaller")
        )
        larger = button(
            "", "icon", name=f"{name}.larger", icon="zoom_in", tip=texts("widgets", "Larger")
        )
        whole = button(texts("widgets", "Whole page"), "small", name=f"{name}.whole")
        wide = button(texts("widgets", "Full width"), "small", name=f"{name}.wide")
        smaller.clicked.connect(self.zoom_out)
        larger.clicked.connect(self.zoom_in)
        whole.clicked.connect(self.fit_page)
        wide.clicked.connect(self.fit_width)
        page = label(texts("widgets", "Page"))
        items = (smaller, self._zoom, larger, whole, wide, None, page, self._number, self._total)
        return surface(row(*items))

    def _connect(self) -> None:
        self._view.viewport().installEventFilter(self)
        navigator = self._view.pageNavigator()
        navigator.currentPageChanged.connect(self._arrived)
        self._thumbs.selectionModel().currentChanged.connect(self._thumb_chosen)
        self._number.valueChanged.connect(self.go_to)

    def show_pdf(self, pdf: bytes) -> bool:
        """Show a document from its first page; tell whether it could be read."""
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._pages.reload()
        count = self.page_count()
        self._number.setMaximum(max(1, count))
        self._total.setText(self._texts("widgets", "of {count}", count=count))
        self._thumbs.setVisible(count > 1)
        if count:
            self._thumbs.setCurrentIndex(self._pages.index(0, 0))
            self.go_to(1)
        self._show_zoom()
        return self._document.status() == QPdfDocument.Status.Ready

    def page_count(self) -> int:
        """Return how many pages there are."""
        return max(0, self._document.pageCount())

    def page(self) -> int:
        """Return the number of the page under the eyes, from 1."""
        return self._view.pageNavigator().currentPage() + 1

    def go_to(self, page: int) -> None:
        """Show a page by its number, from 1."""
        if 1 <= page <= self.page_count() and page != self.page():
            self._view.pageNavigator().jump(page - 1, QPointF())

    def zoom_in(self) -> None:
        """Show it larger."""
        self._zoom_to(self.zoom() * _STEP)

    def zoom_out(self) -> None:
        """Show it smaller."""
        self._zoom_to(self.zoom() / _STEP)

    def fit_page(self) -> None:
        """Show one whole page."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self._show_zoom()

    def fit_width(self) -> None:
        """Use the whole width."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._show_zoom()

    def zoom(self) -> float:
        """Return how large the page is drawn; 1 is its size on paper."""
        mode = self._view.zoomMode()
        size = self._document.pagePointSize(max(0, self.page() - 1))
        if mode == QPdfView.ZoomMode.Custom or size.isEmpty():
            return self._view.zoomFactor()
        edge, room = self._view.documentMargins(), self._view.viewport().size()
        dots = self.logicalDpiX() / 72
        wide = (room.width() - edge.left() - edge.right()) / (size.width() * dots)
        if mode == QPdfView.ZoomMode.FitToWidth:
            return wide
        return min(wide, (room.height() - self._view.pageSpacing()) / (size.height() * dots))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say the size a fitted page has in the room it has now."""
        if event.type() == QEvent.Type.Resize:
            self._show_zoom()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Lay the paper on the ground of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._lay_ground()

    def _lay_ground(self) -> None:
        colours = self._view.palette()
        if colours.color(QPalette.ColorRole.Dark) != roles["chrome"]:
            colours.setColor(QPalette.ColorRole.Dark, roles["chrome"])
            self._view.setPalette(colours)

    def _zoom_to(self, factor: float) -> None:
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(min(max(factor, _SMALLEST), _LARGEST))
        self._show_zoom()

    def _show_zoom(self) -> None:
        self._zoom.setText(f"{round(self.zoom() * 100)}%" if self.page_count() else "")

    def _thumb_chosen(self, current: QModelIndex) -> None:
        self.go_to(current.row() + 1)

    def _arrived(self, page: int) -> None:
        self._number.setValue(page + 1)
        self._thumbs.setCurrentIndex(self._pages.index(page, 0))
        self.page_changed.emit(page + 1)
