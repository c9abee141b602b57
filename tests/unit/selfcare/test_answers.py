"""Short words of any sentence that a calendar takes for days."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from selfcare.account import Line
from selfcare.answers import correction_in, read_day, read_line, read_plain_answer

LAND = "+48123456729"
NOW = datetime(2026, 11, 18, 11, 0, tzinfo=ZoneInfo("Europe/Madrid"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "abra mi cuenta"),
        ("es", "a mi marido"),
        ("es", "dígame a quién"),
        ("fr", "voir ma facture"),
        ("pl", "nie zgadza się"),
    ],
)
def test_a_sentence_without_a_day_has_none(language: str, text: str):
    assert read_day(text, language, NOW) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "el miércoles de la semana pasada"),
        ("fr", "la semaine dernière, mercredi"),
        ("fr", "mercredi de la semaine dernière"),
        ("pl", "jakoś w zeszłym tygodniu w środę"),
        ("en", "wednesday last week, by card"),
        ("en", "on the Wednesday of last week"),
    ],
)
def test_a_day_of_last_week_is_that_weeks(language: str, text: str):
    # Today is a Wednesday.
    assert read_day(text, language, NOW) == date(2026, 11, 11)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "lo pagué el lunes"),
        ("es", "creo que hace dos días"),
        ("fr", "j'ai payé lundi"),
        ("pl", "w poniedziałek"),
        ("en", "it was on monday"),
    ],
)
def test_a_day_inside_a_sentence_is_read(language: str, text: str):
    day = read_day(text, language, NOW)
    assert day is not None
    assert day.isoformat() == "2026-11-16"


@pytest.mark.parametrize(
    ("language", "text", "answer"),
    [
        ("en", "yes", True),
        ("en", "Yes please, I accept the offer, thank you!", True),
        ("en", "ok I'll take it", True),
        ("en", "no thanks, it's not enough", False),
        ("en", "I don't accept", False),
        ("en", "not saying no", None),
        ("en", "yes?", None),
        ("en", "not yet", None),
        ("en", "what if I say no", None),
        ("en", "no problem", None),
        ("en", "yes but only if you give me all of it", None),
        ("es", "sí, acepto la oferta, gracias", True),
        ("es", "no acepto", False),
        ("es", "es muy poco", False),
        ("es", "y si acepto que pasa", None),
        ("es", "pues a lo mejor sí", None),
        ("es", "acepto si me devuelven todo", None),
        ("es", "sí, pero quiero más", None),
        ("fr", "oui, d’accord, j’accepte votre proposition", True),
        ("fr", "non merci, c'est pas assez", False),
        ("fr", "je sais pas oui peut-être", None),
        ("fr", "je dis pas non", None),
        ("fr", "oui oui je vous écoute", None),
        ("pl", "tak, przyjmuję propozycję", True),
        ("pl", "no dobra, biorę", True),
        ("pl", "nie zgadzam się", False),
        ("pl", "za mało", False),
        ("pl", "może tak", None),
        ("pl", "tak sobie", None),
        ("pl", "dobra zastanowię się", None),
        ("pl", "nie, czekaj", None),
        ("pl", "czemu nie", None),
        ("pl", "", None),
    ],
)
def test_only_a_plain_yes_or_no_is_one(language: str, text: str, answer: "bool | None"):
    yes, no = ("agreed", "accepts"), ("denied", "refuses")
    assert read_plain_answer(text, language, yes, no) is answer


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "no wait, just 2", "2"),
        ("en", "actually no, all my numbers", "all my numbers"),
        ("pl", "a nie, tylko 2", "2"),
        ("pl", "albo nie, jednak wszystkie numery", "wszystkie numery"),
        ("es", "no, espere, solo la 2", "la 2"),
        ("fr", "non attendez, juste le 2", "le 2"),
    ],
)
def test_a_few_words_put_right_what_was_said(language: str, text: str, meant: str):
    assert correction_in(text, language) == meant


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "2 and 4"),
        ("en", "only my son was at home that evening and he was asleep"),
        ("pl", "nie, to wszystko"),
        ("es", "no, nada más"),
        ("fr", "non, c'est tout"),
    ],
)
def test_other_words_put_nothing_right(language: str, text: str):
    assert correction_in(text, language) is None


@pytest.mark.parametrize(("text", "number"), [("ten mój 512", "+48512345916"), ("729", LAND)])
def test_a_line_is_known_by_its_first_digits_or_its_last(text: str, number: str):
    lines = [Line("P-1", LAND), Line("P-2", "+48512345916")]
    found = read_line(text, "pl", lines)
    assert found is not None
    assert found.number == number
