"""The painted parts and the fields of a page."""
