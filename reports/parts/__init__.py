"""The building blocks of a paper: tables, blanks to fill in, places to sign, and their flow."""
