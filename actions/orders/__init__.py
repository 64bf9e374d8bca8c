"""Skills about orders: status, cancelling, changing, sending back, and what is asked on the way."""
