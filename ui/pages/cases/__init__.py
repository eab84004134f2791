"""The parts of the list of complaints: columns, filters, preview."""
