"""Which libraries are locked and under which licence: `python -m tests.licences [--all] [--sbom FILE]`.

Prints a line for each library people get (`--all`: also those for developing). `--sbom` writes the list as
CycloneDX 1.6 JSON, with the hashes of the lock file, to hand out with a release. What a library says of itself
is read from the installed one; of those that exist on other systems alone, `ELSEWHERE` says it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from privacy_check import __version__

ROOT = Path(__file__).parents[1]
LOCK, DEV_LOCK = "requirements.lock", "requirements-dev.lock"
UNKNOWN = "unknown"
# Libraries of other systems and Pythons, and those a build fetches for itself; read in November 2026.
ELSEWHERE = {
    "async-timeout": "Apache-2.0",
    "backports-asyncio-runner": "PSF-2.0",
    "colorama": "BSD-3-Clause",
    "exceptiongroup": "MIT",
    "hatchling": "MIT",
    "tomli": "MIT",
    "tomlkit": "MIT",
    "trove-classifiers": "Apache-2.0",
    "tzdata": "Apache-2.0",
    "win32-setctime": "MIT",
}
# The GNU GPL and AGPL in any spelling; the Lesser one is another licence.
REFUSED = re.compile(r"(?<!L)(?<!Lesser )\bA?GPL|(?<!Lesser )General Public License|Affero", re.IGNORECASE)


@dataclass(frozen=True)
class Library:
    """One locked library; `hashes` are SHA-256 of the files it may come in."""

    name: str
    version: str
    licence: str
    hashes: tuple[str, ...]


def libraries(lock: str = LOCK) -> Iterator[Library]:
    """Every library of a lock file in its order."""
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if found := re.match(r"([\w.-]+)==([^\s;]+)", line):
            hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", line))
            yield Library(found[1], found[2], licence(found[1]), hashes)


def licence(name: str) -> str:
    """What the library says its licence is, in few words; `unknown` where nothing is said."""
    try:
        return _said(distribution(name))
    except PackageNotFoundError:
        return ELSEWHERE.get(name.lower().replace("_", "-"), UNKNOWN)


def _said(library: Distribution) -> str:
    about: Any = library.metadata
    if expression := about.get("License-Expression"):
        return str(expression)
    kinds = [
        kind.rpartition(" :: ")[2] for kind in about.get_all("Classifier", []) if kind.startswith("License ::")
    ]
    kinds = [kind for kind in kinds if kind not in ("OSI Approved", "DFSG approved")]
    if kinds:
        return " OR ".join(dict.fromkeys(kinds))
    first = str(about.get("License") or "").strip().partition("\n")[0]
    return first[:80] or next(_first_lines(library), UNKNOWN)


def _first_lines(library: Distribution) -> Iterator[str]:
    """What the licence files of a library begin with."""
    for file in library.files or ():
        if re.match(r"(?i)licen[cs]e|copying", file.name):
            yield file.read_text("utf-8").strip().partition("\n")[0][:80]


def refused(found: Sequence[Library]) -> list[str]:
    """Libraries nobody may add: under GPL or AGPL alone, or with no licence anybody can name."""
    return [
        f"{each.name}: {each.licence}"
        for each in found
        if each.licence == UNKNOWN
        or all(REFUSED.search(choice) for choice in re.split(r" OR ", each.licence, flags=re.IGNORECASE))
    ]


def sbom(found: Sequence[Library]) -> dict[str, Any]:
    """The list as a CycloneDX 1.6 document; the same lock file gives the same document."""
    named = "\n".join(f"{each.name}=={each.version}" for each in found)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, named)}",
        "version": 1,
        "metadata": {"component": _component("privacy-check", __version__, "MIT", "application")},
        "components": [
            _component(each.name, each.version, each.licence, "library", each.hashes) for each in found
        ],
    }


def _component(name: str, version: str, named: str, kind: str, hashes: Sequence[str] = ()) -> dict[str, Any]:
    purl = f"pkg:pypi/{name.lower()}@{version}"
    parts: dict[str, Any] = {"type": kind, "bom-ref": purl, "name": name, "version": version, "purl": purl}
    parts["licenses"] = [{"license": {"name": named}}]
    if hashes:
        parts["properties"] = [{"name": "file:sha256", "value": each} for each in hashes]
    return parts


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the list, writes the document if asked; 1 when a library may not be there."""
    asked = argparse.ArgumentParser(prog="python -m tests.licences", description=__doc__)
    asked.add_argument("--all", action="store_true", help="also the libraries for developing")
    asked.add_argument("--sbom", type=Path, metavar="FILE", help="write CycloneDX JSON here")
    options = asked.parse_args(arguments)
    found = list(libraries(DEV_LOCK if options.all else LOCK))
    for each in found:
        print(f"{each.name:32} {each.version:18} {each.licence}")
    if options.sbom:
        options.sbom.write_text(json.dumps(sbom(found), indent=2) + "\n", "utf-8")
    bad = refused(found)
    if bad:
        print("These may not be there:", *bad, sep="\n  ", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
