"""Theme, icons, preferences and asking."""
