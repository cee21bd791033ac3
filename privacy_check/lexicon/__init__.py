"""Named word lists that rules speak of, one list in one place; those of private topics stand in `traits`."""
