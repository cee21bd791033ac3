"""Mail addresses as people on faculty pages hide them from programs, and sentences that only look so."""

from __future__ import annotations

import pytest

from privacy_check.detectors.engine import find
from privacy_check.model import EntityType

_SHAPES = (
    "{u} at {d}",
    "{u} AT {D}",
    "{u}[at]{d}",
    "{u} [at] {b}",
    "{u}(at){d}",
    "{u} &lt;at symbol&gt; {d}",
    "{u} WHERE {m}",
    "{u} at {s}",
    "{u} @ {d}",
    "{u}&#64;{d}",
    "{u}&#x40;{d}",
    "{u}<del>@{d}",
    "<b>{u}</b> at <b>{d}</b>",
    "{u} at <!-- no --> {w}",
    "{u} (followed by &ldquo;@{d}&rdquo;)",
    "<script> obfuscate('{d}','{u}') </script>",
    '{u} "at" {q}',
    "{u} at {p}",
    "{r}",
)


@pytest.mark.parametrize("shape", _SHAPES)
@pytest.mark.parametrize(
    ("user", "domain"),
    [("jdoe", "cs.example.edu"), ("a.smith2", "example.ac.uk"), ("kim-lee", "dept.example.org")],
)
def test_a_hidden_address_is_found(shape: str, user: str, domain: str) -> None:
    hidden = shape.format(
        u=user,
        d=domain,
        D=domain.replace(".", " DOT ").upper(),
        b=domain.replace(".", " [dot] "),
        m=domain.replace(".", " DOM "),
        s=domain.replace(".", ";"),
        w=domain.replace(".", " dot "),
        q=domain.replace(".", ' "dot" '),
        p=domain.replace(".", " period "),
        r=f"{user}@{domain}"[::-1],
    )
    text = f"E-mail: {hidden}"
    found = [f for f in find(text) if f.entity_type is EntityType.EMAIL]
    assert len(found) == 1
    assert found[0].span.end - found[0].span.start >= len(hidden) / 2


@pytest.mark.parametrize(
    "text",
    [
        "Apache/2.0.54 (Fedora) Server at cs.example.edu Port 80",
        "the slides are at cs.example.edu",
        "I am at example.ac.uk until June",
        "more info at example dot org",
        "Lecture followed by lab, slides at inf.example.ac.uk",
        "my cable (49.99 @ example.com or in the shop)",
        "student at example.ac.uk",
    ],
)
def test_talk_of_hosts_is_no_address(text: str) -> None:
    assert [f for f in find(text) if f.entity_type is EntityType.EMAIL] == []
