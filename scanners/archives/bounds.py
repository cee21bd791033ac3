"""How much of an archive is read at most, so that no file can fill this computer or keep it busy for ever."""

from __future__ import annotations

BLOCK = 1 << 20
"""Bytes read at a time."""
WHOLE = 8 << 20
"""Bytes up to which a JSON file is held as a whole; larger ones are read item by item."""
LARGEST_ITEM = 8 << 20
"""Bytes one item of a large file may have."""
LARGEST_PAGE = 10 << 20
"""Bytes up to which a page of HTML is read."""
MOST_ENTRIES = 400_000
"""Entries of one archive; ten gigabytes of pictures stay below."""
MOST_PICTURES = 50_000
"""Pictures of one archive that are looked into, when the person asks."""
LARGEST_PICTURE = 64 << 20
"""Bytes of a picture that is looked into."""
MOST_DEPTH = 40
"""Folders inside one another."""
LONGEST_NAME = 1_000
"""Characters of a path."""
MOST_RATIO = 500
"""How many times larger an entry may become when unpacked; words of real archives stay below 100."""
RATIO_FROM = 16 << 20
"""Bytes below which the ratio says nothing."""
MOST_UNPACKED = 256 << 30
"""Bytes of all entries together, unpacked."""
LARGEST_INNER = 64 << 20
"""Bytes of a zip inside a zip that is looked into."""
MOST_INNER = 20
"""Zips inside a zip that are looked into."""
MOST_STRANGE = 12
"""Files of a shape nobody foresaw that are left out of one archive."""
MOST_POSTS = 20_000
"""Posts kept of one account, the newest; each takes a few thousandths of a second to look through."""
MOST_FACTS = 20_000
"""Facts or groups kept of one account."""
