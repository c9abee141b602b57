"""Money: the rounding rule, tax, and amounts on the wire."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing.money import billed, from_decimal, minor_units, to_decimal, without_tax

currencies = st.sampled_from(["EUR", "PLN", "GBP", "JPY", "KWD"])


@pytest.mark.parametrize(
    ("millionths", "cents"),
    [(0, 0), (4_999, 0), (5_000, 1), (9_999, 1), (14_999, 1), (15_000, 2), (1_210_000, 121)],
)
def test_a_call_is_billed_at_the_nearest_cent_and_half_a_cent_goes_up(millionths: int, cents: int):
    assert billed(millionths, "EUR") == cents


@given(st.integers(0, 10**12), currencies)
def test_rounding_never_moves_a_price_by_more_than_half_a_minor_unit(
    millionths: int, currency: str
):
    exact = Fraction(millionths * minor_units(currency), 1_000_000)

    assert -Fraction(1, 2) < billed(millionths, currency) - exact <= Fraction(1, 2)


@given(st.integers(0, 10**9), currencies)
def test_an_amount_comes_back_from_the_wire_as_it_was(amount: int, currency: str):
    assert from_decimal(to_decimal(amount, currency), currency) == amount


@pytest.mark.parametrize("value", [1.005, "1,21", "", "NaN", float("inf"), 1e300, "1e-9"])
def test_what_is_no_amount_in_cents_is_refused(value: float | str):
    with pytest.raises(ValueError, match="not an amount"):
        from_decimal(value, "EUR")


def test_a_yen_has_no_smaller_coin():
    assert (minor_units("JPY"), to_decimal(250, "JPY")) == (1, 250.0)


@given(st.integers(0, 10**9), st.integers(0, 3000))
def test_the_amount_without_tax_is_the_nearest_one(amount: int, tax_rate: int):
    exact = Fraction(amount * 10_000, 10_000 + tax_rate)

    assert abs(without_tax(amount, tax_rate) - exact) <= Fraction(1, 2)
