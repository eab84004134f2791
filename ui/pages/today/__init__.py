"""The parts of 今日: lines, their view, the moments of the day."""
