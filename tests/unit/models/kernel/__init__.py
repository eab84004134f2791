"""Tests of the rooms below the screen."""
