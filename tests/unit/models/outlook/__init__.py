"""Tests of what looks across cases."""
