"""Tests of models.stages.followup."""
