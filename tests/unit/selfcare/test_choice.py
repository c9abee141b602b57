"""The positions that a button carries, and numbers in a message that are no positions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcare.choice import Choice, read_choice, read_positions
from tests.endless import soon_done
from tests.unit.selfcare.fakes import OCTOBER
from tests.unit.selfcare.spoken import a_list, sunday


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


TEN = a_list("ES", "+34600111", "+34911234568", "+34806555666", "FR", "EUR")
TOLD = (
    "all todas sauf oprócz the la le te de du z to a and y et i or not sin más menos between",
    "cara last first two dos yesterday ayer roaming Marruecos Morocco Maroko October min",
    "2 3rd 99 12 16 10 5.50 12:30 600111777 € euros zł - , . N \ue000 \uf8ff",
)
WORDS = st.sampled_from([word for line in TOLD for word in line.split()])


@pytest.mark.parametrize("language", ["es", "fr", "pl", "en"])
@given(text=st.text(max_size=60) | st.lists(WORDS, max_size=12).map(" ".join))
def test_no_text_makes_a_choice_fail_or_go_beyond_the_list(language: str, text: str):
    choice = read_choice(text, language, TEN, sunday("Europe/Madrid"))
    if choice is not None:
        assert all(1 <= position <= len(TEN) for position in choice.positions)
        assert not any(1 <= position <= len(TEN) for position in choice.missing)


@pytest.mark.parametrize("language", ["es", "fr", "pl", "en"])
@pytest.mark.parametrize(
    "word", ["z dnia ", "of the ", "de la ", "2 and ", "du ", "the one ", "2 "]
)
def test_a_message_without_end_is_read_in_no_time(language: str, word: str):
    with soon_done():
        read_choice(word * 60, language, TEN, sunday("Europe/Madrid"))


def test_a_story_of_many_lines_is_no_choice():
    assert read_choice("all of them " * 60, "en", TEN) is None


@pytest.mark.parametrize("language", ["es", "fr", "pl", "en"])
def test_nothing_is_chosen_from_an_empty_list(language: str):
    assert read_choice("2", language, []) == Choice((), (2,))
    assert read_choice("10.10.2026", language, [], sunday("Europe/Madrid")) in (None, Choice(()))
