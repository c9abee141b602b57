"""How Polish customers name periods, sums, days and means."""

from datetime import date

import pytest

from selfcare.answers import (
    named_cycle,
    read_amount,
    read_cycle,
    read_day,
    read_means,
    read_step,
)
from selfcare.lexicon import is_only
from selfcare.money import Money
from tests.unit.selfcare.spoken import CYCLES, sunday

NOW = sunday("Europe/Warsaw")


@pytest.mark.parametrize(
    ("said", "month"),
    [
        ("październik", "2026-10"),
        ("we wrześniu", "2026-09"),
        ("za sierpien", "2026-08"),
        ("rachunek lipcowy", "2026-07"),
        ("w czerwcu", "2026-06"),
        ("w maju", "2026-05"),
        ("z maja", "2026-05"),
        ("maja", "2026-05"),
        ("zeszły miesiąc", "2026-09"),
        ("w ubiegłym miesiącu", "2026-09"),
        ("poprzedni rachunek", "2026-09"),
        ("ten ostatni", "2026-09"),
        ("z ostatniej faktury", "2026-09"),
        ("ostatniego miesiąca", "2026-09"),
        ("z tego miesiąca", "2026-10"),
        ("bieżący okres", "2026-10"),
        ("jeszcze bez rachunku", "2026-10"),
        ("trzeci", "2026-08"),
        ("2", "2026-09"),
    ],
)
def test_a_period_is_named(said: str, month: str) -> None:
    cycle = read_cycle(said, "pl", CYCLES)
    assert cycle is not None
    assert cycle.month == month


@pytest.mark.parametrize("said", ["nie wiem", "w marcu", "przedostatni", "mają być wszystkie"])
def test_words_that_name_no_period_we_have_are_none(said: str) -> None:
    assert read_cycle(said, "pl", CYCLES) is None


@pytest.mark.parametrize("said", ["połączenia mają złą stawkę", "ostatnio", "druga linia", "teraz"])
def test_a_wish_without_a_period_names_none(said: str) -> None:
    assert named_cycle(said, "pl", CYCLES) is None


@pytest.mark.parametrize(
    ("said", "grosze"),
    [
        ("45,50", 4550),
        ("45.50", 4550),
        ("45zł", 4500),
        ("1 200 zł", 120000),
        ("1.200,00 zł", 120000),
        ("około 60 zł", 6000),
        ("45 zł 50 gr", 4550),
        ("45 zł i 50 groszy", 4550),
        ("12 października zapłaciłam 45 zł", 4500),
        ("45 zł 12 października", 4500),
        ("czterdzieści pięć złotych", 4500),
        ("czterdzieści pięć złotych i pięćdziesiąt groszy", 4550),
        ("sto dwadzieścia zł", 12000),
        ("dwieście złotych", 20000),
        ("dwa tysiące", 200000),
        ("stówka", 10000),
    ],
)
def test_a_sum_is_read(said: str, grosze: int) -> None:
    assert read_amount(said, "pl", "PLN") == Money(grosze, "PLN")


def test_no_sum_is_none() -> None:
    assert read_amount("nie pamiętam", "pl", "PLN") is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("dzisiaj", date(2026, 10, 18)),
        ("wczoraj wieczorem", date(2026, 10, 17)),
        ("przedwczoraj", date(2026, 10, 16)),
        ("trzy dni temu", date(2026, 10, 15)),
        ("dwa tygodnie temu", date(2026, 10, 4)),
        ("w poniedziałek", date(2026, 10, 12)),
        ("w piątek", date(2026, 10, 16)),
        ("w środę", date(2026, 10, 14)),
        ("5 października", date(2026, 10, 5)),
        ("5-go października", date(2026, 10, 5)),
        ("piątego października", date(2026, 10, 5)),
        ("dwudziestego piątego", date(2026, 9, 25)),
        ("5 paź", date(2026, 10, 5)),
        ("30 wrzesnia 2026", date(2026, 9, 30)),
        ("12 października o 15", date(2026, 10, 12)),
        ("zapłaciłam 3 października w banku", date(2026, 10, 3)),
        ("5", date(2026, 10, 5)),
        ("30", date(2026, 9, 30)),
        ("5.10", date(2026, 10, 5)),
        ("05.10.2026", date(2026, 10, 5)),
        ("2026-10-05", date(2026, 10, 5)),
        ("jutro", date(2026, 10, 19)),
    ],
)
def test_a_day_is_read(said: str, day: date) -> None:
    assert read_day(said, "pl", NOW) == day


@pytest.mark.parametrize("said", ["nie pamiętam", "nie", "w październiku"])
def test_words_without_a_day_are_no_date(said: str) -> None:
    assert read_day(said, "pl", NOW) is None


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("kartą", "card"),
        ("karta Visa", "card"),
        ("kartą w salonie", "card"),
        ("przelewem", "transfer"),
        ("BLIKIEM", "transfer"),
        ("przez internet", "transfer"),
        ("polecenie zapłaty", "direct_debit"),
        ("zleceniem stałym", "direct_debit"),
        ("gotówką w banku", "cash"),
        ("na poczcie", "cash"),
        ("w Żabce", "cash"),
        ("w inny sposób", "other"),
        ("nie wiem", None),
    ],
)
def test_means_of_payment_are_recognised(said: str, means: "str | None") -> None:
    assert read_means(said, "pl") == means


@pytest.mark.parametrize(
    "said",
    [
        "nie",
        "Nie, dziękuję.",
        "nic więcej",
        "to wszystko",
        "nie, to już wszystko",
        "nie mam nic do dodania",
        "bez uwag",
        "nie trzeba",
    ],
)
def test_nothing_to_add_is_recognised(said: str) -> None:
    assert is_only("pl", said, "nothing_to_add")


@pytest.mark.parametrize("said", ["nie działa internet", "nic nie działało", "nie ja dzwoniłem"])
def test_a_story_that_begins_with_no_is_kept(said: str) -> None:
    assert not is_only("pl", said, "nothing_to_add")


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("połączenia", "calls"),
        ("inne połączenie", "calls"),
        ("zły powód", "reason"),
        ("własne słowa", "words"),
        ("chcę coś dopisać", "words"),
        ("kwotę", "payment"),
        ("datę wpłaty", "payment"),
        ("rachunek", "bill"),
        ("dzień dobry", None),
        ("połączenie z konsultantem", None),
        ("rozmowa z człowiekiem", None),
    ],
)
def test_what_to_change_is_recognised(said: str, step: "str | None") -> None:
    assert read_step(said, "pl") == step
