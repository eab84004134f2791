"""The case itself: number, state, hold, level, demands, contacts, tasks, dues, links."""
