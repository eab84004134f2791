"""Where editors get the codes, people and departments they offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Option = tuple[str, str]
"""A stored code and the words shown for it."""


class Choices(Protocol):
    """Offers the values of choices; a page passes an object that reads the store once."""

    def choices(self, list_name: str) -> Sequence[Option]:
        """Return the codes of an editable list with their labels, in their order."""

    def parents(self, list_name: str) -> Mapping[str, str]:
        """Return the class of each code of a list that is a tree; empty for a plain list."""

    def people(self) -> Sequence[Option]:
        """Return the logins of the people of this branch with their names."""

    def departments(self) -> Sequence[Option]:
        """Return the codes of the departments with their names."""
