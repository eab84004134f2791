"""The parts of the negotiation panel: options, who may promise them, rounds, approvals, plan."""
