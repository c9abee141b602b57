"""Short words of any sentence that a calendar takes for days."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from selfcare.answers import read_day

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
