"""How long things take on a big store; run on request, never timed in the gate."""
