"""Word lists that rules about private topics share; one list stands in one place."""
