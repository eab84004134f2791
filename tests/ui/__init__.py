"""The window's parts, driven as a clerk drives them."""
