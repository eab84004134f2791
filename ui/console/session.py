"""One call of the command line: its store, who acts, at what time and in which language."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.dealership.access.log_in import is_demo, log_in, log_in_to_demo
from models.dealership.access.queries import people, system_actor
from models.dealership.office.queries import exists, home_branch_id
from models.kernel.actor import system_clock
from models.kernel.checked import BadValue
from models.kernel.db import open_store
from models.kernel.errors import Forbidden, Invalid, NotPossible
from models.kernel.fields.dates import check_moment
from models.kernel.home import default_folder
from resources.texts import Message

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from models.kernel.actor import Actor
    from models.kernel.db import Store
    from resources.texts import Texts

PASSWORD = "KESUTONG_PASSWORD"
_DESK = ("customer_care", "manager")
"""Department and role of whom a demo store speaks for when nobody is named."""


@dataclass
class Session:
    """What the sub-commands are given; store and people are looked up when first asked for."""

    args: Namespace
    texts: Texts
    render: Callable[..., Any]
    names: Callable[..., Any] | None = None
    shot: Callable[..., Any] | None = None

    @property
    def place(self) -> str:
        """The store that was named, or this user's own."""
        return self.args.data or str(default_folder())

    @cached_property
    def store(self) -> Store:
        """The store, open; ``--now`` is refused unless it is a demo store."""
        store = open_store(self.place)
        if self.args.now and not (exists() and is_demo()):
            store.close()
            raise _no_other_time()
        return store

    @cached_property
    def actor(self) -> Actor:
        """Who acts: ``--as`` with the password, or in a demo store without one."""
        return self.actor_of(self.args.login)

    def actor_of(self, login: str, at: int | None = None) -> Actor:
        """Return the actor of ``login``, at a time of its own in a demo store."""
        _ = self.store
        clock = self.clock if at is None else _at(at)
        if not exists():
            raise NotPossible(
                Message("console", "This store is empty. Open the program once to set it up.")
            )
        if is_demo():
            return log_in_to_demo(login or _demo_login(), clock=clock)
        if not login:
            raise Forbidden(
                Message("console", "Say who you are with --as LOGIN; this store needs a log-in.")
            )
        return log_in(login, _password(login, self.texts), clock=clock)

    @property
    def system(self) -> Actor:
        """The program itself, at the time of this call."""
        _ = self.store
        return system_actor(clock=self.clock)

    @cached_property
    def now(self) -> int | None:
        """The time that ``--now`` names, None without it."""
        if not self.args.now:
            return None
        try:
            return check_moment(self.args.now).value
        except BadValue as problem:
            raise Invalid({"now": problem.message}) from problem

    @property
    def clock(self) -> Callable[[], int]:
        """The clock of this call."""
        return system_clock if self.now is None else _at(self.now)

    @property
    def demo(self) -> bool:
        """Tell whether the open store is a demo store."""
        _ = self.store
        return exists() and is_demo()

    def at(self, text: str) -> int | None:
        """Return the time of a line, None for an empty one; real stores have real time."""
        if not text:
            return None
        if not self.demo:
            raise _no_other_time()
        try:
            return check_moment(text).value
        except BadValue as problem:
            raise Invalid({"at": problem.message}) from problem

    def close(self) -> None:
        """Close the store if it was opened."""
        if "store" in self.__dict__:
            self.store.close()

    def forget(self) -> None:
        """Close the store and forget who acted; what comes next opens it again."""
        self.close()
        for name in ("store", "actor"):
            self.__dict__.pop(name, None)


def target(text: str) -> Path:
    """Return a path that was typed."""
    return Path(text).expanduser().absolute()


def _at(moment: int) -> Callable[[], int]:
    return lambda: moment


def _demo_login() -> str:
    found = people(home_branch_id())
    best = [person for person in found if (person.department, person.role) == _DESK]
    leading = [person for person in found if person.role == _DESK[1]]
    return next((person.login for person in (*best, *leading, *found)), "")


def _password(login: str, texts: Texts) -> str:
    given = os.environ.get(PASSWORD)
    if given is not None:
        return given
    if _somebody_types():
        with suppress(EOFError):
            return getpass(texts("console", "Password of {login}: ", login=login))
    raise Forbidden(
        Message(
            "console",
            "The password of {login} is missing. Put it into the variable {variable}.",
            login=login,
            variable=PASSWORD,
        )
    )


def _somebody_types() -> bool:
    """Tell whether input comes from a console; Windows takes the device NUL for a terminal."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    if sys.platform != "win32":
        return True
    import ctypes
    import msvcrt

    handle = ctypes.c_void_p(msvcrt.get_osfhandle(sys.stdin.fileno()))
    return bool(ctypes.windll.kernel32.GetConsoleMode(handle, ctypes.byref(ctypes.c_ulong())))


def _no_other_time() -> NotPossible:
    return NotPossible(
        Message("console", "Only a demo store can be told another time; this one has real data.")
    )
