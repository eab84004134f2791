"""Tests of models.stages.intake."""
