"""Cards of the stage of review."""
