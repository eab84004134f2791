"""Long lists: keyset paging model, columns, delegate and the list page around them."""
