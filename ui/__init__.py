"""What shows and asks: the window and the console."""

from . import lasting_true

lasting_true.keep()
