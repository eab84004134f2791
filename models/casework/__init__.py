"""What every stage of a case uses: the case itself, evidence, approvals, frozen documents."""
