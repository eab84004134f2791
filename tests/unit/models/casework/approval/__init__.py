"""Tests of models.casework.approval."""
