"""A training session on the pretend network, headless: its plan, its steps, the fixes, and what the room sees."""
