"""How Polish customers describe calls: by price, length, day and kind."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from selfcare.choice import Choice, read_choice
from tests.unit.selfcare.spoken import a_list

CALLS = a_list("PL", "+48600111", "+48221234568", "+48701555666", "FR", "PLN")
NOW = datetime(2026, 10, 18, 15, 0, tzinfo=ZoneInfo("Europe/Madrid"))


def read(said: str) -> "Choice | None":
    return read_choice(said, "pl", CALLS, NOW)


@pytest.mark.parametrize(
    ("said", "positions"),
    [
        ("ta za 10 euro", (7,)),
        ("no ta najdroższa", (7,)),
        ("za 10 euro", (7,)),
        ("ta z 16 o 9 rano", (3,)),
        ("ta o godzinie 21", (8,)),
        ("to z ukrainy z 11 października", (8,)),
        ("poniżej 3 zł", (1, 2, 5, 6, 9, 10)),
        ("tańsze niż 3 zł", (1, 2, 5, 6, 9, 10)),
        ("między 5 a 10 zł", (3, 7, 8)),
        ("od 5 do 10 zł", (3, 7, 8)),
        ("te z 16 października", (2, 3)),
        ("te z szesnastego", (2, 3)),
        ("z 16.10", (2, 3)),
        ("wczorajsze", (1,)),
        ("to o 18:29", (2,)),
        ("to o 18.29", (2,)),
        ("te w nocy", (1, 7)),
        ("po północy", (7,)),
        ("rano", (3, 9)),
        ("trzy najdroższe", (3, 7, 8)),
        ("najtańsze", (1,)),
        ("najkrótsze", (1,)),
        ("dwa najdłuższe", (3, 4)),
        ("przedostatnia", (9,)),
        ("pięć ostatnich", (6, 7, 8, 9, 10)),
        ("obie do Maroka", (3, 9)),
        ("od 1 do 5", (1, 2, 3, 4, 5)),
        ("te dwa takie same", (5, 6)),
        ("roamingowe", (10,)),
        ("te na komórki", (2, 5, 6)),
        ("te na stacjonarne", (1,)),
        ("na numery o podwyższonej opłacie", (7,)),
        ("międzynarodowe powyżej 3 zł", (3, 4, 8)),
        ("2 i te do Maroka", (2, 3, 9)),
        ("2 i do Maroka", (2, 3, 9)),
        ("2, 4 i wszystkie powyżej 5 zł", (2, 3, 4, 7)),
        ("marokańskie i to z Niemcami", (3, 4, 9)),
        ("do Niemiec i do Maroka powyżej 3 zł", (3, 4)),
        ("2 i 4, nie 3", (2, 4)),
        ("wszystkie oprócz najtańszego", (2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("wszystkie oprócz marokańskich", (1, 2, 4, 5, 6, 7, 8, 10)),
        ("ostatnie do Maroka", (9,)),
        ("pierwsze do Maroka", (3,)),
        ("najdroższe do Maroka", (3,)),
        ("wszystkie bez wyjątku", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("te z piątku", (2, 3)),
        ("dłuższe niż 5 minut", (3, 4, 8, 10)),
        ("krótsze niż minuta", (1,)),
        ("co najmniej 5 zł", (3, 7, 8)),
        ("5 zł i więcej", (3, 7, 8)),
        ("po 20:00", (1, 5, 6, 8)),
        ("między 20:00 a 21:00", (5, 6, 8)),
        ("cztery dni temu", (4,)),
        ("te dwa do Maroka", (3, 9)),
        ("4, bez mojej zgody", (4,)),
        ("od 10 do 12 października", (5, 6, 7, 8, 9, 10)),
        ("11 i 12 października", (5, 6, 7, 8, 9)),
        ("za 2 zł 50 gr", (9,)),
        ("chodzi o 2 i 4", (2, 4)),
        ("wszystkie z wczoraj", (1,)),
        ("od trzech do pięciu złotych", (4, 8)),
        ("rozmowa z godziny 18:29", (2,)),
        ("o osiemnastej dwadzieścia dziewięć", (2,)),
        ("drugą i trzecią", (2, 3)),
        ("ostatnie trzy cyfry 567", (3,)),
        ("dwa ostatnie do Maroka", (3, 9)),
        ("drugie do Maroka", (9,)),
        ("ponad dwie minuty", (3, 4, 8, 10)),
        ("do 2 zł", (1, 2, 5, 6)),
        ("najdroższe i najdłuższe", (4, 7)),
        ("wszystko powyżej 5 złotych", (3, 7)),
        ("wszystkie z zeszłego tygodnia", (8, 9, 10)),
        ("przedwczorajsze", (2, 3)),
        ("od 14 października", (1, 2, 3, 4)),
        ("przed 11 października", (10,)),
        ("te z 16-go", (2, 3)),
        ("16-ego października", (2, 3)),
        ("2, nie 3", (2,)),
        ("te z tego tygodnia", (1, 2, 3, 4, 5, 6, 7)),
        ("wszystkie oprócz 2 i 4", (1, 3, 5, 6, 7, 8, 9, 10)),
        ("wszystkie dziesięć", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("obydwa marokańskie", (3, 9)),
        ("pierwsze trzy i ostatnie", (1, 2, 3, 10)),
        ("te na komórki z 12 października", (5, 6)),
        ("połączenie za 1,21 zł z 16 października", (2,)),
        ("dwa najtańsze do Maroka", (3, 9)),
        ("2 z października", (2,)),
        ("4 mają złą stawkę", (4,)),
        ("wieczorem", (1, 2, 5, 6, 8)),
        ("z 12 października wieczorem", (5, 6)),
        ("to z 12 października po północy", (7,)),
        ("proszę o 3", (3,)),
        ("zaznacz 2, 4 i 6", (2, 4, 6)),
        ("nie rozpoznaję 3 i 7", (3, 7)),
        ("chyba trzecie", (3,)),
        ("połączenia 2 i 5", (2, 5)),
        ("wszystkie połączenia powyżej 5 zł", (3, 7)),
        ("wszystkie na komórki", (2, 5, 6)),
        ("nie dzwoniłam do Maroka", (3, 9)),
        ("tylko to na Ukrainę", (8,)),
        ("to za 9,99 i to za 8,40", (3, 7)),
        ("krótsze niż 2 minuty i droższe niż 2 zł", (7, 9)),
        ("ostatnie i przedostatnie", (9, 10)),
        ("dwa pierwsze", (1, 2)),
        ("z piątku po 18:00", (2,)),
        ("wszystkie oprócz tego do Niemiec i tego na Ukrainę", (1, 2, 3, 5, 6, 7, 9, 10)),
        ("jedynkę i dwójkę", (1, 2)),
        ("najdroższe połączenie", (7,)),
        ("dwa najtańsze", (1, 2)),
        ("te dwa pierwsze", (1, 2)),
        ("połączenie numer 3", (3,)),
        ("trójka i siódemka", (3, 7)),
        ("2. i 4.", (2, 4)),
        ("tylko ostatnie", (10,)),
        ("to z godziny 20:16", (5, 6)),
        ("te z 12.10", (5, 6, 7)),
        ("te z dnia 12.10.2026", (5, 6, 7)),
    ],
)
def test_calls_are_chosen_by_what_they_are_in_polish(
    said: str, positions: "tuple[int, ...]"
) -> None:
    assert read(said) == Choice(positions)


@pytest.mark.parametrize(
    "said",
    [
        "żadne",
        "żadne z nich",
        "ponad godzinę",
        "3 dni temu",
        "ani jedno",
    ],
)
def test_a_description_that_no_call_fits_chooses_none(said: str) -> None:
    assert read(said) == Choice(())


@pytest.mark.parametrize(
    ("said", "positions", "missing"),
    [
        ("dwunastka", (), (12,)),
        ("2,4,99", (2, 4), (99,)),
        ("16-go", (), (16,)),
    ],
)
def test_positions_beyond_the_list_are_missing(
    said: str, positions: "tuple[int, ...]", missing: "tuple[int, ...]"
) -> None:
    assert read(said) == Choice(positions, missing)


@pytest.mark.parametrize(
    "said",
    [
        "obie",
        "dwa razy",
        "policzyli dwa razy",
        "dwa tygodnie temu",
        "wszystkie sprzed dwóch tygodni",
        "miało być 50 groszy za minutę a jest 2 zł",
        "żadne z nich nie jest moje",
        "wszystkie, których nie znam",
        "te powyżej 5",
        "nie 2",
        "te z soboty",
        "te trzy",
        "te trzy do Maroka",
        "bez przesady",
        "no bez jaj",
        "te dwie",
        "jedną z dwóch",
        "mam 2 telefony",
        "moich dwóch synów dzwoniło do Maroka",
        "trzy ostatnie do Maroka",
        "to nie 2 tylko 3",
        "wszystkie pozostałe",
        "wszystkie drogie",
        "zagraniczne",
        "za granicę powyżej 3 zł",
        "ukradli mi komórkę",
        "dwa połączenia",
        "naliczone 3 razy",
        "trzeci raz",
        "to dłuższe niż 5",
        "poniżej 5",
        "nie wszystkie",
        "wszystkie trzy",
        "rachunek z października jest za wysoki",
        "między 2 a 4",
        "półtorej minuty",
        "to na 10 minut",
        "trzy najtańsze",
        "ani 2 ani 3",
        "z tego miesiąca",
        "wszystkie z zeszłego miesiąca",
    ],
)
def test_what_may_be_meant_otherwise_is_asked_about(said: str) -> None:
    assert read(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "zaokrągliliście wszystko w górę",
        "macie mnie za dłużnika a wszystko opłacone",
        "płaciłam trzeciego w banku",
        "jedno połączenie, dwie opłaty",
        "miało być 50 a jest 79",
        "dobranoc",
        "od wczoraj nie działa internet",
        "jedna z rozmów",
        "mam trzy numery",
    ],
)
def test_a_story_with_numbers_in_it_chooses_nothing(said: str) -> None:
    assert read(said) is None
