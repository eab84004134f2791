"""Tests of models.stages.analysis."""
