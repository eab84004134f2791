"""Across cases: today's work and the demo store."""
