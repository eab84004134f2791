"""One window a person and store: a second start brings the first one forward."""

from __future__ import annotations

import hashlib
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from models.kernel.home import default_folder

if TYPE_CHECKING:
    from pathlib import Path

_WAIT_MS = 500
_ANY_PROCESS = -1


def name_of(folder: Path) -> str:
    """Return the name under which the window of a store listens for this person.

    However the folder is written, in capitals, short names or through a link, it is the same one.
    """
    who = f"{default_folder()}|{os.path.normcase(folder.resolve())}"
    return f"kesutong-{hashlib.sha256(who.encode()).hexdigest()[:24]}"


def call_forward(folder: Path) -> bool:
    """Ask a window that is already open to come forward; False when there is none."""
    _let_others_come_forward()
    socket = QLocalSocket()
    socket.connectToServer(name_of(folder))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.waitForDisconnected(_WAIT_MS)
    return True


def _let_others_come_forward() -> None:
    """Hand on the right to the foreground: Windows gives it to the program just started."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)


class Listener(QObject):
    """Tells when somebody started the program a second time."""

    called = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        """Listen for the store in ``folder``; what a crash left behind is removed."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(name_of(folder))
        self._server.newConnection.connect(self._answer)
        self._server.listen(name_of(folder))

    def _answer(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
            self.called.emit()
            connection.disconnectFromServer()
