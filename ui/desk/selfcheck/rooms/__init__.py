"""The checks by subject; ``checks.py`` lists them."""
