"""What a group membership lets someone conclude."""

from privacy_check.groups.classify import GroupReading, classify
from privacy_check.groups.given import Given, given

__all__ = ["Given", "GroupReading", "classify", "given"]
