"""Money: exact minor units, whatever the currency's decimals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcare.money import Money, total

DECIMALS = {"EUR": 2, "PLN": 2, "GBP": 2, "JPY": 0, "KWD": 3}
amounts = st.builds(Money, st.integers(-(10**12), 10**12), st.sampled_from(sorted(DECIMALS)))


@given(amounts)
def test_major_units_and_back_is_the_same_amount(amount: Money):
    assert Money.of(amount.major, amount.currency) == amount
    assert Money.of(str(amount.major), amount.currency) == amount


@given(st.integers(0, 10**9), st.sampled_from(["EUR", "PLN", "GBP"]))
def test_an_amount_survives_the_floating_point_of_json(minor: int, currency: str):
    assert Money.of(float(Money(minor, currency).major), currency).minor == minor


@given(st.lists(st.integers(-(10**9), 10**9)))
def test_a_total_is_exact(parts: list[int]):
    assert total((Money(part, "PLN") for part in parts), "PLN") == Money(sum(parts), "PLN")


@pytest.mark.parametrize(
    ("value", "currency", "minor"),
    [
        (0.1 + 0.2, "EUR", 30),
        ("1.005", "EUR", 101),
        ("1.004", "EUR", 100),
        (Decimal("2.675"), "GBP", 268),
        (19, "PLN", 1900),
        (100, "JPY", 100),
        ("1.2345", "KWD", 1235),
    ],
)
def test_halves_are_rounded_up(value: Decimal | float | str, currency: str, minor: int):
    assert Money.of(value, currency) == Money(minor, currency)


def test_the_total_of_nothing_is_nothing_of_that_currency():
    assert total([], "EUR") == Money(0, "EUR")
