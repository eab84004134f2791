"""Today: what waits for a person, what breaks first coming first."""
