"""One window a person and store: a second start brings the first one forward."""

from __future__ import annotations

import getpass
import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

_WAIT_MS = 500
_FORWARD = b"forward\n"


def name_of(folder: Path) -> str:
    """Return the name under which the window of a store listens for this person."""
    who = f"{getpass.getuser()}|{folder}".casefold()
    return f"kesutong-{hashlib.sha256(who.encode()).hexdigest()[:24]}"


def call_forward(folder: Path) -> bool:
    """Ask a window that is already open to come forward; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name_of(folder))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(_FORWARD)
    socket.waitForBytesWritten(_WAIT_MS)
    socket.disconnectFromServer()
    return True


class Listener(QObject):
    """Tells when somebody started the program a second time."""

    called = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        """Listen for the store in ``folder``; what a crash left behind is removed."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        QLocalServer.removeServer(name_of(folder))
        self._server.newConnection.connect(self._answer)
        self._server.listen(name_of(folder))

    def _answer(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
            self.called.emit()
