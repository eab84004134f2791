"""Qt's own words, such as those of its menus of text fields, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

_NAME = "qt_texts"
_SPOKEN_BY_QT = "en"


def speak(language: str) -> None:
    """Let Qt speak ``language`` from now on, and nothing of an earlier one."""
    app = QCoreApplication.instance()
    if app is None:
        return
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    if language != _SPOKEN_BY_QT and translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)
