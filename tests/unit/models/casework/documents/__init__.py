"""Frozen prints, their numbers and scans."""
