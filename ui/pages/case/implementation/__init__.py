"""Cards of the stage of implementation."""
