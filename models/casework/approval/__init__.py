"""Approval: who may grant how much, who asked, who decided, who typed it."""
