"""Tests of the wording of agreements."""
