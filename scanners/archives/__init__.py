"""“Download your data” archives of the person's own accounts, read as streams; no request is made."""

from __future__ import annotations

from scanners.archives.reading import read

__all__ = ["read"]
