"""A paragraph of Chinese text with mixed formats, set by the rules of W3C CLREQ."""

from __future__ import annotations

from reports.paragraph.flow import Para, fitted, say

__all__ = ["Para", "fitted", "say"]
