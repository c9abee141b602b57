"""What values look like in each language."""

from typing import Any

import pytest

from assistant.texts import Texts


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory):
    return Texts(tmp_path_factory.mktemp("no texts"))


@pytest.mark.parametrize(
    ("language", "value", "text"),
    [
        ("es", {"money": 1210, "currency": "EUR"}, "12,10\u00a0€"),
        ("fr", {"money": 123450, "currency": "EUR"}, "1\u202f234,50\u00a0€"),
        ("pl", {"money": 4000, "currency": "PLN"}, "40,00\u00a0zł"),
        ("en", {"money": 1210, "currency": "GBP"}, "£12.10"),
        ("en", {"money": -120, "currency": "EUR"}, "-€1.20"),
        ("es", {"money": 500, "currency": "JPY"}, "500\u00a0JPY"),
        ("es", {"day": "2026-10-18"}, "18\u00a0de octubre de 2026"),
        ("fr", {"day": "2026-10-18"}, "18\u00a0octobre 2026"),
        ("fr", {"day": "2026-10-01"}, "1er\u00a0octobre 2026"),
        ("pl", {"day": "2026-10-18"}, "18\u00a0października 2026"),
        ("en", {"day": "2026-10-18"}, "18\u00a0October 2026"),
        ("pl", {"month": "2026-10"}, "październik 2026"),
        ("es", {"month": "2026-10"}, "octubre de 2026"),
        ("es", {"period": ["2026-10-01", "2026-10-31"]}, "1–31\u00a0de octubre de 2026"),
        ("pl", {"period": ["2026-10-01", "2026-10-31"]}, "1–31\u00a0października 2026"),
        ("es", {"clock": "08:00"}, "8:00"),
        ("fr", {"clock": "08:00"}, "08:00"),
        ("pl", {"clock": "18:30"}, "18:30"),
        ("en", {"clock": "08:00"}, "08:00"),
        ("pl", {"country": "MA"}, "Maroko"),
        ("fr", {"country": "MA"}, "Maroc"),
        ("es", {"duration": 65}, "1\u00a0min 5\u00a0s"),
        ("fr", {"duration": 65}, "1\u00a0min 5\u00a0s"),
        ("es", {"duration": 3605}, "1\u00a0h 5\u00a0s"),
        ("es", {"duration": 0}, "0\u00a0s"),
        ("es", {"phone": "+34600111222"}, "+34 600 11 12 22"),
        ("es", {"phone": "+34600111222", "home": "ES"}, "600 11 12 22"),
        ("pl", {"phone": "+48601234567"}, "+48 601 234 567"),
        ("es", {"phone": "1004"}, "1004"),
        ("es", {"language": "pl"}, "polaco"),
        ("pl", {"language": "es"}, "hiszpański"),
        ("fr", {"list": ["a", "b", {"money": 100, "currency": "EUR"}]}, "a, b et 1,00\u00a0€"),
        ("en", {"list": [1, 2]}, "1 and 2"),
        ("en", {"list": [1]}, "1"),
    ],
)
def test_a_value_is_shown_in_the_customers_way(values: Texts, language: str, value: Any, text: str):
    assert values.value(language, value) == text


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("time", "22:35"),
        ("short", "18\u00a0oct 2026, 22:35"),
    ],
)
def test_an_instant_is_shown_by_the_clocks_of_the_account(values: Texts, style: str, text: str):
    instant = {"instant": "2026-10-18T20:35:17Z", "zone": "Europe/Madrid", "style": style}
    assert values.value("es", instant) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "jueves 26\u00a0de noviembre"),
        ("fr", "jeudi 26\u00a0novembre"),
        ("pl", "czwartek 26\u00a0listopada"),
        ("en", "Thursday 26\u00a0November"),
    ],
)
def test_a_near_day_has_its_weekday_and_no_year(values: Texts, language: str, text: str):
    assert values.value(language, {"weekday": "2026-11-26"}) == text
