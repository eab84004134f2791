"""The window around the pages: frame, log-in and first run; pages never import it."""
