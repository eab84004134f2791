"""Calling back after the agreement: is the customer satisfied?"""
