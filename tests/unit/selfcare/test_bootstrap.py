"""What the environment says of the operator's billing."""

from dataclasses import replace

import pytest

from selfcare.account import Home
from selfcare.bootstrap import home_of, timeout_from_environment
from selfcare.hours import Operator
from selfcare.operator_http import TIMEOUT


@pytest.mark.parametrize(
    ("country", "currency"), [("ES", "EUR"), ("FR", "EUR"), ("PL", "PLN"), ("GB", "GBP")]
)
def test_accounts_that_say_nothing_are_where_the_operator_is(country: str, currency: str):
    operator = replace(Operator.from_environment(), country=country)
    assert home_of(operator) == Home(currency, "Europe/Madrid", country)


def test_how_long_billing_is_waited_for_is_a_setting(monkeypatch: pytest.MonkeyPatch):
    assert timeout_from_environment() == TIMEOUT
    monkeypatch.setenv("BILLING_CONNECT_SECONDS", "0.5")
    monkeypatch.setenv("BILLING_ANSWER_SECONDS", "7")
    assert timeout_from_environment() == (0.5, 7.0)
