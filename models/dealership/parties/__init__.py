"""The other side: customers, their vehicles, owners over time and repair orders."""
