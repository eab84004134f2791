"""Who may do what: accounts, roles, permissions, authority by amount, log-in."""
