"""The pages of the window, named like the rooms they show."""
