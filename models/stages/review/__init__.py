"""Review: the lesson of a case and the rectification items that come of it."""
