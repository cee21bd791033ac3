"""What the findings add up to: scenarios, an exposure range, a plan, and what changed."""
