"""The trainer's desk and the tour, drawn and plain; what they show comes from `privacy_check.training`."""
