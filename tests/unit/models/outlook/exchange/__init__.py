"""Tests of what comes in from other programs and goes out."""
