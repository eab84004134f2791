"""Tests of models.stages.review."""
