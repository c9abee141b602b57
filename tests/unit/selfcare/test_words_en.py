"""How English-speaking customers name periods, sums, days and means."""

from datetime import date

import pytest

from selfcare.answers import (
    named_cycle,
    read_amount,
    read_cycle,
    read_day,
    read_means,
    read_position,
    read_step,
)
from selfcare.lexicon import is_only
from selfcare.money import Money
from tests.unit.selfcare.spoken import CYCLES, sunday

NOW = sunday("Europe/London")


@pytest.mark.parametrize(
    ("said", "month"),
    [
        ("October", "2026-10"),
        ("in September", "2026-09"),
        ("the August one", "2026-08"),
        ("my July bill", "2026-07"),
        ("the month of June", "2026-06"),
        ("May", "2026-05"),
        ("in may", "2026-05"),
        ("aug", "2026-08"),
        ("last month", "2026-09"),
        ("last month’s bill", "2026-09"),
        ("my last bill", "2026-09"),
        ("the last one", "2026-09"),
        ("the previous one", "2026-09"),
        ("the most recent bill", "2026-09"),
        ("this month", "2026-10"),
        ("the current period", "2026-10"),
        ("the one not billed yet", "2026-10"),
        ("the second one", "2026-09"),
        ("number three", "2026-08"),
        ("2", "2026-09"),
    ],
)
def test_a_period_is_named(said: str, month: str) -> None:
    cycle = read_cycle(said, "en", CYCLES)
    assert cycle is not None
    assert cycle.month == month


@pytest.mark.parametrize("said", ["I don’t know", "in March", "ages ago", "it may be wrong"])
def test_words_that_name_no_period_we_have_are_none(said: str) -> None:
    assert read_cycle(said, "en", CYCLES) is None


@pytest.mark.parametrize(
    "said", ["now I’m charged too much", "it may be wrong", "the last call", "the last time"]
)
def test_a_wish_without_a_period_names_none(said: str) -> None:
    assert named_cycle(said, "en", CYCLES) is None


@pytest.mark.parametrize(
    ("said", "position"),
    [("one", 1), ("the second one", 2), ("number 3", 3), ("the last one", 4), ("the ninth", None)],
)
def test_a_position_is_read(said: str, position: "int | None") -> None:
    assert read_position(said, "en", 4) == position


@pytest.mark.parametrize(
    ("said", "pence"),
    [
        ("45.50", 4550),
        ("45,50", 4550),
        ("£45", 4500),
        ("£45.50", 4550),
        ("45 quid", 4500),
        ("1,200 pounds", 120000),
        ("£1,200.50", 120050),
        ("about 60 pounds", 6000),
        ("45 pounds 50", 4550),
        ("45 pounds and 50 pence", 4550),
        ("I paid £45 on 12 October", 4500),
        ("on 12 October I paid £45", 4500),
        ("forty-five pounds", 4500),
        ("forty five pounds fifty", 4550),
        ("one pound fifty", 150),
        ("twenty-one pounds", 2100),
        ("one hundred and twenty pounds", 12000),
        ("two hundred pounds", 20000),
        ("one thousand two hundred pounds", 120000),
        ("I paid in one go, forty pounds", 4000),
        ("forty five point fifty", 4550),
    ],
)
def test_a_sum_is_read(said: str, pence: int) -> None:
    assert read_amount(said, "en", "GBP") == Money(pence, "GBP")


@pytest.mark.parametrize("said", ["I can’t remember", "part of one bill", "everything"])
def test_no_sum_is_none(said: str) -> None:
    assert read_amount(said, "en", "GBP") is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", date(2026, 10, 18)),
        ("this morning", date(2026, 10, 18)),
        ("yesterday evening", date(2026, 10, 17)),
        ("last night", date(2026, 10, 17)),
        ("the day before yesterday", date(2026, 10, 16)),
        ("three days ago", date(2026, 10, 15)),
        ("a week ago", date(2026, 10, 11)),
        ("two weeks ago", date(2026, 10, 4)),
        ("on Monday", date(2026, 10, 12)),
        ("last Friday", date(2026, 10, 16)),
        ("5 October", date(2026, 10, 5)),
        ("5th of October", date(2026, 10, 5)),
        ("October 5th", date(2026, 10, 5)),
        ("the fifth of October", date(2026, 10, 5)),
        ("the twenty-fifth", date(2026, 9, 25)),
        ("the 3rd of last month", date(2026, 9, 3)),
        ("5 Sept", date(2026, 9, 5)),
        ("30 September 2026", date(2026, 9, 30)),
        ("4 May", date(2026, 5, 4)),
        ("I paid on 3 October at the bank", date(2026, 10, 3)),
        ("5", date(2026, 10, 5)),
        ("the 30th", date(2026, 9, 30)),
        ("5/10", date(2026, 10, 5)),
        ("05/10/2026", date(2026, 10, 5)),
        ("2026-10-05", date(2026, 10, 5)),
        ("tomorrow", date(2026, 10, 19)),
    ],
)
def test_a_day_is_read(said: str, day: date) -> None:
    assert read_day(said, "en", NOW) == day


@pytest.mark.parametrize("said", ["I can’t remember", "no", "in October", "it may be"])
def test_words_without_a_day_are_no_date(said: str) -> None:
    assert read_day(said, "en", NOW) is None


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("by card", "card"),
        ("Visa debit", "card"),
        ("card in the shop", "card"),
        ("bank transfer", "transfer"),
        ("online", "transfer"),
        ("with my banking app", "transfer"),
        ("direct debit", "direct_debit"),
        ("it went out automatically", "direct_debit"),
        ("cash at the bank", "cash"),
        ("at the post office", "cash"),
        ("PayPoint", "cash"),
        ("by cheque", "other"),
        ("another way", "other"),
        ("I don’t know", None),
    ],
)
def test_means_of_payment_are_recognised(said: str, means: "str | None") -> None:
    assert read_means(said, "en") == means


@pytest.mark.parametrize(
    "said",
    [
        "no",
        "No, thanks.",
        "nothing else",
        "that’s all",
        "No, that’s all, thank you",
        "I have nothing to add",
        "nope",
        "not really",
    ],
)
def test_nothing_to_add_is_recognised(said: str) -> None:
    assert is_only("en", said, "nothing_to_add")


@pytest.mark.parametrize("said", ["no, it wasn’t me", "nothing worked", "no one called from here"])
def test_a_story_that_begins_with_no_is_kept(said: str) -> None:
    assert not is_only("en", said, "nothing_to_add")


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("the calls", "calls"),
        ("another call", "calls"),
        ("the reason", "reason"),
        ("my comment", "words"),
        ("I’d like to add something", "words"),
        ("the amount", "payment"),
        ("the date of the payment", "payment"),
        ("the bill", "bill"),
        ("hello", None),
    ],
)
def test_what_to_change_is_recognised(said: str, step: "str | None") -> None:
    assert read_step(said, "en") == step
