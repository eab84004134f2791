"""Negotiation: the five questions, limits of both sides, options, and the rounds with them."""
