"""Tests of one part each, in the order of the product's folders."""
