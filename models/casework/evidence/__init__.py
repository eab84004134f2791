"""Evidence: photos, recordings and papers with taker, time, place and who kept them."""
