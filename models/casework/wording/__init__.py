"""The words of an agreement: what a clause must not say, and how it is said instead."""
