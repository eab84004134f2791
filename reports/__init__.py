"""Printed documents: a frozen dataclass in, PDF bytes out, the same input always the same bytes."""

from __future__ import annotations

from reports.catalogue import DOCUMENTS, render
from reports.document import Rendered

__all__ = ["DOCUMENTS", "Rendered", "render"]
