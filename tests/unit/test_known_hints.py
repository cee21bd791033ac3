"""Told facts disguised, read out, given in pieces, described or hinted at; and what only looks like that."""

from __future__ import annotations

import time

import pytest

from privacy_check.detectors.known import Facts
from privacy_check.subject import AboutMe
from privacy_check.text.fold import fold
from tests.accuracy_facts import TODAY

TOLD = AboutMe.from_mapping(
    {
        "names": ["Nerys Quillfeather"],
        "phones": ["07700 900412"],
        "emails": ["nerys.quillfeather@example.org"],
        "addresses": ["37 Larkbourne Rise, Shipley, BD18 4QT"],
        "birth_date": "1986-02-07",
        "employers": ["Bradford Metropolitan Borough Council", "BMBC", "Airedale General Hospital"],
        "partner": "Rhys Quillfeather",
        "schools": ["Larkfold Lower Heaton"],
        "pets": ["Mochi", "Duke"],
        "vehicles": ["YE68 KVD"],
        "handles": ["neryknits"],
        "mothers_maiden_name": "Dalgarno",
        "children": [{"name": "Tobias", "birth_date": "2015-04-02"}, {"name": "Carys"}],
    }
)
READY = Facts(TOLD, TODAY)


def _found(text: str) -> list[str]:
    folded = fold(text)
    return [text[span.start : span.end] for m in READY.matches(folded) if (span := folded.span(m.start, m.end))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # read out and spelled
        ("Yankee Echo six eight, then Kilo Victor Delta", "Yankee Echo six eight, then Kilo Victor Delta"),
        ("C for Charlie, A for apple, R, Y, S", "C for Charlie, A for apple, R, Y, S"),
        ("it is D-A-L-G, then A-R-N-O", "D-A-L-G, then A-R-N-O"),
        ("bee dee eighteen, four queue tee", "bee dee eighteen, four queue tee"),
        ("nery then knits", "nery then knits"),
        ("Lark-like-the-bird, bourne-like-the-film, Rise", "Lark-like-the-bird, bourne-like-the-film, Rise"),
        # disguised
        ("old one was @n3rykn1ts", "n3rykn1ts"),
        ("Dalg*rn*", "Dalg*rn*"),
        ("Crys did well", "Crys"),
        ("good old Moooochi", "Moooochi"),
        ("onraglad", "onraglad"),
        ("Ca-rys", "Ca-rys"),
        ("YE68 K*D is my car", "YE68 K*D"),
        ("B.M.B.C. party tonight", "B.M.B.C."),
        # sounds
        ("the cat's name sounds like moe chee", "sounds like moe chee"),
        ("my husband's name rhymes with peace", "rhymes with peace"),
        ("our Dook, as in Ellington", "Dook, as in Ellington"),
        # pieces
        ("the one ending 0412", "ending 0412"),
        ("mum's maiden name starts with Dalg", "starts with Dalg"),
        ("Dalg-something was mum's name", "Dalg-something"),
        ("R.Q. has shrunk my cardigan", "R.Q."),
        ("Big T, you soft lump", "Big T"),
        ("T passed his swimming badge", "T passed"),
        ("T and C are home", "T and C"),
        ("nights at Airedale, mostly", "Airedale"),
        ("mine's at Larkfold, the lower one", "Larkfold"),
        ("worst mother in Shipley", "Shipley"),
        ("n***s.quillfeather@example.org", "n***s.quillfeather@example.org"),
        # birthdays and years
        ("I was born a week before Valentine's", "a week before Valentine's"),
        ("hers is 6 February, the day before mine", "the day before mine"),
        ("I share a birthday with Charles Dickens", "I share a birthday with Charles Dickens"),
        ("Tobias was eleven the day after April Fools'", "the day after April Fools'"),
        ("I did my GCSEs in 2002", "GCSEs in 2002"),
        ("born the year Top Gun came out", "born the year Top Gun came out"),
        ("I was eleven when Diana died", "I was eleven when Diana died"),
        ("ten years off fifty, me", "ten years off fifty"),
        ("my birthstone is amethyst", "birthstone is amethyst"),
        ("Friday's child, me", "Friday's child"),
        # sums and descriptions
        ("my last three digits are four times 103", "four times 103"),
        ("our house is between 35 and 39", "between 35 and 39"),
        ("the BD number after seventeen", "BD number after seventeen"),
        ("years with the council over in Bradford", "the council over in Bradford"),
        (
            "my email is my first name, a dot, my surname at example",
            "my first name, a dot, my surname at example",
        ),
        ("a late 2018 plate on the car", "late 2018 plate"),
        ("my girl's name is from the Welsh for love and so on", "name is from the Welsh for love"),
        ("my fella shares a name with a famous poet", "shares a name with a famous poet"),
        ("came home to Duke asleep on his bed", "Duke"),
    ],
)
def test_a_told_fact_is_found_in_roundabout_forms(text: str, found: str) -> None:
    values = _found(text)
    assert found in values, values


@pytest.mark.parametrize(
    "text",
    [
        "his Duke of Edinburgh in the rain",
        "quiz at the Duke on Thursday",
        "Mochi ice cream from the Japanese place",
        "Carys from Love Island is on again",
        "a lad called Rhys, another Rhys",
        "R.Q. Smith wrote it",
        "the big C is back",
        "T and C apply",
        "Airedale terrier in the vets",
        "drove to Shipley for chips",
        "Larkbourne Rise in Kirkcaldy",
        "Sandra turned 40 today",
        "the house is 40 years old",
        "happy 40th birthday to my sister",
        "my sister's birthday is 7 February",
        "a week before Valentine's the boat sank",
        "she did her GCSEs in 2002",
        "four times 103 is a hard sum",
        "Dr Dalgarno at the surgery",
        "my sister's dog is named after a villain",
        "@neryknit is another shop",
        "my plan C is chips",
        "rhymes with peace, says the poem",
    ],
)
def test_what_only_looks_like_a_hint_is_left_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize("part", ["ab-cd-ef-", "a-b-", "a*", "a..@", "born the year of ", "two days before "])
def test_hints_are_looked_for_in_bounded_time(part: str) -> None:
    folded = fold(part * (6_000 // len(part)))
    begun = time.process_time()
    list(READY.matches(folded))
    assert time.process_time() - begun < 2
