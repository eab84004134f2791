"""Who does what by when, and how it was delivered and accepted."""
