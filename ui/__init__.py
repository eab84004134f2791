"""What shows and asks: the window and the console."""

from . import lasting_constants

lasting_constants.keep()
