"""The working-time calendar: opening periods, holidays, make-up days and what falls due when."""
