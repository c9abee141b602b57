"""Codes that people type."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing.signin.codes import ALPHABET, digest, new_secret, new_user_code, tidy_user_code


def test_a_user_code_is_two_times_four_letters():
    assert re.fullmatch(f"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", new_user_code())


def test_the_alphabet_has_no_digits_no_vowels_and_no_look_alikes():
    assert len(set(ALPHABET)) == 20
    assert not set(ALPHABET) & set("0123456789AEIOUY")


def test_codes_and_secrets_do_not_repeat():
    assert len({new_user_code() for _ in range(500)}) == 500
    assert len({new_secret() for _ in range(500)}) == 500
    assert len(new_secret()) >= 43


@pytest.mark.parametrize(
    "typed",
    [
        "WDJB-MJHT",
        "wdjb-mjht",
        "wdjbmjht",
        " WDJB MJHT ",
        "WDJB–MJHT",
        "w d j b m j h t",
        "WDJB_MJHT",
    ],
)
def test_a_code_is_understood_however_it_is_typed(typed: str):
    assert tidy_user_code(typed) == "WDJB-MJHT"


@pytest.mark.parametrize("typed", ["", "WDJB", "WDJB-MJHTX", "WDJB-MJH0", "ADJB-MJHT", "ŁDJB-MJHT"])
def test_what_cannot_be_a_code_is_none(typed: str):
    assert tidy_user_code(typed) is None


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_a_tidy_code_or_none(typed: str):
    code = tidy_user_code(typed)

    assert code is None or tidy_user_code(code) == code


@given(st.text(max_size=60))
def test_a_digest_is_always_64_hexadecimal_digits(secret: str):
    assert re.fullmatch(r"[0-9a-f]{64}", digest(secret))
