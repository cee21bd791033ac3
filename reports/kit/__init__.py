"""Papers to hand out: a manager's kit. Each is worded in a room of the sentences and laid out by one template."""
