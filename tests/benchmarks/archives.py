"""How fast a large archive is read, against plain `zipfile` and `json` over the same files, and its memory.

    python -m tests.benchmarks.archives [MEGABYTES]

Makes an archive of that size (half of it posts and comments, a quarter chats, a quarter pictures) in a temporary
folder, reads it both ways in processes of their own, and prints seconds of work and the most memory each held.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

_WORDS = ("garden", "walk", "rain", "choir", "tea", "bread", "school", "bus", "friend", "été", "città", "evening")


def _post(dice: random.Random, number: int) -> dict[str, object]:
    words = " ".join(dice.choice(_WORDS) for _ in range(dice.randint(5, 60)))
    return {
        "timestamp": 1_400_000_000 + number * 1000,
        "data": [{"post": f"{number} {words}".encode().decode("latin-1")}],
        "title": "Zoe Mapleby updated her status.",
        "attachments": [{"data": [{"media": {"uri": f"a/{number}.jpg", "creation_timestamp": 1, "title": "x"}}]}],
    }


def make(path: Path, megabytes: int) -> None:
    """An archive of about that size, the same each time."""
    dice = random.Random(1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        profile = {"profile_v2": {"name": {"full_name": "Zoe Mapleby"}, "username": "zoe.maple"}}
        archive.writestr("personal_information/profile_information/profile_information.json", json.dumps(profile))
        _filled(archive, "your_facebook_activity/posts/your_posts_1.json", megabytes << 19, dice, "[", "]")
        _filled(
            archive,
            "your_facebook_activity/messages/inbox/a_1/message_1.json",
            megabytes << 18,
            dice,
            '{"messages":[',
            "]}",
        )
        for number in range(max(1, megabytes // 4)):
            archive.writestr(
                f"your_facebook_activity/posts/media/{number}.jpg", os.urandom(1 << 20), zipfile.ZIP_STORED
            )


def _filled(archive: zipfile.ZipFile, name: str, size: int, dice: random.Random, before: str, after: str) -> None:
    with archive.open(name, "w", force_zip64=True) as stream:
        stream.write(before.encode())
        written = number = 0
        while written < size:
            line = json.dumps(_post(dice, number)).encode()
            written += stream.write((b"," if number else b"") + line)
            number += 1
        stream.write(after.encode())


def plain(path: Path) -> int:
    """Every JSON file, inflated and parsed, one after the other; the pictures inflated."""
    number = 0
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            raw = archive.read(info)
            number += len(json.loads(raw)) if info.filename.endswith(".json") else 1
    return number


def ours(path: Path) -> int:
    """The same file as the tool reads it."""
    from scanners.archives import read

    return sum(len(view.posts) for view in read([path]))


def main() -> None:
    """Prints both, and the ratio."""
    if len(sys.argv) > 2:
        began = time.process_time()
        number = {"plain": plain, "ours": ours}[sys.argv[1]](Path(sys.argv[2]))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"seconds": time.process_time() - began, "megabytes": memory, "things": number}))
        return
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "facebook.zip")
        make(path, size)
        found = {}
        for kind in ("plain", "ours"):
            command = [sys.executable, "-m", "tests.benchmarks.archives", kind, str(path)]
            answer = subprocess.run(command, check=True, capture_output=True, text=True)
            found[kind] = json.loads(answer.stdout)
            print(f"{kind}: {found[kind]}")
        print(f"speed against plain: {found['plain']['seconds'] / found['ours']['seconds']:.2f}")


if __name__ == "__main__":
    main()
