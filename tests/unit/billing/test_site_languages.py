"""Which language a visitor gets."""

import pytest

from billing.site.languages import LANGUAGES, accepted, best_of, own_name


@pytest.mark.parametrize(
    ("header", "tags"),
    [
        ("pl,en;q=0.8", ["pl", "en"]),
        ("en;q=0.3, fr-CA;q=0.9", ["fr-CA", "en"]),
        ("es;q=0, en", ["en"]),
        ("en;q=x, pl", ["pl"]),
        (",,;q=1", []),
        ("", []),
    ],
)
def test_a_browsers_languages_come_dearest_first(header: str, tags: list[str]):
    assert accepted(header) == tags


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["de", "fr-CA"], "fr"),
        (["PL"], "pl"),
        (["es-MX"], "es"),
        (["de"], None),
        (["../es", "*", ""], None),
        ([], None),
    ],
)
def test_the_first_that_we_have_is_taken(wanted: list[str], language: str | None):
    assert best_of(wanted) == language


@pytest.mark.parametrize("name", ["English", "Español", "Français", "Polski"])
def test_each_language_is_called_by_its_own_name(name: str):
    assert name in [own_name(each) for each in LANGUAGES]
