"""Report numbers: their form, and the slips that the check symbol finds."""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing.report_number import SYMBOLS, Kind, check_symbol, is_valid, new, tidy

bodies = st.text(SYMBOLS, min_size=7, max_size=7)
kinds = st.sampled_from(Kind)


def number(kind: Kind, body: str) -> str:
    symbols = body + check_symbol(body)
    return f"{kind.value}-{symbols[:4]}-{symbols[4:]}"


def with_symbols(valid: str, symbols: str) -> str:
    return f"{valid[:4]}{symbols[:4]}-{symbols[4:]}"


def symbols_of(valid: str) -> str:
    return valid[4:].replace("-", "")


@given(kinds)
def test_a_new_number_is_valid_and_has_the_form_that_people_are_told(kind: Kind):
    fresh = new(kind)

    assert is_valid(fresh)
    assert re.fullmatch(rf"{kind.value}-[0-9A-HJKMNP-TV-Z]{{4}}-[0-9A-HJKMNP-TV-Z]{{4}}", fresh)


@given(kinds, bodies, st.integers(0, 7), st.sampled_from(SYMBOLS))
def test_every_single_wrong_symbol_is_found(kind: Kind, body: str, place: int, wrong: str):
    valid = number(kind, body)
    symbols = symbols_of(valid)
    changed = symbols[:place] + wrong + symbols[place + 1 :]

    assert is_valid(with_symbols(valid, changed)) == (changed == symbols)


@given(kinds, bodies, st.integers(0, 6))
def test_every_swap_of_neighbours_is_found_except_of_0_and_z(kind: Kind, body: str, place: int):
    valid = number(kind, body)
    symbols = symbols_of(valid)
    pair = symbols[place : place + 2]
    swapped = symbols[:place] + pair[::-1] + symbols[place + 2 :]

    assert is_valid(with_symbols(valid, swapped)) == (pair[0] == pair[1] or set(pair) == {"0", "Z"})


def test_every_pair_of_neighbours_behaves_alike_in_both_kinds_of_place():
    for place in (0, 1):
        for first in SYMBOLS:
            for second in SYMBOLS:
                body = "7" * place + first + second + "7" * (5 - place)
                valid = number(Kind.DISPUTE, body)
                symbols = symbols_of(valid)
                swapped = symbols[:place] + second + first + symbols[place + 2 :]
                undetected = is_valid(with_symbols(valid, swapped)) and first != second
                assert undetected == ({first, second} == {"0", "Z"})


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "DSP",
        "DSP-",
        "XYZ-7F3K-29QX",
        "DSP-7F3K29QX",
        "DSP-7F3K-29Q",
        "DSP-7F3K-29QXX",
        "dsp-7f3k-29qx",
        "DSP-7F3I-29QX",
        "DSP-7F3K-29Q\x00",
        "DSP 7F3K 29QX",
    ],
)
def test_what_has_another_form_is_not_valid(wrong: str):
    assert not is_valid(wrong)


def test_the_symbols_come_from_the_given_source_of_chance():
    assert new(Kind.FAULT, Random(5).choice) == new(Kind.FAULT, Random(5).choice)


@pytest.mark.parametrize(
    "typed",
    ["{}", "  {} ", "dsp {body}", "Dsp{body}", "{prefix}/{body}", "dsp.{body}"],
)
def test_a_number_is_recognised_however_it_is_typed(typed: str):
    number = new(Kind.DISPUTE)
    body = number[4:].replace("-", "").lower()
    assert tidy(typed.format(number, body=body, prefix=number[:3])) == number
    assert tidy(body.replace("0", "o").replace("1", "l")) == number[4:]


@pytest.mark.parametrize("typed", ["", "DSP", "7F3K", "XXX-7F3K-29QX", "DSP-UUUU-UUUU", "DSP--"])
def test_what_cannot_be_a_number_is_none(typed: str):
    assert tidy(typed) is None
