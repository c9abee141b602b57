"""How English-speaking customers choose calls from a list."""

import pytest

from selfcare.choice import Choice, read_choice
from tests.unit.selfcare.spoken import ALL, a_call

CALLS = [
    a_call("+447700900123", "mobile", "GB", 65, 121, "GBP"),
    a_call("+212661234567", "international", "MA", 600, 840, "GBP"),
    a_call("+442079460456", "local", "GB", 30, 45, "GBP"),
    a_call("+4915112345678", "international", "DE", 1200, 310, "GBP"),
    a_call("+449098790666", "premium", "GB", 90, 999, "GBP"),
    a_call("+212522998877", "international", "MA", 60, 250, "GBP"),
]


@pytest.mark.parametrize(
    ("said", "positions"),
    [
        ("2", (2,)),
        ("no. 2", (2,)),
        ("No 2", (2,)),
        ("#2", (2,)),
        ("number 5", (5,)),
        ("2 and 4", (2, 4)),
        ("“2 and 4”", (2, 4)),
        ("2 & 4", (2, 4)),
        ("two and four", (2, 4)),
        ("numbers 2, 3 and 5", (2, 3, 5)),
        ("1,3", (1, 3)),
        ("1 2 3", (1, 2, 3)),
        ("2-4", (2, 3, 4)),
        ("2 to 4", (2, 3, 4)),
        ("from 2 through 4", (2, 3, 4)),
        ("from the second to the fourth", (2, 3, 4)),
        ("one to three", (1, 2, 3)),
        ("one", (1,)),
        ("number one", (1,)),
        ("one and three", (1, 3)),
        ("call one and call three", (1, 3)),
        ("one, two and three", (1, 2, 3)),
        ("the second one", (2,)),
        ("the third one please", (3,)),
        ("the first one and the last one", (1, 6)),
        ("the 2nd and the 3rd", (2, 3)),
        ("the fifth call", (5,)),
        ("that one, number 3", (3,)),
        ("3 is the wrong one", (3,)),
        ("2 and 4 aren’t mine", (2, 4)),
        ("2 was charged twice", (2,)),
        ("number 2, it’s the second time this happened", (2,)),
        ("4, but I didn’t make it", (4,)),
        ("4, made without my permission", (4,)),
        ("3, that’s all", (3,)),
        ("5, it only lasted 30 seconds", (5,)),
        ("3, at 12:30", (3,)),
        ("all", ALL),
        ("all of them", ALL),
        ("every one", ALL),
        ("everything", ALL),
        ("all six", ALL),
        ("the lot", ALL),
        ("I dispute them all", ALL),
        ("all but the third", (1, 2, 4, 5, 6)),
        ("all except 3", (1, 2, 4, 5, 6)),
        ("everything except 1 and 6", (2, 3, 4, 5)),
        ("all of them except the last one", (1, 2, 3, 4, 5)),
        ("all, but not 3", (1, 2, 4, 5, 6)),
        ("all apart from the first", (2, 3, 4, 5, 6)),
        ("all other than number two", (1, 3, 4, 5, 6)),
        ("1 to 4 except 3", (1, 2, 4)),
        ("the ones to Morocco except the sixth", (2,)),
        ("the last", (6,)),
        ("the bottom one", (6,)),
        ("the top one", (1,)),
        ("the last two", (5, 6)),
        ("the two last ones", (5, 6)),
        ("the first three", (1, 2, 3)),
        ("top 3", (1, 2, 3)),
        ("the first and the last", (1, 6)),
        ("the most expensive", (5,)),
        ("the dearest one", (5,)),
        ("the one that cost the most", (5,)),
        ("the longest", (4,)),
        ("the ones to Morocco", (2, 6)),
        ("both calls to Morocco", (2, 6)),
        ("the two Moroccan ones", (2, 6)),
        ("the German one", (4,)),
        ("over 3 pounds", (2, 4, 5)),
        ("anything more than £5", (2, 5)),
        ("the ones under 2 pounds", (1, 3)),
        ("the one for 9.99", (5,)),
        ("the 8 pound one", (2,)),
        ("the £8 one", (2,)),
        ("the one that was £1.21", (1,)),
        ("07700 900123", (1,)),
        ("the one to 0909 879 0666", (5,)),
        ("the one ending in 567", (2,)),
    ],
)
def test_calls_are_chosen_as_they_are_said_in_english(
    said: str, positions: "tuple[int, ...]"
) -> None:
    assert read_choice(said, "en", CALLS) == Choice(positions)


@pytest.mark.parametrize("said", ["both", "those two", "all two", "both of them", "1 and 2"])
def test_both_of_two_calls_are_both(said: str) -> None:
    assert read_choice(said, "en", CALLS[:2]) == Choice((1, 2))


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("the seventh", (7,)),
        ("2 and 9", (9,)),
        ("twenty-one", (21,)),
        ("the twenty-first", (21,)),
        ("thirty two", (32,)),
    ],
)
def test_positions_that_the_list_lacks_are_reported(said: str, missing: "tuple[int, ...]") -> None:
    choice = read_choice(said, "en", CALLS)
    assert choice is not None
    assert choice.missing == missing


@pytest.mark.parametrize(
    "said",
    [
        "I don’t know",
        "everything is fine",
        "that’s all",
        "not at all",
        "one moment",
        "just a second",
        "no one called",
        "I was charged two times",
        "it’s the second time",
        "the last time as well",
        "my last bill",
        "first of all I didn’t call",
        "it’s higher than I was quoted",
        "I dispute two calls",
        "the one on 3 October",
        "the call at 12:30",
        "those two",
        "the wrong one",
        "without my permission",
        "it happens every month",
        "for ten days",
    ],
)
def test_words_that_choose_no_call_are_no_choice(said: str) -> None:
    assert read_choice(said, "en", CALLS) is None


def test_two_positions_with_a_comma_are_no_price() -> None:
    assert read_choice("2,10", "en", CALLS + CALLS) == Choice((2, 10))
