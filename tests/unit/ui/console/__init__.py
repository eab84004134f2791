"""Tests of the command line, sub-command by sub-command."""
