"""The terminal app and its plain linear twin."""
