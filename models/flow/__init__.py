"""The steps between the states of a case, as data; the only writer of its state."""
