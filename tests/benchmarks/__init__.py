"""Measurements of speed and of other tools; nothing here is asserted by a clock."""
