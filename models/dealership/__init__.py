"""Who and what: parties with their vehicles, accounts with their roles, the office."""
