"""The positions that a button carries, and numbers in a message that are no positions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcare.choice import Choice, read_choice, read_positions
from tests.unit.selfcare.fakes import OCTOBER


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("2", Choice((2,))),
        ("1,3", Choice((1, 3))),
        ("3,1,3", Choice((1, 3))),
        (" 1, 3 ", Choice((1, 3))),
        ("all", Choice((1, 2, 3, 4))),
        ("all-3", Choice((1, 2, 4))),
        ("all-1,4", Choice((2, 3))),
        ("all-1,2,3,4", Choice(())),
        ("1,2-2", Choice((1,))),
        ("7", Choice((), (7,))),
        ("0", Choice((), (0,))),
        ("2,9,12", Choice((2,), (9, 12))),
    ],
)
def test_an_expression_names_positions(expression: str, expected: Choice):
    assert read_positions(expression, 4) == expected


@pytest.mark.parametrize(
    "expression",
    ["", ",", "1,", ",1", "-3", "all,1", "all-x", "two", "1;2", "1-2-3", "9999", "all-all"],
)
def test_what_is_no_expression_is_not_read(expression: str):
    assert read_positions(expression, 4) is None


@given(st.sets(st.integers(1, 999), min_size=1), st.integers(1, 999))
def test_what_was_marked_comes_back(positions: set[int], count: int):
    choice = read_positions(",".join(map(str, positions)), count)
    assert choice is not None
    assert set(choice.positions) | set(choice.missing) == positions
    assert all(position <= count for position in choice.positions)
    assert all(position > count for position in choice.missing)


@given(st.text(max_size=40))
def test_no_text_makes_the_expression_fail(text: str):
    choice = read_positions(text, 4)
    assert choice is None or all(1 <= position <= 4 for position in choice.positions)


@pytest.mark.parametrize("language", ["es", "fr", "pl", "en"])
@pytest.mark.parametrize("number", ["DSP-7F01-03QX", "DSP-M9S3-46QV", "FLT-F5V3-7E31"])
def test_a_report_number_names_no_positions(language: str, number: str):
    assert read_choice(number, language, OCTOBER) is None
