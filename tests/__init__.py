"""The tests: unit mirrors the product, ui drives widgets, scenarios tell whole cases."""
