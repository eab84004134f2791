"""Tells a story through the window: every line done by widgets, as the person of the line would."""

from .teller import WindowTeller, telling_through_window
from .trouble import CannotBeDone

__all__ = ["CannotBeDone", "WindowTeller", "telling_through_window"]
