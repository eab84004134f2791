"""Registration: what the customer tells, read back and confirmed."""
