"""How English-speaking customers describe calls: by price, length, day and kind."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from selfcare.choice import Choice, read_choice
from tests.unit.selfcare.spoken import a_list

CALLS = a_list("GB", "+447700900", "+442079460456", "+449098790666", "FR", "GBP")
NOW = datetime(2026, 10, 18, 15, 0, tzinfo=ZoneInfo("Europe/Madrid"))


def read(said: str) -> "Choice | None":
    return read_choice(said, "en", CALLS, NOW)


@pytest.mark.parametrize(
    ("said", "positions"),
    [
        ("only the moroccan one from the 16th", (3,)),
        ("all the ones to France over 2 pounds", (10,)),
        ("everything longer than 5 mins", (3, 4, 8, 10)),
        ("everything longer than 5 minutes to Morocco", (3,)),
        ("the ones over a quid", (2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("more than 2 pounds fifty", (3, 4, 7, 8)),
        ("between 2 and 5 pounds", (4, 8, 9, 10)),
        ("from 2 to 5 pounds", (4, 8, 9, 10)),
        ("cheaper than £2", (1, 2, 5, 6)),
        ("the calls on 16th october", (2, 3)),
        ("the calls on the 16th of October", (2, 3)),
        ("from 10 to 12 October", (5, 6, 7, 8, 9, 10)),
        ("yesterday's", (1,)),
        ("the one at 18:29", (2,)),
        ("the ones at night", (1, 7)),
        ("after midnight", (7,)),
        ("in the morning", (3, 9)),
        ("the three most expensive", (3, 7, 8)),
        ("the cheapest", (1,)),
        ("the shortest", (1,)),
        ("the dearest", (7,)),
        ("the two longest", (3, 4)),
        ("last but one", (9,)),
        ("the first three", (1, 2, 3)),
        ("1 to 5", (1, 2, 3, 4, 5)),
        ("the same ones twice", (5, 6)),
        ("the roaming ones", (10,)),
        ("roaming", (10,)),
        ("the calls to mobiles", (2, 5, 6)),
        ("the landline one", (1,)),
        ("premium rate", (7,)),
        ("international calls over 3 pounds", (3, 4, 8)),
        ("2 and the ones to Morocco", (2, 3, 9)),
        ("2, 4 and everything over 5 pounds", (2, 3, 4, 7)),
        ("the Moroccan ones and the premium rate one", (3, 7, 9)),
        ("calls to Germany and Morocco over 3 pounds", (3, 4)),
        ("2 and 4, not 3", (2, 4)),
        ("all but the cheapest", (2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("all except the moroccan ones", (1, 2, 4, 5, 6, 7, 8, 10)),
        ("the last one to Morocco", (9,)),
        ("the first Moroccan one", (3,)),
        ("the second one to Morocco", (9,)),
        ("the most expensive one to Morocco", (3,)),
        ("all without exception", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("the ones from Friday", (2, 3)),
        ("shorter than a minute", (1,)),
        ("under a minute", (1,)),
        ("at least 5 pounds", (3, 7, 8)),
        ("5 pounds or more", (3, 7, 8)),
        ("the one at 9.05", (3,)),
        ("the ones after 20:00", (1, 5, 6, 8)),
        ("between 20:00 and 21:00", (5, 6, 8)),
        ("4 days ago", (4,)),
        ("the one for £1.21 on 16 October", (2,)),
        ("the two Moroccan ones", (3, 9)),
        ("16/10", (2, 3)),
        ("2026-10-16", (2, 3)),
        ("the first two and the last", (1, 2, 10)),
        ("the moroccan and german ones", (3, 4, 9)),
        ("the Moroccan one, number 3", (3,)),
        ("number 3, the one to Morocco", (3,)),
        ("the calls on October 16th", (2, 3)),
        ("from 16 October", (2, 3)),
        ("since 14 October", (1, 2, 3, 4)),
        ("before 11 October", (10,)),
        ("after 13 October", (1, 2, 3, 4)),
        ("last night", (1,)),
        ("the day before yesterday", (2, 3)),
        ("yesterday evening", (1,)),
        ("all of them, I never called anybody", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("all of them were charged twice", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("2, 3 and 4 are over 5 pounds a minute", (2, 3, 4)),
        ("the last three digits are 567", (3,)),
        ("only 2", (2,)),
        ("no. 2", (2,)),
        ("the second and third", (2, 3)),
        ("the two cheapest ones to Morocco", (3, 9)),
        ("the two most expensive", (3, 7)),
        ("calls shorter than 65 seconds", (1, 9)),
        ("calls between 1 and 2 minutes", (2, 5, 6, 7, 9)),
        ("the ones ending in 777 and 666", (5, 6, 7)),
        ("anything under 50p", (1,)),
        ("45p", (1,)),
        ("everything but the Moroccan ones and 2", (1, 4, 5, 6, 7, 8, 10)),
        ("all but the last two", (1, 2, 3, 4, 5, 6, 7, 8)),
        ("all but the last", (1, 2, 3, 4, 5, 6, 7, 8, 9)),
        ("all of the ones to Morocco", (3, 9)),
        ("every call over 5 pounds", (3, 7)),
        ("all 10", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("all ten", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("the first ten", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("the premium one and the roaming one", (7, 10)),
        ("premium and roaming", (7, 10)),
        ("the ones this week", (1, 2, 3, 4, 5, 6, 7)),
        ("all this month", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("I made 2 calls to Morocco", (3, 9)),
        ("the call I made at 6 in the morning", (9,)),
        ("at 6.29 pm", (2,)),
        ("at 6:29 pm", (2,)),
        ("the one at 6pm", (2,)),
        ("over 5 quid on the 12th", (7,)),
        ("the fourth and the seventh", (4, 7)),
        ("4th and 7th", (4, 7)),
        ("from the 2nd to the 4th", (2, 3, 4)),
        ("3 x", (3,)),
        ("1st, 2nd and everything to Morocco", (1, 2, 3, 9)),
        ("the one on the 14th and the one on the 17th", (1, 4)),
        ("the ones on the 14th and 17th", (1, 4)),
        ("i want to dispute the call to ukraine", (8,)),
        ("the calls from Morocco on 16 October and 11 October", (3, 9)),
        ("1 and 2 and the last but one", (1, 2, 9)),
        ("all calls except those to Morocco over 5 pounds", (1, 2, 4, 5, 6, 7, 8, 9, 10)),
        ("except 3", (1, 2, 4, 5, 6, 7, 8, 9, 10)),
        ("2 & 4 without the 3", (2, 4)),
        ("the longest and the most expensive", (4, 7)),
        ("the longest, the most expensive", (4, 7)),
        ("+447700900777", (5, 6)),
        ("the two to 07700 900777", (5, 6)),
        ("5 minutes 1 second or longer", (3, 4, 8, 10)),
        ("to Morocco or Germany", (3, 4, 9)),
        ("the calls up to 2 pounds", (1, 2, 5, 6)),
        ("on 16 October at 9:05", (3,)),
    ],
)
def test_calls_are_chosen_by_what_they_are_in_english(
    said: str, positions: "tuple[int, ...]"
) -> None:
    assert read(said) == Choice(positions)


@pytest.mark.parametrize(
    "said",
    [
        "none of them",
        "all the ones from last month",
        "over an hour",
        "three days ago",
        "calls over 1 hour",
        "50p",
        "neither",
        "I lost my mobile in Morocco on 3 October",
        "3 days ago",
    ],
)
def test_a_description_that_no_call_fits_chooses_none(said: str) -> None:
    assert read(said) == Choice(())


@pytest.mark.parametrize(
    ("said", "positions", "missing"),
    [
        ("2,4,99", (2, 4), (99,)),
        ("the 12th", (), (12,)),
        ("the twelfth", (), (12,)),
        ("the 16th", (), (16,)),
        ("99", (), (99,)),
    ],
)
def test_positions_beyond_the_list_are_missing(
    said: str, positions: "tuple[int, ...]", missing: "tuple[int, ...]"
) -> None:
    assert read(said) == Choice(positions, missing)


@pytest.mark.parametrize(
    "said",
    [
        "both",
        "charged twice",
        "I was charged twice",
        "two weeks ago",
        "all from two weeks ago",
        "it should be 50p a minute but it's 2 pounds",
        "none of them is mine",
        "all the ones I don't recognise",
        "the ones over 5",
        "not 2",
        "the ones from Saturday",
        "those three",
        "the three Moroccan ones",
        "my two sons called Morocco",
        "the one at half past six",
        "number 3, the one to Germany",
        "after 14 October",
        "more than 5",
        "up to 4",
        "2 phones were stolen",
        "I have 2 lines and somebody called Morocco",
        "the three cheapest",
        "the 5 minute one",
        "the ones longer than 5",
        "under £1.50 or over £5",
        "not the Moroccan ones",
        "all but one",
        "all three to Morocco",
        "all five",
        "expensive ones",
        "all the expensive ones",
        "calls abroad",
        "my mobile was stolen",
        "the ones to my mum",
        "twice",
        "it was charged 3 times",
        "it's the third time",
        "2 calls",
        "I made 2 calls to Germany",
        "calls made between midnight and 6 am",
        "between 2 and 4",
        "the other one",
        "all the other ones",
        "no",
        "yes",
        "more than two minutes fifty",
        "2 or 3",
    ],
)
def test_what_may_be_meant_otherwise_is_asked_about(said: str) -> None:
    assert read(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "you rounded everything up",
        "I paid on the 3rd at the bank",
        "paying two companies",
        "one call, two charges",
        "website said 22 and you take 31",
        "good morning",
        "are you open on Sunday",
        "I bought it for 5 pounds in the shop",
        "the landline has been dead since yesterday",
        "wait a second",
    ],
)
def test_a_story_with_numbers_in_it_chooses_nothing(said: str) -> None:
    assert read(said) is None
