"""Pictures of every part and frame of the window, to be looked at beside the reference."""
