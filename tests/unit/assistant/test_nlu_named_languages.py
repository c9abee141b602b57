from __future__ import annotations

import pytest

from assistant.nlu.named_languages import named_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ingles", "en"),
        ("po ang", "en"),
        ("English please", "en"),
        ("en anglais stp", "en"),
        ("po angielsku proszę", "en"),
        ("englsih", "en"),
        ("en français svp", "fr"),
        ("fracnais", "fr"),
        ("mówi pan po francusku?", "fr"),
        ("¿puede ser en francés?", "fr"),
        ("habla polaco?", "pl"),
        ("po polsku", "pl"),
        ("polonais", "pl"),
        ("switch to spanish", "es"),
        ("castellano por favor", "es"),
        ("hiszpański", "es"),
        ("ESPAÑOL", "es"),
        ("sprechen Sie Deutsch?", "de"),
        ("can we talk in italian", "it"),
        ("another language please", None),
    ],
)
def test_a_language_is_named_in_any_language_typed_carelessly(text: str, language: str | None):
    assert named_language(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("no hablo inglés, español por favor", "es"),
        ("I don't speak Spanish, English please", "en"),
        ("je ne parle pas espagnol, français svp", "fr"),
        ("nie mówię po hiszpańsku, po polsku proszę", "pl"),
        ("switch from English to Spanish", "es"),
        ("z angielskiego na polski", "pl"),
        ("English, not Spanish", "en"),
    ],
)
def test_the_language_that_is_refused_is_not_the_one_asked_for(text: str, language: str):
    assert named_language(text) == language


def test_of_two_named_languages_the_customers_own_is_meant():
    assert named_language("I speak English, why do you answer in Spanish?", "en") == "en"
