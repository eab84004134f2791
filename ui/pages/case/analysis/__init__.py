"""The cards of the stage of analysis."""
