"""Sums as officers type them."""

import pytest

from billing.staff.acts import read_sum


@pytest.mark.parametrize(
    ("typed", "currency", "amount"),
    [
        ("12,50", "EUR", 1250),
        ("12.5", "EUR", 1250),
        ("12", "GBP", 1200),
        ("£0.01", "GBP", 1),
        ("12,50 zł", "PLN", 1250),
        ("12,50\N{NO-BREAK SPACE}€", "EUR", 1250),
        ("pln 3", "PLN", 300),
    ],
)
def test_a_sum_is_read_in_every_language(typed: str, currency: str, amount: int):
    assert read_sum(typed, currency) == amount


@pytest.mark.parametrize(
    "typed", ["", "-1", "1,234", "1.234,50", "1e2", "12,", ",5", "٣", "$5", "1" * 12]
)
def test_what_could_be_read_in_two_ways_is_not_read(typed: str):
    assert read_sum(typed, "EUR") is None
