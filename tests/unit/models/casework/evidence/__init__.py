"""Tests of the evidence of a case."""
