"""Numbered changes of the store, with frozen tables; never edited after a release."""
