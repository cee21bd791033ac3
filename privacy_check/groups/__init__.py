"""What a group membership lets someone conclude."""

from privacy_check.groups.classify import GroupReading, classify

__all__ = ["GroupReading", "classify"]
