"""Tests of editors, rows and forms."""
