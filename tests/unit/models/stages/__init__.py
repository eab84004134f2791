"""Tests of models.stages."""
