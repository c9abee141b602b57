"""Codes of the second factor: the reference values of RFC 6238, each of them once."""

from datetime import datetime, timedelta, timezone

import pytest

from billing.staff.second_factor import address, code, new_secret, step_of

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # "12345678901234567890"
NOW = datetime.fromtimestamp(1111111109, timezone.utc)
STEP = 1111111109 // 30


def test_the_code_is_that_of_the_standard():
    assert code(SECRET, NOW) == "081804"


@pytest.mark.parametrize("by", [-1, 0, 1])
def test_a_clock_may_be_a_step_off(by: int):
    typed = code(SECRET, NOW + timedelta(seconds=30 * by))
    assert step_of(typed, SECRET, None, NOW) == STEP + by


@pytest.mark.parametrize("by", [-2, 2])
def test_and_no_more(by: int):
    assert step_of(code(SECRET, NOW + timedelta(seconds=30 * by)), SECRET, None, NOW) is None


def test_a_step_that_is_used_is_used_up_with_those_before_it():
    typed = code(SECRET, NOW)
    assert step_of(typed, SECRET, STEP - 1, NOW) == STEP
    assert step_of(typed, SECRET, STEP, NOW) is None
    assert step_of(typed, SECRET, STEP + 1, NOW) is None


@pytest.mark.parametrize("typed", ["", "81804", "0818040", "081 80", "08180x"])
def test_what_is_not_the_code_is_none(typed: str):
    assert step_of(typed, SECRET, None, NOW) is None


def test_a_secret_is_its_own_each_time_and_goes_into_the_address():
    secret = new_secret()
    assert secret != new_secret()
    assert address(secret, "clerk-1", "Telvia").endswith(f"secret={secret}&issuer=Telvia")
