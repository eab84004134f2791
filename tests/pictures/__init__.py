"""Pictures of every page of the window and of every paper, drawn from a demo store."""
