"""Whole cases and whole contracts in business words."""
