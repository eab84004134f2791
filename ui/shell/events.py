"""What pages tell each other: data that changed, a case to open, a complaint to register."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Events(QObject):
    """The one place for signals across pages; connect bound methods only."""

    data_changed = Signal(object)
    """A tuple of :class:`models.kernel.changes.Change`."""

    case_wanted = Signal(str, str)
    """Case number and place: '', a stage, or the objectName of a field or list."""

    complaint_wanted = Signal()
    """Somebody calls: register a complaint."""

    page_wanted = Signal(str)
    """The name of a page, or of a page and a part of it, such as ``settings.imports``."""

    customer_wanted = Signal(int)
    """The number of a customer."""

    look_changed = Signal()
    """Language or theme was chosen: the window is built anew at the same place."""

    restore_wanted = Signal(str)
    """The place of a backup that is to be brought back: the window closes the store for it."""
