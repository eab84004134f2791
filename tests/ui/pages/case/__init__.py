"""Tests of the panels of a case."""
