"""Tests of what is in ui/ and needs no window."""
