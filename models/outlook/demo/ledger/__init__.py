"""What the rooms write when a history is told by commands, reckoned without a store."""
