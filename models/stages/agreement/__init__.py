"""The agreed terms, written down, signed and kept."""
