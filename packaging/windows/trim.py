"""Which files of the wheels, of Python and of the project the installed program needs."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import PurePosixPath

QT_MODULES = ("Core", "Gui", "Network", "Pdf", "PdfWidgets", "PrintSupport", "Svg", "Widgets")
QT_PLUGINS = {
    "iconengines/qsvgicon.dll",
    "imageformats/qgif.dll",
    "imageformats/qico.dll",
    "imageformats/qjpeg.dll",
    "imageformats/qsvg.dll",
    "imageformats/qwebp.dll",
    "platforms/qoffscreen.dll",
    "platforms/qwindows.dll",
    "styles/qmodernwindowsstyle.dll",
}
QT_TRANSLATIONS = {"qtbase_zh_CN.qm", "qtbase_zh_TW.qm"}

# The newest set of these lies once beside python313.dll. Two versions in one process would mean
# that the first one loaded wins.
C_RUNTIME = (
    "msvcp140.dll",
    "msvcp140_1.dll",
    "msvcp140_2.dll",
    "vcruntime140.dll",
    "vcruntime140_1.dll",
)
_ANY_C_RUNTIME = ("concrt140*", "msvcp140*", "vcamp140*", "vccorlib140*", "vcomp140*", "vcruntime*")

# cffi's own packages make extension modules, while a program is developed.
_DEVELOPMENT = {"cffi", "pycparser"}
_TIME_ZONES = ("Asia", "Etc", "UTC")  # of 600 small files
_LEFT_OUT = {
    "PIL": ("_avif*", "_imagingtk*"),  # 8 MB for a kind of picture nobody sends; Tk
    "reportlab": ("fonts/*",),  # the papers have their own
    "shiboken6": ("include/*", "lib/*", "*.lib"),
}

PYTHON_LICENCE = "LICENSE.txt"  # installed under a name that says whose it is
PYTHON_LEFT_OUT = {
    "python.cat",  # the catalogue of signatures of python.exe's own installation
    "python.exe",
    "pythonw.exe",
    "python313._pth",
    "_ssl.pyd",  # the program never goes to the network, so TLS cannot grow old in it
    "libssl-3.dll",
    "_wmi.pyd",
    "winsound.pyd",
    *C_RUNTIME,
}

PROGRAM = ("main.py", "models", "reports", "resources", "ui", "LICENSE")
_PROGRAM_LEFT_OUT = {"resources/locale/traditional.py", "resources/fonts/fetch.py"}


def wanted_of_wheel(name: str) -> bool:
    """Tell whether the installed program needs a file of a wheel."""
    path = PurePosixPath(name)
    top, rest = path.parts[0], "/".join(path.parts[1:])
    if top.endswith((".dist-info", ".data")):
        return top.endswith(".dist-info") and (path.name == "METADATA" or is_licence(name))
    if top in _DEVELOPMENT or wheels_own_copy(name) or "__pycache__" in path.parts:
        return False
    if path.suffix in {".pyi", ".pxd", ".c", ".h"} or path.name == "py.typed":
        return False
    if top == "PySide6":
        return _wanted_of_qt(rest)
    if rest.startswith("zoneinfo/") and top == "tzdata":
        return path.suffix == ".py" or rest.split("/")[1] in _TIME_ZONES
    return not any(fnmatch(rest, pattern) for pattern in _LEFT_OUT.get(top, ()))


def wheels_own_copy(name: str) -> bool:
    """Tell whether a file is a wheel's own copy of the C runtime."""
    return any(fnmatch(PurePosixPath(name).name, pattern) for pattern in _ANY_C_RUNTIME)


def is_licence(name: str) -> bool:
    """Tell whether a file of a wheel says under which terms it may be passed on."""
    file = PurePosixPath(name).name.casefold()
    return "/licenses/" in name or file.startswith(("licen", "copying", "notice", "authors"))


def wanted_of_project(name: str) -> bool:
    """Tell whether the installed program needs a file of the project."""
    path = PurePosixPath(name)
    return "__pycache__" not in path.parts and name not in _PROGRAM_LEFT_OUT


def _wanted_of_qt(rest: str) -> bool:
    folder, _, file = rest.rpartition("/")
    if folder == "plugins" or folder.startswith("plugins/"):
        return rest.removeprefix("plugins/") in QT_PLUGINS
    if folder == "translations":
        return file in QT_TRANSLATIONS
    if folder == "support":
        return file in {"__init__.py", "deprecated.py"}
    libraries = {f"Qt6{module}.dll" for module in QT_MODULES}
    modules = {f"Qt{module}.pyd" for module in QT_MODULES}
    return not folder and (
        file in libraries | modules or file == "pyside6.abi3.dll" or file.endswith(".py")
    )
