"""The window put together: log-in, first run, frame and pages."""
