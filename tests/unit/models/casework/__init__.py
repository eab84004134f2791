"""Tests of models.casework."""
