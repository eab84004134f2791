"""Sanbao (家用汽车三包, Order 43 of 2021): which duty of the law a car's history suggests."""
