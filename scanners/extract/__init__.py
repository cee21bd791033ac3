"""Reading a profile out of a page: pure, offline, and never failing for what a stranger wrote into it."""

from scanners.extract.reader import extract, read

__all__ = ["extract", "read"]
