"""Customers, vehicles and repair orders as the lists of other programs tell them, row by row."""
