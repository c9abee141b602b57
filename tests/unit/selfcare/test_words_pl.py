"""How Polish customers choose calls, name periods, sums, days and means, and say "that's all"."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from selfcare.answers import (
    named_cycle,
    read_amount,
    read_cycle,
    read_day,
    read_means,
    read_step,
)
from selfcare.bills import Bill, BillingCycle
from selfcare.calls import Call
from selfcare.choice import Choice, read_choice
from selfcare.lexicon import is_only
from selfcare.money import Money

WARSAW = ZoneInfo("Europe/Warsaw")
#: A Sunday.
NOW = datetime(2026, 10, 18, 15, 0, tzinfo=WARSAW)


def _call(number: str, kind: str, country: str, seconds: int, grosze: int) -> Call:
    price = Money(grosze, "PLN")
    return Call(number, "line", NOW, number, kind, country, seconds, price, "bill", None)


CALLS = [
    _call("+48600111222", "mobile", "PL", 65, 121),
    _call("+212661234567", "international", "MA", 600, 840),
    _call("+48221234568", "local", "PL", 30, 45),
    _call("+4915112345678", "international", "DE", 1200, 310),
    _call("+48701555666", "premium", "PL", 90, 999),
    _call("+212522998877", "international", "MA", 60, 250),
]
ALL = (1, 2, 3, 4, 5, 6)


def _cycle(month: int, days: int, is_billed: bool = True) -> BillingCycle:
    first, last = date(2026, month, 1), date(2026, month, days)
    nothing = Money(0, "PLN")
    bill = Bill(f"b{month}", f"RA/{month}", first, last, nothing, nothing, None)
    return BillingCycle(first, last, bill if is_billed else None)


CYCLES = [
    _cycle(10, 31, is_billed=False),
    _cycle(9, 30),
    _cycle(8, 31),
    _cycle(7, 31),
    _cycle(6, 30),
    _cycle(5, 31),
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
        ("obie", ALL),
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
        "żadne",
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
