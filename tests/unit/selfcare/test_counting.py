"""Numbers that count something are neither places, nor sums; lines, days and periods by words."""

from datetime import date

import pytest

from selfcare.account import Line
from selfcare.answers import (
    named_cycle,
    read_amount,
    read_cycle,
    read_day,
    read_line,
    read_place,
    read_position,
)
from selfcare.dispute import MEANS_OF_PAYMENT
from selfcare.money import Money
from tests.unit.selfcare.spoken import CYCLES, sunday

NOW = sunday("Europe/Madrid")
HOME = Line("P-1", "+34910123471")
MOBILE = Line("P-2", "+34612345182")
OTHER_MOBILE = Line("P-3", "+34655443322")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("pl", "policzyli dwa razy"),
        ("pl", "dwa razy"),
        ("pl", "dwa tygodnie temu"),
        ("pl", "opłata dwa razy"),
        ("pl", "drugi raz"),
        ("pl", "2 dni"),
        ("es", "dos veces"),
        ("es", "hace dos semanas"),
        ("es", "la segunda vez"),
        ("es", "son 2 minutos"),
        ("fr", "deux fois"),
        ("fr", "facturé deux fois"),
        ("fr", "deux semaines"),
        ("fr", "la deuxième fois"),
        ("en", "charged two times"),
        ("en", "two weeks ago"),
        ("en", "2 people"),
        ("en", "the second time"),
    ],
)
def test_a_number_that_counts_is_no_place(language: str, said: str) -> None:
    assert read_place(said, language, MEANS_OF_PAYMENT) is None
    assert read_position(said, language, 5) is None
    assert read_cycle(said, language, CYCLES) is None
    assert read_line(said, language, [HOME, MOBILE]) is None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("pl", "drugi"),
        ("pl", "numer dwa"),
        ("es", "la segunda"),
        ("es", "la 2"),
        ("fr", "le deuxième"),
        ("fr", "le 2"),
        ("en", "the second one"),
        ("en", "number 2"),
    ],
)
def test_a_place_is_one(language: str, said: str) -> None:
    assert read_place(said, language, MEANS_OF_PAYMENT) == MEANS_OF_PAYMENT[1]


@pytest.mark.parametrize(
    ("language", "said", "line"),
    [
        ("en", "the mobile", MOBILE),
        ("en", "my cell phone", MOBILE),
        ("en", "the landline", HOME),
        ("en", "the home phone", HOME),
        ("es", "el móvil", MOBILE),
        ("es", "mi celular", MOBILE),
        ("es", "el fijo", HOME),
        ("es", "el de casa", HOME),
        ("fr", "le portable", MOBILE),
        ("fr", "mon mobile", MOBILE),
        ("fr", "le fixe", HOME),
        ("fr", "la ligne fixe", HOME),
        ("pl", "komórka", MOBILE),
        ("pl", "numer komórkowy", MOBILE),
        ("pl", "stacjonarny", HOME),
        ("pl", "telefon domowy", HOME),
    ],
)
def test_a_line_is_named_by_its_kind(language: str, said: str, line: Line) -> None:
    assert read_line(said, language, [HOME, MOBILE]) == line


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "the mobile"),
        ("en", "the second mobile"),
        ("es", "el móvil"),
        ("fr", "le portable"),
        ("pl", "komórka"),
    ],
)
def test_of_two_mobiles_nobody_knows_which(language: str, said: str) -> None:
    assert read_line(said, language, [MOBILE, HOME, OTHER_MOBILE]) is None


def test_a_kind_that_no_line_is_of_names_none() -> None:
    assert read_line("the landline", "en", [MOBILE, OTHER_MOBILE]) is None
    assert read_line("the mobile", "en", [HOME, Line("P-4", "not a number")]) is None
    assert read_line("the mobile and the landline", "en", [HOME, MOBILE]) is None


def test_a_kind_beside_a_position_agrees_with_it() -> None:
    assert read_line("the mobile, number 3", "en", [MOBILE, HOME, OTHER_MOBILE]) == OTHER_MOBILE


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("pl", "15 paź"),
        ("pl", "15 października"),
        ("pl", "piętnastego października"),
        ("pl", "dwa tygodnie temu"),
        ("pl", "płaciłam dwa razy"),
        ("es", "15 oct"),
        ("es", "el 15 de octubre"),
        ("es", "hace dos semanas"),
        ("es", "dos veces"),
        ("fr", "15 oct"),
        ("fr", "le 15 octobre"),
        ("fr", "il y a deux semaines"),
        ("fr", "deux fois"),
        ("en", "15 Oct"),
        ("en", "on the 15th of October"),
        ("en", "two weeks ago"),
        ("en", "I paid two times"),
        ("en", "15.10.2026"),
        ("en", "2026-10-15"),
    ],
)
def test_a_day_or_a_count_is_no_sum(language: str, said: str) -> None:
    assert read_amount(said, language, "EUR") is None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("pl", "15 paź zapłaciłam 45"),
        ("es", "el 15 de octubre pagué 45"),
        ("fr", "le 15 octobre, 45"),
        ("en", "45 on 15 October"),
        ("en", "two weeks ago I paid 45"),
    ],
)
def test_a_sum_beside_a_day_is_read(language: str, said: str) -> None:
    assert read_amount(said, language, "EUR") == Money(4500, "EUR")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "the day before yesterday"),
        ("en", "the day before yesterday at 10"),
        ("en", "the night before last"),
        ("es", "anteayer"),
        ("es", "antes de ayer a las 10"),
        ("es", "antesdeayer"),
        ("es", "antier"),
        ("fr", "avant-hier"),
        ("fr", "avant hier à 10 h"),
        ("fr", "avanthier"),
        ("pl", "przedwczoraj"),
        ("pl", "przedwczoraj o 10"),
        ("pl", "przed wczoraj"),
    ],
)
def test_the_day_before_yesterday_is_read(language: str, said: str) -> None:
    assert read_day(said, language, NOW) == date(2026, 10, 16)


@pytest.mark.parametrize(
    ("language", "said", "month"),
    [
        ("en", "two months ago", "2026-08"),
        ("en", "the one from 2 months ago", "2026-08"),
        ("en", "the month before last", "2026-08"),
        ("en", "three months ago", "2026-07"),
        ("es", "hace dos meses", "2026-08"),
        ("es", "la de hace 2 meses", "2026-08"),
        ("es", "hace tres meses", "2026-07"),
        ("fr", "il y a deux mois", "2026-08"),
        ("fr", "celle d’il y a 2 mois", "2026-08"),
        ("fr", "il y a trois mois", "2026-07"),
        ("pl", "ten sprzed dwóch miesięcy", "2026-08"),
        ("pl", "2 miesiące temu", "2026-08"),
        ("pl", "trzy miesiące temu", "2026-07"),
    ],
)
def test_a_period_is_named_by_the_months_since(language: str, said: str, month: str) -> None:
    cycle = named_cycle(said, language, CYCLES)
    assert cycle is not None
    assert cycle.month == month


def test_a_period_before_all_bills_is_none() -> None:
    assert read_cycle("two years and 12 months ago", "en", CYCLES) is None
    assert named_cycle("ten months ago", "en", CYCLES) is None
