"""What can be noticed about two profiles side by side: signs, each with a sentence. Nothing is decided here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from privacy_check.lookalikes.bios import Taken, is_disguised, taken
from privacy_check.lookalikes.handles import HandleLikeness, compare_handles
from privacy_check.lookalikes.links import name_one_another, named_in, shared_links
from privacy_check.lookalikes.names import Likeness, same_name, words_of
from privacy_check.lookalikes.pictures import PictureMatch, same_picture
from privacy_check.lookalikes.place_words import Whereabouts, compare_places
from privacy_check.lookalikes.profile import Profile
from privacy_check.lookalikes.shapes import seen
from privacy_check.model import Reason
from privacy_check.sentences import say
from privacy_check.tables import table

A_QUARTER, YEARS = 0.25, 365.25
_FAN_HANDLE = re.compile(
    r"(?:fan(?:s|page|club|account|acc)|parody|stans|notthereal|unofficial)[\d._-]*$"
    r"|^(?:fans?of|notthereal|parody|unofficial)"
)
# What only somebody who pretends has a use for.
_PRETENCE = frozenset(("hidden", "handle_drawn", "picture_mirrored", "lure", "money"))
_FEW_POSTS, _SMALL_SHARE, _CROWD, _MANY = 12, 0.25, 5, 50


@dataclass
class Signs:
    """The names of what was noticed, the elements that were copied or are alike, and the sentences."""

    names: set[str] = field(default_factory=set)
    copied: set[str] = field(default_factory=set)
    alike: set[str] = field(default_factory=set)
    reasons: list[Reason] = field(default_factory=list)

    def note(self, sign: str, element: str = "", sentence: str = "") -> None:
        """Keeps a sign, and its sentence when a person should read one."""
        self.names.add(sign)
        if sentence:
            self.reasons.append(Reason(element, sentence))

    def __contains__(self, sign: str) -> bool:
        return sign in self.names


def observe(me: Profile, other: Profile, here: frozenset[str] = frozenset()) -> Signs:
    """Everything that can be noticed about the other profile beside mine; what is missing says nothing.

    `here` are the sites on which the person has an account.
    """
    signs = Signs()
    _picture(me, other, signs)
    _bio(me, other, signs)
    _name(me, other, signs)
    _handle(me, other, signs)
    _place(me, other, signs)
    _age(me, other, signs)
    _activity(me, other, signs)
    _links(me, other, signs)
    _words(me, other, signs)
    if me.platform and other.platform:
        signs.note("same_platform" if other.platform in {me.platform, *here} else "other_platform")
    elements = len(signs.copied) + len(signs.alike)
    if elements >= 2:
        signs.note("three_elements" if elements > 2 else "two_elements")
    if signs.names & _PRETENCE:
        signs.note("pretends")
    if signs.names & {"lure", "money"}:
        # A lure or a pitch tells of no life at all.
        signs.reasons = [reason for reason in signs.reasons if reason.detail != say("lookalikes.bio.other")]
    return signs


def _picture(me: Profile, other: Profile, signs: Signs) -> None:
    if me.avatar is None or other.avatar is None:
        return
    match: PictureMatch = same_picture(me.avatar, other.avatar)
    if match.same:
        signs.copied.add("picture")
        sign = "mirrored" if "mirrored" in match.changes else "changed" if match.changes else "same"
        signs.note(f"picture_{sign}", "picture", match.why)
    elif match.compared:
        signs.note("picture_other")


def _bio(me: Profile, other: Profile, signs: Signs) -> None:
    how = taken(me.bio, other.bio)
    if how in (Taken.WHOLE, Taken.PART):
        signs.copied.add("bio")
        hidden = is_disguised(me.bio, other.bio)
        signs.note(f"bio_{how}", "bio", say("lookalikes.bio.hidden" if hidden else f"lookalikes.bio.{how}"))
        if hidden:
            signs.note("hidden")
    elif how is Taken.NOTHING:
        signs.note("bio_other", "bio", say("lookalikes.bio.other"))
    elif how in (Taken.LITTLE, Taken.WITHIN):
        signs.note(f"bio_{how}")


def _name(me: Profile, other: Profile, signs: Signs) -> None:
    match = same_name(me.display_name, other.display_name)
    if match.alike:
        signs.alike.add("name")
        if match.disguised:
            signs.note("hidden", "name", say("lookalikes.name.hidden"))
            signs.note(f"name_{match.likeness}")
        else:
            signs.note(f"name_{match.likeness}", "name", say(f"lookalikes.name.{match.likeness}"))
    elif match.likeness is Likeness.OTHER:
        signs.note("name_other")


def _handle(me: Profile, other: Profile, signs: Signs) -> None:
    match = compare_handles(me.handle, other.handle)
    if match.likeness in (HandleLikeness.UNKNOWN, HandleLikeness.OTHER):
        if match.likeness is HandleLikeness.OTHER:
            signs.note("handle_other")
        return
    signs.alike.add("handle")
    signs.note(f"handle_{match.likeness}")
    if match.likeness is HandleLikeness.SAME:
        elsewhere = me.platform and other.platform and me.platform != other.platform
        signs.reasons.append(Reason("handle", say(f"lookalikes.handle.same{'_elsewhere' * bool(elsewhere)}")))
    elif match.likeness is HandleLikeness.DRAWN and match.swap:
        mine, theirs = (f"“{letters}”" for letters in match.swap)
        signs.reasons.append(Reason("handle", say("lookalikes.handle.drawn", mine=mine, theirs=theirs)))
    else:
        several = "drawn_several" if match.likeness is HandleLikeness.DRAWN else match.likeness
        signs.reasons.append(Reason("handle", say(f"lookalikes.handle.{several}")))


def _place(me: Profile, other: Profile, signs: Signs) -> None:
    where = compare_places(me.location, other.location)
    if where is Whereabouts.ELSEWHERE:
        signs.note("place_elsewhere", "location", say("lookalikes.location.elsewhere"))
    elif where is not Whereabouts.UNKNOWN:
        signs.note(
            "place_same", "location" if signs.alike or signs.copied else "", say("lookalikes.location.same")
        )
    if me.employer and seen(me.employer) == seen(other.employer):
        signs.note("same_work", "employer", say("lookalikes.work.same"))


def _age(me: Profile, other: Profile, signs: Signs) -> None:
    if not (me.joined and other.joined):
        return
    years = (other.joined - me.joined).days / YEARS
    if years <= -A_QUARTER:
        signs.note("earlier", "joined", say("lookalikes.joined.earlier"))
    elif years >= A_QUARTER:
        whole = round(years)
        long = say("lookalikes.joined.later_years", count=max(whole, 1))
        told = bool(signs.alike or signs.copied)
        sentence = say("lookalikes.joined.later_months") if years < 1 else long
        signs.note("much_later" if years >= 2 else "later", "joined", sentence if told else "")


def _activity(me: Profile, other: Profile, signs: Signs) -> None:
    told = bool(signs.alike or signs.copied)
    if other.followers is not None and me.followers:
        if other.followers <= me.followers * _SMALL_SHARE:
            signs.note("few_followers", "followers", say("lookalikes.activity.few_followers") if told else "")
        else:
            signs.note("many_followers")
    if other.posts is not None:
        if other.posts <= _FEW_POSTS:
            signs.note("few_posts", "posts", say("lookalikes.activity.few_posts") if told else "")
        else:
            signs.note("many_posts")
    followed, followers = other.following or 0, other.followers
    if followers is not None and followed > _MANY and followed >= _CROWD * max(followers, 1):
        signs.note("follows_many", "following", say("lookalikes.activity.follows_many") if told else "")


def _links(me: Profile, other: Profile, signs: Signs) -> None:
    if other.mutual_links or name_one_another(me, other):
        signs.note("mutual", "links", say("lookalikes.links.mutual"))
    elif named_in(me, other):
        signs.note("mine_names_it", "links", say("lookalikes.links.mine_names_it"))
    elif named_in(other, me):
        signs.note("names_mine", "links", say("lookalikes.links.names_mine"))
    if shared_links(me, other):
        signs.note("shared_link", "links", say("lookalikes.links.shared"))


def _words(me: Profile, other: Profile, signs: Signs) -> None:
    said = seen(f"{other.display_name} . {other.bio} . {re.sub(r'[._-]+', ' ', other.handle)}")
    mine = seen(f"{me.display_name} . {me.bio}")
    name = _any_of(me)
    if _FAN_HANDLE.search(other.handle.casefold()) and not _FAN_HANDLE.search(me.handle.casefold()):
        signs.note("fan", "words", say("lookalikes.words.fan"))
    for kind in ("fan", "parody", "criticism", "lure", "money"):
        found = any(re.search(pattern, said) for pattern in _patterns(kind, name))
        # What stands on my own page too is no sign about theirs.
        if kind not in signs and found and not any(re.search(pattern, mine) for pattern in _patterns(kind, name)):
            signs.note(kind, "words", say(f"lookalikes.words.{kind}"))


def _any_of(me: Profile) -> str:
    words = [word for word in words_of(me.display_name) if len(word) > 1]
    names = [" ".join(words), "".join(words), words[-1] if words else "", seen(me.handle)]
    forms = sorted({re.escape(name) for name in names if len(name) > 2}, key=len, reverse=True)
    return f"(?:(?:miss|mrs|mr|ms|dr) )?(?:{'|'.join(forms)})" if forms else "(?!)"


def _patterns(kind: str, name: str) -> list[str]:
    return [pattern.replace("{name}", name) for pattern in _listed()[kind]]


@cache
def _listed() -> dict[str, list[str]]:
    return table("privacy_check", "data", "said_of_itself.toml")
