"""Lists that never end."""
