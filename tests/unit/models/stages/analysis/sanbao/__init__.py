"""The three guarantees: rules, cases, paper."""
