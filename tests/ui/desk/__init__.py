"""Tests of what the window puts together."""
