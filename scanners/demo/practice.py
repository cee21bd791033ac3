"""Files to practise with: a page as a browser saves it, a picture that carries its place, and a post to check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from scanners.demo import drawings
from scanners.demo.cast import Cast
from scanners.demo.persona import Persona, Photo
from scanners.demo.places import USUAL_PORT
from scanners.demo.site import answer

# Out at sea, where nobody lives.
_AT_SEA = (54.2, 1.9)


@dataclass(frozen=True)
class PracticeFiles:
    """The files by name, and the addresses of the person's pages on a network at its usual port."""

    contents: Mapping[str, bytes]
    addresses: tuple[str, ...]


def practice_files(person: Persona, people: Sequence[Persona], post: str) -> PracticeFiles:
    """Files about this person, the same each time."""
    cast = Cast(people)
    addresses = tuple(account.url for account in person.accounts(USUAL_PORT))
    contents = {"post.txt": f"{post}\n".encode(), "picture.jpg": drawings.photo(_picture(person), person.id)}
    for address in addresses:
        parts = urlsplit(address)
        page = answer(parts.netloc, parts.path, USUAL_PORT, cast)
        if page.status == 200 and page.media_type.startswith("text/html"):
            note = f"<!-- saved from url=({len(address):04d}){address} -->\n"
            contents["page.html"] = page.body.replace(b"<html", note.encode() + b"<html", 1)
            break
    return PracticeFiles(contents, addresses)


def _picture(person: Persona) -> Photo:
    photos = [photo for page in person.pages for photo in page.content.photos]
    placed = next(
        (photo for photo in photos if photo.gps), photos[0] if photos else Photo(caption="", scene="boat")
    )
    return placed if placed.gps else placed.model_copy(update={"gps": _AT_SEA})
