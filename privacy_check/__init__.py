"""What strangers see of your own accounts: what is known and judged, with no network, browser or screen."""

__version__ = "0.1.0"
