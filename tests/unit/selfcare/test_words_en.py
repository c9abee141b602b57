"""How English-speaking customers choose calls, name periods, sums, days and means of payment."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

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
from selfcare.bills import Bill, BillingCycle
from selfcare.calls import Call
from selfcare.choice import Choice, read_choice
from selfcare.lexicon import is_only
from selfcare.money import Money

LONDON = ZoneInfo("Europe/London")
#: A Sunday.
NOW = datetime(2026, 10, 18, 15, 0, tzinfo=LONDON)


def _call(number: str, kind: str, country: str, seconds: int, pence: int) -> Call:
    price = Money(pence, "GBP")
    return Call(number, "line", NOW, number, kind, country, seconds, price, "bill", None)


CALLS = [
    _call("+447700900123", "mobile", "GB", 65, 121),
    _call("+212661234567", "international", "MA", 600, 840),
    _call("+442079460456", "local", "GB", 30, 45),
    _call("+4915112345678", "international", "DE", 1200, 310),
    _call("+449098790666", "premium", "GB", 90, 999),
    _call("+212522998877", "international", "MA", 60, 250),
]
ALL = (1, 2, 3, 4, 5, 6)


def _cycle(month: int, days: int, is_billed: bool = True) -> BillingCycle:
    first, last = date(2026, month, 1), date(2026, month, days)
    nothing = Money(0, "GBP")
    bill = Bill(f"b{month}", f"F-{month}", first, last, nothing, nothing, None)
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
        "none",
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
