"""How Polish customers choose calls from a list."""

import pytest

from selfcare.choice import Choice, read_choice
from tests.unit.selfcare.spoken import ALL, a_call

CALLS = [
    a_call("+48600111222", "mobile", "PL", 65, 121, "PLN"),
    a_call("+212661234567", "international", "MA", 600, 840, "PLN"),
    a_call("+48221234568", "local", "PL", 30, 45, "PLN"),
    a_call("+4915112345678", "international", "DE", 1200, 310, "PLN"),
    a_call("+48701555666", "premium", "PL", 90, 999, "PLN"),
    a_call("+212522998877", "international", "MA", 60, 250, "PLN"),
]


@pytest.mark.parametrize(
    ("said", "positions"),
    [
        ("2", (2,)),
        ("2.", (2,)),
        ("2 i 4", (2, 4)),
        ("„2 i 4”", (2, 4)),
        ("1,3", (1, 3)),
        ("zaznaczam 1,3,5", (1, 3, 5)),
        ("1 2 3", (1, 2, 3)),
        ("2-4", (2, 3, 4)),
        ("od 2 do 4", (2, 3, 4)),
        ("od drugiej do czwartej", (2, 3, 4)),
        ("od jeden do trzy", (1, 2, 3)),
        ("druga i czwarta", (2, 4)),
        ("Proszę o trzecią", (3,)),
        ("tę drugą", (2,)),
        ("to pierwsze", (1,)),
        ("dwójkę i piątkę", (2, 5)),
        ("numer trzy i numer pięć", (3, 5)),
        ("pozycja 5", (5,)),
        ("nr 5", (5,)),
        ("2 i 4 się nie zgadzają", (2, 4)),
        ("2 i 4 mają złą stawkę", (2, 4)),
        ("2 naliczono dwa razy", (2,)),
        ("wszystkie", ALL),
        ("całość", ALL),
        ("wszystkie oprócz trzeciej", (1, 2, 4, 5, 6)),
        ("wszystko poza 3", (1, 2, 4, 5, 6)),
        ("wszystkie z wyjątkiem 1 i 6", (2, 3, 4, 5)),
        ("wszystkie, tylko nie trzecie", (1, 2, 4, 5, 6)),
        ("wszystkie bez drugiego", (1, 3, 4, 5, 6)),
        ("od 1 do 4, ale bez 3", (1, 2, 4)),
        ("wszystkie do Maroka oprócz szóstego", (2,)),
        ("ostatnia", (6,)),
        ("ostatnie dwa", (5, 6)),
        ("trzy pierwsze", (1, 2, 3)),
        ("pierwszych trzech", (1, 2, 3)),
        ("dwa pierwsze i ostatnie", (1, 2, 6)),
        ("najdroższe", (5,)),
        ("ta najdłuższa", (4,)),
        ("te do Maroka", (2, 6)),
        ("połączenia marokańskie", (2, 6)),
        ("dwa połączenia do Maroka", (2, 6)),
        ("to z Niemcami", (4,)),
        ("ten niemiecki numer", (4,)),
        ("powyżej 3 zł", (2, 4, 5)),
        ("droższe niż 5 złotych", (2, 5)),
        ("to za 9,99", (5,)),
        ("za 1,21 zł", (1,)),
        ("600 111 222", (1,)),
        ("na numer 0701555666", (5,)),
        ("na numer kończący się na 567", (2,)),
    ],
)
def test_calls_are_chosen_as_a_pole_would_say_it(said: str, positions: "tuple[int, ...]") -> None:
    assert read_choice(said, "pl", CALLS) == Choice(positions)


@pytest.mark.parametrize("said", ["obie", "oba", "te dwa", "obydwa połączenia", "1 i 2"])
def test_both_of_two_calls_are_both(said: str) -> None:
    assert read_choice(said, "pl", CALLS[:2]) == Choice((1, 2))


@pytest.mark.parametrize(
    ("said", "missing"),
    [("siódma", (7,)), ("trzydzieści jeden", (31,)), ("2 i 9", (9,))],
)
def test_positions_that_the_list_lacks_are_reported(said: str, missing: "tuple[int, ...]") -> None:
    choice = read_choice(said, "pl", CALLS)
    assert choice is not None
    assert choice.missing == missing


@pytest.mark.parametrize(
    "said",
    [
        "nie wiem",
        "bez zmian",
        "naliczono dwa razy",
        "drugi raz",
        "te z piątku",
        "te ze czwartku",
        "z 3 października",
        "połączenie o 12:00",
        "reklamuję dwa połączenia",
        "wróćmy do polskiego",
        "po niemiecku proszę",
    ],
)
def test_words_that_choose_no_call_are_no_choice(said: str) -> None:
    assert read_choice(said, "pl", CALLS) is None


def test_two_positions_with_a_comma_are_no_price() -> None:
    calls = CALLS + CALLS
    assert read_choice("2,10", "pl", calls) == Choice((2, 10))
    assert read_choice("2,10,11", "pl", calls) == Choice((2, 10, 11))
