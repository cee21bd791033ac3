"""Years of birth in the words of many people, and years in which nobody was born."""

from __future__ import annotations

import pytest

from privacy_check.detectors import engine
from privacy_check.model import EntityType


def found(text: str) -> list[str]:
    return [each.value.reveal() for each in engine.find(text) if each.entity_type is EntityType.BIRTH_YEAR]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1984 baby, of course I'm paranoid", ["1984 baby"]),
        ("'77 vintage, some rust", ["'77 vintage"]),
        ("born in '91, peaked in '98", ["born in '91"]),
        ("b. 1970 d. when the wifi goes", ["b. 1970"]),
        ("b.1989. not the Taylor Swift album", ["b.1989"]),
        ("born 1966, England won, coincidence?", ["born 1966"]),
        ("class of '99, born 83", ["born 83"]),
        ("I was born in 1952 and had an outside toilet", ["born in 1952"]),
        ("anyone else born in 95? how are your knees", ["born in 95"]),
        ("94 liner here", ["94 liner"]),
        ("05 liner", ["05 liner"]),
        ("i'm an 03 baby so no i dont know what a dial tone is", ["03 baby"]),
        ("2001 babies are now older than me spiritually", ["2001 babies"]),
        ("any '88 babies about?", ["'88 babies"]),
        ("child of 1969, moon landing year", ["child of 1969"]),
        ("made in 1978, all parts original", ["made in 1978"]),
        ("1965 model, high mileage", ["1965 model"]),
        ("manufactured 1959, discontinued", ["manufactured 1959"]),
        ("on this planet since 1974", ["on this planet since 1974"]),
        ("annoying my mother since 1992", ["annoying my mother since 1992"]),
        ("confusing everyone since 1981", ["confusing everyone since 1981"]),
        ("year of birth 1987, please stop asking", ["year of birth 1987"]),
        ("YOB 1999", ["YOB 1999"]),
        ("birth year 1976", ["birth year 1976"]),
        ("my ID says 2003 and the bouncer still laughed", ["ID says 2003"]),
        ("scrolling back to 1963 for my date of birth takes a week", ["1963"]),
        ("I came into this world in 1971 and it's been downhill", ["came into this world in 1971"]),
        ("mum had me in 1985, she says it was hot", ["had me in 1985"]),
        ("arrived in '68 with the hippies", ["arrived in '68"]),
        ("I was born the year Elvis died (1977)", ["1977"]),
        ("born the same year as the Mini, 1959", ["1959"]),
        ("born in the winter of 1963, they had to dig the midwife out", ["born in the winter of 1963"]),
        ("Born and bred in Hull, 1980", ["1980"]),
        ("born 1948, same as the NHS, in worse nick", ["born 1948"]),
        ("I'm 1990 and I still don't know what a pension is", ["1990"]),
        ("nineteen seventy-two was when I arrived, nobody clapped", ["nineteen seventy-two was when I arrived"]),
        ("born in nineteen eighty three", ["born in nineteen eighty three"]),
        ("@sarah_1986", ["1986"]),
        ("@tom.w91", ["91"]),
        ("@claire-bear79", ["79"]),
        ("@becks2002x", ["2002"]),
        ("@daz_1974", ["1974"]),
        ("1973. Gas man. Grandad. Grump", ["1973"]),
        ("b. 1991 in a lift", ["b. 1991"]),
        ("'85 and still waiting for my hoverboard", ["'85"]),
        ("child of 1977, safety pins and all", ["child of 1977"]),
        ("1988 baby with a 1948 back", ["1988 baby"]),
        ("my birth certificate says 1969", ["certificate says 1969"]),
        ("apparently people born in 1980 are middle aged. excuse me", ["born in 1980"]),
        ("Born in Sligo in 1966 and never left the kitchen", ["1966"]),
        ("96 baby", ["96 baby"]),
        ("been a nuisance since 1970", ["been a nuisance since 1970"]),
        ("yr of birth 1993", ["yr of birth 1993"]),
        ("class of 2009, born 1991", ["born 1991"]),
        ("I'm a '72 vintage", ["'72 vintage"]),
        ("my driving licence says 1957, my knees say 1857", ["licence says 1957"]),
        ("@paul_1969", ["1969"]),
        ("@its.meg.01", ["01"]),
        ("born 1961 and still got my own hips", ["born 1961"]),
        ("I'm a 1986 kid, Ghostbusters was religion", ["1986 kid"]),
        ("1979 model, needs new clutch", ["1979 model"]),
        ("Who else was born in '74?", ["born in '74"]),
        ("Scorpio, 1990, allergic to nonsense", ["1990"]),
        ("my dob year is 1995", ["dob year is 1995"]),
        ("born in a 1976 heatwave", ["1976"]),
        ("1983, good vintage for people and terrible for perms", ["1983"]),
        ("been on this rock since 1958", ["on this rock since 1958"]),
    ],
)
def test_found_in_the_many_ways_people_say_it(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "@bigbadwolf2",
        "@theclash77",
        "@live_aid85",
        "@summer69band",
        "@mufc99treble",
        "@euro96",
        "@italia90",
        "@area51tours",
        "@since1919",
        "@est1884",
        "@england66",
        "In 1985 I could fill a car for a tenner",
        "1985 was a good year for music",
        "vintage 1970s lamp for sale",
        "'72 Gibson for sale",
        "my 2004 Corsa is dying",
        "class of 2012 reunion",
        "1,994 people came",
        "a 1988 first edition",
        "from 1979 to now the pub hasn't changed",
        "married in 1985, still talking",
        "a 1966 World Cup programme",
        "the '98 World Cup was the best",
        "born in 1564, Shakespeare never paid rent",
        "Ronaldo was born in 1985, same decade as the microwave",
        "Elvis, born 1935, died on the loo",
        "Our cat was born in 2015",
        "that jumper was made in 1990",
        "my gran's clock was made in 1890",
        "made in 1978 in Sheffield, this knife",
        "my kettle is from 1993",
        "since 1997 nothing has been right in politics",
        "open since 1962, closed by Tuesday",
        "working here since 1998",
        "best baker in town since 1974",
        "member since 2008",
        "baby boomers of 1946 onwards",
    ],
)
def test_left_alone_where_it_only_looks_alike(text: str) -> None:
    assert found(text) == []
