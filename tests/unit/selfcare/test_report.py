"""Report numbers as customers write them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcare.report import SYMBOLS, read_report_number, statuses
from tests.unit.selfcare.fakes import a_report

#: As billing makes them, with every symbol that is easily misread.
VALID = (
    "DSP-M9S3-46QV",
    "FRD-3D25-VT4B",
    "FLT-F5V3-7E31",
    "REQ-S3E2-8JTN",
    "CMP-97KB-6CQE",
    "MSG-643D-ZVMT",
    "DSP-068V-CD18",
    "DSP-1WB0-9B9X",
    "DSP-BHP1-G208",
    "DSP-182V-YZ0V",
    "DSP-QWWB-10ZG",
    "MSG-WJRP-1XP2",
)
numbers = st.sampled_from(VALID)
MISREAD = {"0": "0Oo", "1": "1IiLl"}
BETWEEN = st.sampled_from(["", " ", "-", " - ", "–", "."])


@st.composite
def written(draw: st.DrawFn) -> tuple[str, str]:
    """A number, and how somebody wrote it."""
    number = draw(numbers)
    prefix, first, second = number.split("-")
    parts = [prefix if draw(st.booleans()) else prefix.lower()]
    for symbols in (first, second):
        parts += [draw(BETWEEN), "".join(draw(looks(symbol)) for symbol in symbols)]
    return number, "".join(parts)


def looks(symbol: str) -> st.SearchStrategy[str]:
    return st.sampled_from(MISREAD.get(symbol, symbol + symbol.lower()))


@given(written())
def test_a_number_is_read_through_spaces_small_letters_and_misread_symbols(pair: tuple[str, str]):
    number, text = pair
    for words in (text, f"¿cómo va {text}?", f"mi reporte es el {text}, gracias"):
        read = read_report_number(words)
        assert read is not None, words
        assert (read.text, read.is_valid) == (number, True), words


@given(numbers, st.integers(0, 7), st.sampled_from(SYMBOLS))
def test_a_wrong_symbol_is_noticed(number: str, place: int, wrong: str):
    symbols = number[4:].replace("-", "")
    changed = symbols[:place] + wrong + symbols[place + 1 :]
    read = read_report_number(number[:4] + changed)

    assert read is not None
    assert read.is_valid == (changed == symbols)


def test_a_symbol_that_numbers_do_not_have_is_wrong():
    read = read_report_number("DSP-U9S3-46QV")
    assert read is not None
    assert not read.is_valid


@pytest.mark.parametrize(
    "words",
    [
        "",
        "¿cómo va mi reclamo?",
        "DSP",
        "DSP-M9S3",
        "DSP-M9S3-46QVX",
        "XYZ-M9S3-46QV",
        "M9S3-46QV",
        "+34 600 11 12 22",
    ],
)
def test_what_is_no_number_of_ours_is_not_read(words: str):
    assert read_report_number(words) is None


def test_a_report_is_open_until_somebody_answered_it():
    still_open = [it for it in statuses() if replace(a_report(), status=it).is_open]
    assert still_open == ["acknowledged", "inProgress", "pending", "held"]
