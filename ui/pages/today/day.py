"""The cards at the right of 今日: the figures in my hands and the moments of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from models.kernel.zone import local_time
from models.outlook.today.entry import DUE_TODAY, FOLLOW_UP, TASK
from models.outlook.today.figures import AGREED
from ui.shell.theme import roles
from ui.widgets.card import Card
from ui.widgets.clock import ClockState, paint_ring
from ui.widgets.ink import RIGHT, paint_text
from ui.widgets.label import label
from ui.widgets.layout import column, row
from ui.widgets.painted_rows import LOOK_ROLE, Index, PaintedRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from models.outlook.today.figures import Figures, Moment
    from resources.texts import Texts
    from ui.pages.labels import Labels

_ROW, _THREAD, _TEXT = 28, 52, 70
WORDS = {DUE_TODAY: "Due", TASK: "Task", FOLLOW_UP: "Follow-up", AGREED: "Contact agreed"}


class Point(NamedTuple):
    """One moment as it is drawn; without a case it is the present time."""

    when: str
    text: str = ""
    state: ClockState = ClockState.NONE
    case_no: str = ""
    place: str = ""


class FiguresCard(Card):
    """Three figures: open cases, grave ones, promises kept."""

    def __init__(self, texts: Texts) -> None:
        """Make the card; :meth:`show` fills it."""
        super().__init__(texts("today", "Complaints in hand"))
        names = ("open", "serious", "on_time")
        titles = ("Open cases", "Major and up", "Kept on time")
        self._values = {name: label("—", "figure", name=f"today.{name}") for name in names}
        captions = [label(texts("today", title), "caption") for title in titles]
        cells = [
            (column(value, caption, gap=0), 1)
            for value, caption in zip(self._values.values(), captions, strict=True)
        ]
        self._values["on_time"].setToolTip(
            texts("today", "First responses, plans and promised answers of the last 30 days")
        )
        self.add(row(*cells))

    def show_figures(self, found: Figures) -> None:
        """Show other figures."""
        self._values["open"].setText(f"{found.open:,}")
        self._values["serious"].setText(f"{found.serious:,}")
        self._values["on_time"].setText("—" if found.on_time is None else f"{found.on_time}%")


def points_of(texts: Texts, labels: Labels, found: Sequence[Moment], now: int) -> list[Point]:
    """Return the moments in words with the present time between them."""
    points = [_point(texts, labels, moment) for moment in found]
    before = sum(moment.at <= now for moment in found)
    points.insert(before, Point(f"{local_time(now):%H:%M}"))
    return points


def _point(texts: Texts, labels: Labels, moment: Moment) -> Point:
    if moment.done:
        what, state = labels.code("contact_purpose", moment.what), ClockState.DONE
    else:
        what, state = texts("today", WORDS[moment.what]), ClockState.RUNNING
    when = f"{local_time(moment.at):%H:%M}"
    text = f"{what}  {moment.customer}".strip()
    return Point(when, text, state, moment.case_no, moment.place)


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        point, rect = index.data(LOOK_ROLE), QRectF(option.rect)
        painter.save()
        ahead = point.state is not ClockState.DONE
        self._paint_thread(painter, rect, index, ahead=ahead)
        when = QRectF(rect.left(), rect.top(), _THREAD - 14, rect.height())
        if not point.case_no:
            self._paint_now(painter, rect, when, point)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            paint_text(painter, when, point.when, size="caption", role="text3", align=RIGHT)
            ring = QRectF(rect.left() + _THREAD - 7, rect.center().y() - 7, 14, 14)
            painter.fillRect(ring.adjusted(-2, -3, 2, 3), roles["card"])
            paint_ring(painter, ring, point.state, 0.25)
            words = rect.adjusted(_TEXT, 0, 0, 0)
            role = "accent_text" if chosen else "text" if ahead else "text2"
            paint_text(painter, words, point.text, role=role)
        painter.restore()

    @staticmethod
    def _paint_thread(painter: QPainter, rect: QRectF, index: Index, *, ahead: bool) -> None:
        last = index.row() == index.model().rowCount() - 1
        top = rect.top() if index.row() else rect.center().y()
        bottom = rect.center().y() if last else rect.bottom()
        painter.setPen(QPen(roles["border" if ahead else "ok"], 2))
        x = rect.left() + _THREAD
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    @staticmethod
    def _paint_now(painter: QPainter, rect: QRectF, when: QRectF, point: Point) -> None:
        middle = rect.center().y()
        look = {"size": "caption", "role": "accent_text", "bold": True}
        paint_text(painter, when, point.when, align=RIGHT, **look)
        painter.setPen(QPen(roles["accent_text"], 2))
        left = QPointF(rect.left() + _THREAD - 6, middle)
        painter.drawLine(left, QPointF(rect.right() - 2, middle))


class DayCard(Card):
    """The moments of the day on one thread; ``opened`` carries the point that was pressed."""

    opened = Signal(object)

    def __init__(self, texts: Texts) -> None:
        """Make the card; :meth:`show_points` fills it."""
        title = texts("today", "Moments of today")
        super().__init__(title)
        self._view = _PointsView()
        self._view.setObjectName("today.moments")
        self._view.setAccessibleName(title)
        self._view.pressed_point.connect(self.opened)
        self.add(self._view, factor=1)

    def show_points(self, points: Sequence[Point]) -> None:
        """Show other moments and bring the present one into sight."""
        self._view.points.show_rows(points)
        now = next((n for n, point in enumerate(points) if not point.case_no), 0)
        self._view.scrollTo(self._view.points.index(now, 0), QListView.ScrollHint.PositionAtCenter)


class _PointsView(QListView):
    pressed_point = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.points = PaintedRows(self, lambda point: f"{point.when} {point.text}".strip())
        self.setModel(self.points)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        point = index.data(LOOK_ROLE)
        if isinstance(point, Point) and point.case_no:
            self.pressed_point.emit(point)
