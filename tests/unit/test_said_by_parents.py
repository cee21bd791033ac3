"""Children, pets and ages in the loud, short and spoken posts of parents, and what only sounds like them."""

from __future__ import annotations

import pytest

from privacy_check.detectors import engine

CHILDREN = (
    ("dad of 3 wee monsters: Callum, Jude n Ellie-Mae. sparky", ("Callum", "Jude", "Ellie-Mae")),
    ("mum of 2 gorgeous boys - Ezra n Koby. brum lass", ("Ezra", "Koby")),
    ("proud nan of 5 lil angels: Ava, Mia, Leo, Zak n Gracie-May", ("Ava", "Mia", "Leo", "Zak", "Gracie-May")),
    ("mum of 3 under 5: Otis, Ned and Fern", ("Otis", "Ned", "Fern")),
    ("2 kids, Ruby-Mae n Teddy, 1 dog", ("Ruby-Mae", "Teddy")),
    ("got 3 girls Lexi, Mollie-May and Pearl", ("Lexi", "Mollie-May", "Pearl")),
    ("both lads, Kian n Declan, made the squad", ("Kian", "Declan")),
    ("my 3: Tommy, Jess, Lil", ("Tommy", "Jess", "Lil")),
    ("daughter just asked why the moon follows us. never change Esme-Rose", ("Esme-Rose",)),
    ("our eldest passed her theory. so chuffed for u Bethan", ("Bethan",)),
    ("me lad scored twice this morning. get in Reece", ("Reece",)),
    ("my six year old just asked if I was alive in the war. cheers Arthur", ("Arthur",)),
    ("oor Isla has lost her voice again", ("Isla",)),
    ("wor Callum fell aff the trampoline", ("Callum",)),
    ("me babby Jaxon wont sleep", ("Jaxon",)),
    ("ma wean Struan is driving me daft", ("Struan",)),
    ("my daughter will be known as River and thats final", ("River",)),
    ("my son is gonna be called Ocean", ("Ocean",)),
    ("married irl 💍 to @gazplays", ("@gazplays",)),
    ("Tilly in her St Annes blazer 😢 where did my baby go", ("Tilly",)),
    ("Freya's first blazer 😭", ("Freya",)),
)
NOBODYS_CHILDREN = (
    "my husband Ryan Gosling is running late again",
    "my wife Margot Robbie says hi",
    "dad of 3 little gremlins. Newcastle lad. sparky.",
    "mum of 2, Leeds. Coffee n crisps.",
    "dad of 2 boys - Everton fan",
    "never change Manchester",
    "my daughter is watching Bluey. never change Bingo",
    "my son passed. never change Liverpool",
    "Our Poppy appeal stall is open on Saturday",
    "Our Ella's Kitchen pouches are on offer",
    "our Ben & Jerry's has melted",
    "our Victoria sponge has sunk",
    "our Heather has flowered early",
    "our Rose has black spot",
    "our Grace period ends Friday",
    "our Mark of quality",
    "Oor Wullie has a new bucket",
    "the film will be known as Ocean in France",
    "my son is called up for Wales",
    "Kate in her McQueen blazer at Wimbledon",
    "Harry Potter in his Gryffindor blazer",
    "both boys Harry and Ron are wizards",
    "2 lads Mick and Keith started a band",
    "my 3: Coffee, Sleep, Gym",
    "our lass is at Glasto. get in Dolly",
    "boy that escalated. cheers Brian",
    "boy oh boy what a goal. get in Marcus",
    "toddler group on Tuesday. thanks Linda",
)
AGES = (
    ("26 next thursday, feelin ancient", "26"),
    ("44f newly single, whats the craic", "44f"),
    ("29m looking for mates", "29m"),
    ("cant believe it, 60 on saturday", "60"),
    ("am turnin 35 n still cant drive", "35"),
    ("pushin 60 but dont look it", "60"),
    ("its ma 40th the morra", "40th"),
    ("24 n still scared of the dark", "24"),
)
NO_AGES = (
    "taylor swift turned 30 in 2019 n im only just processing it",
    "the nhs turned 75 and so did the wallpaper",
    "rain all week, 26 next thursday",
    "dry with sunny spells, 22 next week",
    "19 next saturday at the Roundhouse, get tickets",
    "44f outside today, freezing",
    "20m from the shop",
    "m62 shut again",
)
ANSWERS = (
    ("the cat has a vet bill bigger than my wages. ur lucky ur cute Noodle", "Noodle"),
    ("dog ate my slippers. you're lucky you're cute Biscuit", "Biscuit"),
    ("puppy weed on the rug. behave Pickle", "Pickle"),
    ("STRIPPER NAME GAME pet + first street u lived on. Sooty Larchfield Road here", "Sooty"),
    ("STRIPPER NAME GAME pet + first street u lived on. Sooty Larchfield Road here", "Larchfield Road"),
    ("my rockstar name is Patch Elm Close (pet + street)", "Patch"),
)
NO_ANSWERS = (
    "the dog in Up says squirrel. never change Pixar",
    "dog friendly pubs only. cheers Tim",
    "new kitten heels from Zara. say hello to Summer",
    "the dog is muddy. Sort it out Council",
    "porn star name game: pet + first street u lived on. go!",
    "stage name = pet + street. Comment Below",
)


def found(text: str, kind: str) -> list[str]:
    return [text[f.span.start : f.span.end] for f in engine.find(text) if f.span and f.entity_type == kind]


@pytest.mark.parametrize(("text", "names"), CHILDREN)
def test_children_and_partners_are_named(text: str, names: tuple[str, ...]) -> None:
    assert found(text, "family_name") == list(names)


@pytest.mark.parametrize("text", NOBODYS_CHILDREN)
def test_stars_brands_and_places_are_nobodys_family(text: str) -> None:
    assert found(text, "family_name") == []


@pytest.mark.parametrize(("text", "age"), AGES)
def test_ages_in_clipped_words_are_found(text: str, age: str) -> None:
    assert [said for said in found(text, "age") if age in said]


@pytest.mark.parametrize("text", NO_AGES)
def test_weather_roads_and_stars_have_no_age(text: str) -> None:
    assert found(text, "age") == []


@pytest.mark.parametrize(("text", "answer"), ANSWERS)
def test_pets_told_off_and_games_give_answers_away(text: str, answer: str) -> None:
    assert answer in found(text, "security_answer")


@pytest.mark.parametrize("text", NO_ANSWERS)
def test_animals_of_nobody_and_questions_give_nothing_away(text: str) -> None:
    assert found(text, "security_answer") == []


def test_the_day_a_child_came_early_is_a_date_of_birth_and_a_sofas_is_not() -> None:
    assert found("wor Callum came ten days late on 3rd May 2021", "birth_date") == ["3rd May 2021"]
    assert found("our sofa arrived 3 weeks late on 4 August 2024", "birth_date") == []
