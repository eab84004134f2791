"""Tests of the dealership: who works here and whom they work for."""
