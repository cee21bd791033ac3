"""What the room sees: a page on this computer for one window, and nobody else."""
