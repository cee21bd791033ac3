"""Every text a person reads, gathered for translators: `python -m tests.messages --write`.

Writes data/locale/privacy-check.pot, and brings the Welsh file beside it up to date without losing what is
translated there. `--compile` makes the .mo that the program loads. The order is that of the files.
"""

from __future__ import annotations

import json
import re
import struct
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import privacy_check
from privacy_check import catalogue, prose
from privacy_check.sentences import DOMAIN, everything
from scanners.sites.own_list import own_sites

LOCALE = Path(privacy_check.__file__).parent / "data" / "locale"
TEMPLATE = LOCALE / f"{DOMAIN}.pot"
PLURALS = {
    "": "nplurals=2; plural=(n != 1);",
    "cy": "nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;",
}
_DATA = Path(privacy_check.__file__).parent / "data"


@dataclass
class Message:
    """One text in English, its form for several if it has one, and the places it stands at."""

    text: str
    several: str = ""
    places: list[str] = field(default_factory=list)


def said() -> Iterator[tuple[str, str]]:
    """Every text with the place it stands at: the rooms first, then the data files."""
    for name, entry in everything().items():
        if isinstance(entry, str):
            yield name, entry
        else:
            yield from ((name, text) for text in (entry.values() if isinstance(entry, Mapping) else entry))
    yield from data_texts()


def data_texts() -> Iterator[tuple[str, str]]:
    """Every text of the data files: rules, scenarios, helplines, fixed terms, cards, and what to do."""
    files = [_DATA / name for name in sorted(prose.READ_BY_PEOPLE)]
    for file in [inner for each in files for inner in (sorted(each.glob("*.toml")) if each.is_dir() else [each])]:
        name = file.relative_to(_DATA).as_posix()
        for text in prose.texts(name, catalogue.written(name)):
            yield name, text
    for site in own_sites():
        yield from ((f"sites.{site.facts.id}", text) for text in (site.facts.worth, site.facts.delete_how) if text)
    seen: set[str] = set()
    for platform in sorted(file.stem for file in (_DATA / "remedies").glob("*.toml")):
        for rule in catalogue.rules():
            for remedy in catalogue.remedies(rule.id, platform):
                if remedy.id in seen:
                    continue
                seen.add(remedy.id)
                steps = (*remedy.steps, *remedy.phone, *remedy.computer)
                yield from ((remedy.id, text) for text in (remedy.title, *steps, remedy.after) if text)


def messages() -> list[Message]:
    """Each text once, with every place it stands at."""
    found: dict[str, Message] = {}
    pairs = {entry["one"]: entry["other"] for entry in everything().values() if isinstance(entry, Mapping)}
    others = set(pairs.values())
    for place, text in said():
        if text in others and text not in pairs:
            continue
        message = found.setdefault(text, Message(text, pairs.get(text, "")))
        if place not in message.places:
            message.places.append(place)
    return list(found.values())


def written(language: str = "", known: Mapping[str, list[str]] | None = None) -> str:
    """The file of messages for a language, or the template; `known` holds what is translated already."""
    header = f"Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: {PLURALS[language]}\\n"
    header += f"Language: {language}\\n" if language else ""
    forms = int(PLURALS[language][9])
    blocks = [f'msgid ""\nmsgstr "{header}"\n']
    for message in messages():
        lines = [f"#: {place}" for place in message.places]
        if re.search(r"\{\w+\}", message.text):
            lines.append("#, python-brace-format")
        told = (known or {}).get(message.text, [])
        lines.append(f"msgid {_quoted(message.text)}")
        if message.several:
            lines.append(f"msgid_plural {_quoted(message.several)}")
            lines += [f"msgstr[{at}] {_quoted(told[at] if at < len(told) else '')}" for at in range(forms)]
        else:
            lines.append(f"msgstr {_quoted(told[0] if told else '')}")
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def read(file: Path) -> dict[str, list[str]]:
    """What is translated in a file of messages: each text with its forms; texts without any are left out."""
    found: dict[str, list[str]] = {}
    text = ""
    for line in file.read_text("utf-8").splitlines() if file.exists() else ():
        key, _, value = line.partition(" ")
        if key == "msgid":
            text = json.loads(value)
        elif key.startswith("msgstr") and text and json.loads(value):
            found.setdefault(text, []).append(json.loads(value))
    return found


def compiled(known: Mapping[str, list[str]], language: str) -> bytes:
    """The bytes of a .mo: pairs in order of their text, as gettext reads them."""
    pairs = {message.text: message.several for message in messages()}
    header = f"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: {PLURALS[language]}\n"
    table = {"": header}
    for text, told in known.items():
        table[f"{text}\0{pairs[text]}" if pairs.get(text) else text] = "\0".join(told)
    entries = sorted((key.encode(), value.encode()) for key, value in table.items())
    at = 28 + 16 * len(entries)
    index, body = [], b""
    for column in (0, 1):
        for entry in entries:
            index += [len(entry[column]), at + len(body)]
            body += entry[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(entries), 28, 28 + 8 * len(entries), 0, 0)
    return head + struct.pack(f"<{len(index)}I", *index) + body


def place(language: str, ending: str = "po") -> Path:
    """Where the file of a language stands."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.{ending}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def main(arguments: list[str]) -> int:
    """Writes the template and every language's file, or compiles them."""
    for language in filter(None, PLURALS):
        file = place(language)
        file.parent.mkdir(parents=True, exist_ok=True)
        if "--compile" in arguments:
            place(language, "mo").write_bytes(compiled(read(file), language))
        elif "--write" in arguments:
            file.write_text(written(language, read(file)), "utf-8")
    if "--write" in arguments:
        TEMPLATE.write_text(written(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
