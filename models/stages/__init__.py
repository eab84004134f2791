"""The stages of a complaint in their order, one room each."""
