"""What every room stands on: store, fields, unit of work, audit, search, calendar, files."""
