from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.nlu.text import LONGEST_TEXT, clean, fold, is_bare_number, is_payload, meant, words


@given(st.text())
def test_a_clean_text_is_composed_visible_and_short(text: str):
    cleaned = clean(text)
    assert len(cleaned) <= LONGEST_TEXT
    assert cleaned == cleaned.strip()
    assert all(unicodedata.category(c) not in ("Cc", "Cs") for c in cleaned)


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str):
    assert clean(clean(text)) == clean(text)


def test_null_bytes_vanish_and_line_breaks_become_spaces():
    assert clean("no\x00 es\nmía\t ") == "no es mía"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<b>hello</b>", "hello"),
        ("<script>alert(1)</script> hola", "alert(1) hola"),
        ("más de <2 €>", "más de 2 €"),
    ],
)
def test_tags_are_not_said(written: str, said: str):
    assert clean(written) == said


def test_a_decomposed_accent_is_the_same_as_a_composed_one():
    assert clean("que\u0301") == clean("qué")


@pytest.mark.parametrize(
    "number",
    [
        "MSG-GP1X-F3AN",
        "MSG-XZMY-HJYD",
        "msg t932 zndc",
        "DSP88T6AVQF",
        "cmp–88t6–avqf",
        "RCL.0000.1111",
    ],
)
def test_every_report_number_means_the_same(number: str):
    asked = "¿qué ha pasado con mi gestión {}?"
    assert meant(asked.format(number)) == meant(asked.format("FLT-0123-4567"))


@pytest.mark.parametrize("words", ["cmp contract 2", "required data", "DSP-7F3K", "FLT 1234 56789"])
def test_what_only_looks_like_a_report_number_is_kept(words: str):
    assert meant(words) == words


@pytest.mark.parametrize(
    ("written", "plain"),
    [("QUÉ", "que"), ("zgłoszenie", "zgloszenie"), ("Żółć", "zolc"), ("œuvre", "oeuvre")],
)
def test_folding_forgets_case_and_accents(written: str, plain: str):
    assert fold(written) == plain


def test_numbers_and_emoji_are_no_words():
    assert words("J'ai 2 appels à 3,50 € 👍 d’hier") == ["J'ai", "appels", "à", "d’hier"]


@pytest.mark.parametrize("text", ["/affirm", '/inform{"choice":"1"}', "  /greet"])
def test_a_leading_slash_makes_a_payload(text: str):
    assert is_payload(text)


def test_a_slash_within_is_something_said():
    assert not is_payload("3/4 de mes appels")


@pytest.mark.parametrize(
    "text", ["2", "1, 3", "45,50 €", "12.10.2026", "+34 600 111 222", "", "..."]
)
def test_numbers_amounts_and_dates_are_bare(text: str):
    assert is_bare_number(text)


@pytest.mark.parametrize("text", ["la 2", "?", "👍", "100%", "DSP-7F3K-29QX", "2 y 4"])
def test_words_signs_and_report_numbers_say_something(text: str):
    assert not is_bare_number(text)
