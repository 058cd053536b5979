"""What looks after the flow: upkeep, status, rebuilds, withdrawals. The flow itself is in ``stages``."""
