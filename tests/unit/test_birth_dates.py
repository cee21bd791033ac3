"""Dates of birth in the words of many people, and dates that are nobody's birthday."""

from __future__ import annotations

import pytest

from privacy_check.detectors import engine
from privacy_check.model import EntityType


def found(text: str) -> list[str]:
    return [each.value.reveal() for each in engine.find(text) if each.entity_type is EntityType.BIRTH_DATE]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("born 4/4/84, double trouble", ["4/4/84"]),
        ("Born on the 5th of the 5th ’78", ["5th of the 5th ’78"]),
        ("7th of the 7th 1977, all the sevens, that's my birthday", ["7th of the 7th 1977"]),
        ("dob 03.09.1992 before anyone asks", ["03.09.1992"]),
        ("date of birth 12 Aug 1969, still going", ["12 Aug 1969"]),
        ("DOB: 1 Jan 1990 (yes really)", ["1 Jan 1990"]),
        ("d.o.b 23-11-87 for the raffle", ["23-11-87"]),
        ("my birthday's 6 March, I accept cash", ["6 March"]),
        ("my birthday is the 30th of November, St Andrew's day, very on brand", ["30th of November"]),
        ("it's my birthday on Friday 13th June. of course it is", ["Friday 13th June."]),
        ("birthday 9/9, remember it", ["9/9"]),
        ("B'day 11th Oct. Libra. Unbearable", ["11th Oct."]),
        ("🎂 14 Feb, yes valentines, no I don't want a joint card", ["14 Feb"]),
        ("2/12 🎂 sagittarius nonsense", ["2/12"]),
        ("18.05.99 🎂 | Hull | tired", ["18.05.99"]),
        ("♏ 31st Oct, spooky baby", ["31st Oct"]),
        ("scorpio, Nov 3rd, hold grudges professionally", ["Nov 3rd"]),
        ("capricorn (12 Jan) so yes I made a spreadsheet", ["12 Jan"]),
        ("I turn 30 on the 2nd of July and the panic has set in", ["2nd of July"]),
        ("50 on 1st September!! open to gifts", ["1st September"]),
        ("I'll be 18 on 4th December and legally insufferable", ["4th December"]),
        ("turned 21 on 11/01 and my back went immediately", ["11/01"]),
        ("I was born on Christmas Day, worst scam ever", ["Christmas Day"]),
        ("born Boxing Day 1983, presents wrapped in robins", ["Boxing Day 1983"]),
        ("Leap day baby, 29/02/2000", ["29/02/2000"]),
        ("birthday month! 22nd August, get saving", ["22nd August"]),
        ("BIRTHDAY COUNTDOWN: 15 June. 10 days", ["15 June. 10"]),
        ("passport says 25/07/1981, face says 1961", ["25/07/1981"]),
        ("the form wanted my date of birth, 19/03/1966, and then laughed", ["19/03/1966"]),
        ("doctor's receptionist: date of birth? Me, loudly, to the whole room: 8.8.58", ["8.8.58"]),
        ("She was born on 3rd May 2021 at 3.33am, our Effie, 8lb on the nose", ["3rd May 2021"]),
        ("baby Rowan arrived 12.10.24, 6lb 2oz", ["12.10.24"]),
        ("arrived two weeks late, 9 September 2023, our Nia", ["9 September 2023"]),
        ("welcome to the world Finley George 01/02/2025 💙", ["01/02/2025"]),
        ("Our little Beau made his entrance on 30 March 2024", ["30 March 2024"]),
        ("twins Jude and Ada, born 16.06.2020", ["16.06.2020"]),
        ("Ivy's mummy 💗 04.07.22 | Bury", ["04.07.22"]),
        ("mum to Reuben 11/11/2018 and Nell 02/02/2021", ["11/11/2018", "02/02/2021"]),
        ("Daddy to Elsie 🎀 13.09.19", ["13.09.19"]),
        ("our rainbow baby Grace, 21.01.2023 🌈", ["21.01.2023"]),
        ("happy birthday to our Milo, 5 today, 06/05/2020 was the best day", ["06/05/2020"]),
        ("Happy 1st birthday Luna 🎈 22.02.24", ["22.02.24"]),
        ("My daughter's date of birth is 7/10/2014 and the school have it as 2041", ["7/10/2014"]),
        ("her birthday's the 12th of May so party on the Saturday", ["12th of May"]),
        ("son's birthday 5th Feb, any ideas for a lad who has everything", ["5th Feb"]),
        ("mam's birthday 20 Sept, 70, don't tell her about the hat", ["20 Sept, 70"]),
        ("dad would have been 80 on 3 November", ["3 November"]),
        ("Starsign: Virgo (1 September)", ["1 September"]),
        ("Born: 27/08/1990, Stoke", ["27/08/1990"]),
        ("DOB 1971-02-28, handsome since", ["1971-02-28"]),
        ("10th of December is my birthday, near enough Christmas to be ignored", ["10th of December"]),
        ("26th July birthday, always in the six weeks holidays, never got a cake at school", ["26th July"]),
        ("when's my birthday? 5th of March. every year. same day", ["5th of March."]),
        ("What day's your birthday? Mine's April 9th", ["April 9th"]),
        ("birth date 30.12.73, ok nhs app??", ["30.12.73"]),
    ],
)
def test_found_in_the_many_ways_people_say_it(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "married 12.08.17, best day",
        "Mrs Hughes 💍 12.08.17",
        "wedding 4th June 2022 was 35 degrees",
        "est. 04/04/2014 | bakery",
        "Got my new hip 12/03/24, born again",
        "I will hit 1000 followers on 1/1/11 lol",
        "Birthday party for Grandma at the Legion, 12th Oct, all welcome? no",
        "NHS birthday on 5 July, buns",
        "happy birthday Elvis, 8 January 1935",
        "on this day 23 April 1564 Shakespeare was born",
        "Winston Churchill, born 30 November 1874",
        "the reopening is 12th July, born from the ashes",
        "sober since 03/02/2020",
        "clean since 14.02.2019 💪",
        "quit smoking 1/1/23",
        "moved here 11/11/2011",
        "exam on 12th May, birthday treat after",
        "our shop turns 10 on 4th July",
        "the club was born on 6 May 1882",
        "Baby Shark day is 17 June?",
        "baby group restarts 8th September",
        "baby and toddler sale, 3rd May, Scout hut",
        "Leo's match is on 12th July",
        "Aquarius season starts 20 January",
        "gemini season ends 20 June thank god",
        "delivery arrived 3rd May, broken",
        "my parcel arrived 12/02, box crushed",
        "parents arrived on 24th December and are still here",
        "train arrived 12.10",
        "Arsenal v Leeds 03/05/2025 🥳",
        "first birthday of our allotment, 12 March",
        "Gary's stag 12th July",
        "leaving do 4th April 🥳",
        "A levels start 12 May 🎈",
        "new year new baby: our bakery opens 12th Jan",
    ],
)
def test_left_alone_where_it_only_looks_alike(text: str) -> None:
    assert found(text) == []
