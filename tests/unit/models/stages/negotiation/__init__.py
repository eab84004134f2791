"""Tests of models.stages.negotiation."""
