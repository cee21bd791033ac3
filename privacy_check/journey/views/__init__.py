"""What each page says, offers and hides, as frozen values: a module per kind of page."""
