"""What every page stands on: theme, icons, context, preferences, asking."""
