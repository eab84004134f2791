"""Tests of the pages, driven by objectName."""
