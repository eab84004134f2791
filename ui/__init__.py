"""What shows and asks: the window and the console."""
