"""The command line: one module per sub-command, no window and no Qt."""
