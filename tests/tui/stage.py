"""A stage for the screens: invented people, a toolkit that needs no network, and a finished check of theirs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType

from privacy_check import catalogue
from privacy_check.assessment.assemble import assess
from privacy_check.errors import NoBrowser, UnreadableInput
from privacy_check.model import (
    Account,
    Assessment,
    Candidate,
    Capture,
    EntityType,
    Field,
    Finding,
    Group,
    Lens,
    Link,
    LinkReading,
    Outcome,
    ProfileView,
    Reason,
    RequestRecord,
    SeenBy,
    Sensitive,
    Verdict,
)
from privacy_check.ports import Toolkit
from privacy_check.subject import AboutMe

NOW = datetime(2026, 11, 22, 19, 30, tzinfo=UTC)
NAMES = {
    "instagram": "Instagram",
    "facebook": "Facebook",
    "linkedin": "LinkedIn",
    "strava": "Strava",
    "whatsapp": "WhatsApp",
}
ABOUT = AboutMe(names=("Nell Hartley",), phones=("07700 900123",), schools=("Fellgate School",))


def account(platform: str, handle: str) -> Account:
    """An account of the stage."""
    return Account(platform, handle, f"https://www.{platform}.com/{handle}")


INSTAGRAM = account("instagram", "nell.hartley")
FACEBOOK = account("facebook", "nell.hartley.12")
LINKEDIN = account("linkedin", "in/nell-hartley")
STRAVA = account("strava", "athletes/12345")
COPY = account("instagram", "nell.hart1ey")


@dataclass(frozen=True)
class Person:
    """An invented person, as cli hands them in."""

    id: str = "nell"
    name: str = "Nell Hartley"
    story: str = "Newly a social worker. Runs from her own front door, and says so."
    accounts: Sequence[Account] = (INSTAGRAM, FACEBOOK, LINKEDIN, STRAVA)
    about: AboutMe | None = ABOUT
    suspects: Sequence[Account] = (COPY,)


PEOPLE = (
    Person(),
    Person("tom", "Tom Birk", "Teaches chemistry. Plays online under the name he has everywhere.", (FACEBOOK,)),
)


class FrozenClock:
    """Always the same evening."""

    def now(self) -> datetime:
        return NOW


def recognise(text: str) -> LinkReading:
    """Links of the stage's platforms; everything else is refused with a sentence."""
    if text.startswith("http://10."):
        return LinkReading(refusal="This address is inside your own network.", hint="Paste a public link.")
    for platform, name in NAMES.items():
        handle = ""
        if text.startswith(f"{platform}:"):
            handle = text.partition(":")[2]
        elif f"{platform}.com/" in text:
            handle = text.partition(f"{platform}.com/")[2].partition("?")[0].strip("/")
        if handle and platform == "whatsapp":
            return LinkReading(account(platform, handle), name, ways=(Lens.TYPED, Lens.ARCHIVE), ask_only=True)
        if handle:
            ways = (Lens.PUBLIC, Lens.MEMBER, Lens.SAVED_PAGE, Lens.ARCHIVE)
            return LinkReading(account(platform, handle), name, ways=ways)
    return LinkReading()


def page(of: Account) -> ProfileView:
    """What the look at an account gives."""
    return VIEWS.get(of.key) or ProfileView(of, Lens.PUBLIC, Outcome.NOT_FOUND, evidence=("page says so",))


VIEWS: dict[str, ProfileView] = {
    INSTAGRAM.key: ProfileView(
        INSTAGRAM,
        Lens.PUBLIC,
        Outcome.VISIBLE,
        fields=(
            Field("display_name", "Nell Hartley", "jsonld", seen_by=SeenBy.PUBLIC),
            Field("bio", "Social worker, runner. Call me on 07700 900123", "og", seen_by=SeenBy.PUBLIC),
            Field("followers", "412", "og", seen_by=SeenBy.PUBLIC),
            Field("joined", "2017", "og", seen_by=SeenBy.PUBLIC),
            Field("avatar", "https://media.example.org/nell.png", "og", seen_by=SeenBy.PUBLIC),
        ),
        links=(Link("https://nell.example.org"),),
        seen_by=SeenBy.PUBLIC,
    ),
    FACEBOOK.key: ProfileView(
        FACEBOOK,
        Lens.PUBLIC,
        Outcome.PARTIAL,
        fields=(Field("display_name", "Nell Hartley", "og", seen_by=SeenBy.PUBLIC),),
        groups=(
            Group("Parents of Fellgate School", visibility="public", category="GRP-L2", confidence=0.9),
            Group("Quiet Waters Recovery", visibility="public", category="GRP-S1", confidence=0.9),
            Group("Crochet for fun", visibility="unknown"),
        ),
        seen_by=SeenBy.PUBLIC,
    ),
    LINKEDIN.key: ProfileView(LINKEDIN, Lens.PUBLIC, Outcome.LOGIN_WALL, evidence=("sign-in form",)),
    STRAVA.key: ProfileView(
        STRAVA,
        Lens.PUBLIC,
        Outcome.VISIBLE,
        fields=(Field("display_name", "Nell H", "og", seen_by=SeenBy.PUBLIC),),
        seen_by=SeenBy.PUBLIC,
    ),
    COPY.key: ProfileView(
        COPY,
        Lens.PUBLIC,
        Outcome.VISIBLE,
        fields=(Field("display_name", "Nell Hartley", "og"), Field("joined", "2025", "og")),
    ),
}


def finding(rule_id: str, value: str, of: Account | None, name: str = "bio", **more: object) -> Finding:
    """A finding in the catalogue's own words."""
    rule = catalogue.rule(rule_id)
    given: dict[str, object] = {
        "rule_id": rule_id,
        "entity_type": EntityType.PROFILE,
        "nature": rule.nature,
        "severity": rule.severity,
        "confidence": 0.9,
        "field": name,
        "value": Sensitive(value),
        "explanation": rule.why,
        "account": of,
        "seen_by": SeenBy.PUBLIC,
        "audiences": rule.audiences,
    }
    return Finding(**(given | more))  # type: ignore[arg-type]


FINDINGS = (
    finding("LOC-05", "morning loop from Hazel Bank", STRAVA, "posts"),
    finding("LOC-01", "Armley", INSTAGRAM, "location"),
    finding("PI-03", "07700 900123", INSTAGRAM),
    finding("NET-07", "anyone", INSTAGRAM, "friends"),
    finding("REL-05", "Fellgate School", FACEBOOK, "groups"),
    finding("GRP-L2", "Parents of Fellgate School", FACEBOOK, "groups"),
    finding("GRP-S1", "Quiet Waters Recovery", FACEBOOK, "groups"),
    finding("WRK-05", "Social worker", INSTAGRAM),
    finding("PHO-10", "front picture", FACEBOOK, "avatar"),
    finding("PI-01", "Nell Hartley", FACEBOOK, "display_name"),
    finding("IMP-01", "instagram:nell.hart1ey", INSTAGRAM, "candidate"),
)
CANDIDATE = Candidate(
    {
        "platform": "instagram",
        "handle": "nell.hart1ey",
        "display_name": "Nell Hartley",
        "bio": "Social worker, runner",
        "joined": "2025",
        "followers": 31,
        "url": COPY.url,
    },
    Verdict.LIKELY_COPY,
    0.91,
    (
        Reason("picture", "Same picture, mirrored."),
        Reason("handle", "The handle differs by one look-alike letter."),
        Reason("joined", "Made eight years after yours."),
    ),
)
REQUESTS = tuple(
    RequestRecord("GET", of.url, f"www.{of.platform}.com", "look at the page", NOW, of.key, 200)
    for of in (INSTAGRAM, FACEBOOK, LINKEDIN, STRAVA)
)


def assessment(
    findings: Sequence[Finding] = FINDINGS,
    candidates: Sequence[Candidate] = (CANDIDATE,),
    views: Sequence[ProfileView] | None = None,
) -> Assessment:
    """A finished check of Nell Hartley."""
    seen = views if views is not None else [VIEWS[of.key] for of in (INSTAGRAM, FACEBOOK, LINKEDIN, STRAVA)]
    return assess(
        seen,
        findings=findings,
        requests=REQUESTS,
        candidates=candidates,
        about=ABOUT,
        started_at=NOW,
        finished_at=NOW,
        not_checked=("EXT-01", "CRD-02"),
    )


@dataclass
class Looker:
    """A collector that gives the stage's pages. `gate` holds it back until set; `broken` has no browser."""

    lens: Lens = Lens.PUBLIC
    gate: asyncio.Event | None = None
    holds: str = ""
    broken: bool = False
    closed: list[str] = field(default_factory=list)
    made: list[RequestRecord] = field(default_factory=list)

    async def __aenter__(self) -> Looker:
        if self.broken:
            raise NoBrowser("No browser was found on this computer.", "Run: privacy-check setup")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closed.append("closed")

    async def collect(self, of: Account, progress: Callable[[str], None]) -> Capture:
        progress("reading")
        if self.gate is not None and (not self.holds or of.key == self.holds):
            await self.gate.wait()
        self.made.append(
            RequestRecord("GET", of.url, f"www.{of.platform}.com", "look at the page", NOW, of.key, 200)
        )
        view = page(of)
        return Capture(of, self.lens, view.outcome, of.url, 200, "", NOW)

    def requests(self) -> Sequence[RequestRecord]:
        return tuple(self.made)


@dataclass
class Opened:
    """Addresses the screens asked to open, and reports they asked to write."""

    links: list[str] = field(default_factory=list)
    reports: list[tuple[Path, tuple[str, ...], bool]] = field(default_factory=list)

    def link(self, url: str) -> bool:
        self.links.append(url)
        return True

    def report(self, what: Assessment, folder: Path, formats: Sequence[str], reveal: bool) -> list[Path]:
        self.reports.append((folder, tuple(formats), reveal))
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for form in formats:
            path = folder / f"privacy-check.{form}"
            path.write_text(f"{len(what.findings)} findings\n", encoding="utf-8")
            written.append(path)
        return written


def read_saved(of: Account, path: Path) -> ProfileView:
    """A saved page of the stage: its text is the bio."""
    if not path.exists():
        raise UnreadableInput(f"{path.name} cannot be read.", "Check the path.")
    text = path.read_text(encoding="utf-8")
    name, _, bio = text.partition("\n")
    fields = (Field("display_name", name, "saved"), Field("bio", bio, "saved"))
    return ProfileView(of, Lens.SAVED_PAGE, Outcome.VISIBLE, fields=fields, seen_by=SeenBy.MEMBERS)


def toolkit(looker: Looker | None = None, opened: Opened | None = None, **more: object) -> Toolkit:
    """The tools of the stage."""
    looker, opened = looker or Looker(), opened or Opened()
    given: dict[str, object] = {
        "recognise": recognise,
        "collectors": {Lens.PUBLIC: lambda: looker, Lens.MEMBER: lambda: looker},
        "extract": lambda capture: page(capture.account),
        "write_report": opened.report,
        "open_link": opened.link,
        "steps_by_hand": lambda of: ("Open the app.", "Go to settings, then privacy.", "Look at each line."),
        "platform_name": lambda platform: NAMES.get(platform, platform),
        "read_saved": read_saved,
        "clock": FrozenClock(),
    }
    return Toolkit(**(given | more))  # type: ignore[arg-type]


NEXT_CHECK = date(2027, 5, 22)
