"""Frozen prints: what a paper said, its number and its copies."""
