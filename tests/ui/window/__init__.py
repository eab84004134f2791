"""Frame, log-in and first run."""
