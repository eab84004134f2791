"""Tests of models.stages.implementation."""
