"""Editors, rows and forms: what is typed, shown, locked and refused, field by field."""
