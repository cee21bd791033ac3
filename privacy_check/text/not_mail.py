"""What has the shape of an email address and is none: pictures, packages, logins of machines."""

from __future__ import annotations

from privacy_check.text.cues import late, word_set
from privacy_check.text.sayings import listed, saying

_DENSITY = late(r"[0-9](?:[.,_][0-9])?x[.-]")
# The last part of a file's name; none of these ends the host of a mailbox.
_FILE_ENDS = listed("not_mail.file_ends")
_VERSION = late(r"v?[0-9]+(?:\.[0-9x]+)*(?:[.-](?:alpha|beta|rc|next|canary|latest|dev)[.\w-]*)?\Z")
_MACHINE_LOGINS = word_set("git svn hg gitea gitlab forgejo aur ssh sftp scp rsync")
# "deploy@host:/srv/site", "git@host:team/site.git".
_REMOTE_PATH = late(r":(?:[~/]|[\w.-]{1,60}/|[\w.-]{1,60}\.git(?!\w))")
_TRANSPORT = saying("not_mail.transport")
_COMMAND = late(r"(?<![a-z])(?:ssh(?:-copy-id)?|scp|sftp|rsync|mosh)\s(?:-[\w-]+\s(?:[\w~./-]+\s)?)*\Z")


def is_no_mailbox(lower: str, local: str, host: int, end: int) -> bool:
    """True when `local` and the host at `host`..`end` of lower-case text name a file, a package or a login."""
    name = lower[host:end]
    if name.rsplit(".", 1)[-1] in _FILE_ENDS or _DENSITY.match(name) or _VERSION.match(name):
        return True
    # "Insta-@jane.makes" is a label and a handle.
    if local in _MACHINE_LOGINS or local[-1] in "-." or _REMOTE_PATH.match(lower, end):
        return True
    start = host - 1 - len(local)
    return bool(
        _TRANSPORT.search(lower, max(0, start - 100), start) or _COMMAND.search(lower, max(0, start - 40), start)
    )
