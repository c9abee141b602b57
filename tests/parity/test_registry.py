"""A language of the registry is there in every place, and nothing is there for any other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from babel import Locale
from lingua import Language

from assistant.nlu.named_languages import LANGUAGE_NAMES
from locales import LANGUAGES
from tests.parity.differences import told

#: Where each language has a folder or a file of its own.
PLACES = (
    "locales/*",
    "data/nlu/*",
    "selfcare/lexicon/*.yml",
    "selfcare/entities/words/*.yml",
    "tests/conversations/*",
    "tests/understanding/*.tsv",
    "tests/understanding/entities/*.tsv",
    "tests/understanding/reasons/*.tsv",
)
#: The site finds its languages by these folders and the widget by those, not by the registry.
PAGES = ("locales/*/site", "locales/*/widget")
CUSTOMERS = Path("billing/demo/people.py")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_in_every_place(language: str) -> None:
    places = [place.replace("*", language) for place in (*PLACES, *PAGES)]
    missing = [f"{place} is missing" for place in places if not Path(place).exists()]
    assert not missing, told(missing)


def test_every_place_is_of_a_language_of_the_registry() -> None:
    strangers = [
        f"{path} is there, but locales/languages.yml has no {path.stem}"
        for place in PLACES
        for path in sorted(Path().glob(place))
        if path.stem not in LANGUAGES and (path.suffix or path.is_dir())
        if path.suffix == Path(place).suffix and not path.stem.startswith("_")
    ]
    assert not strangers, told(strangers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_called_by_its_own_name(language: str) -> None:
    name = Locale.parse(language).get_display_name(language)
    assert name
    assert LANGUAGES[language].name == name[0].upper() + name[1:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_customers_country_is_known_to_format_its_values(language: str) -> None:
    assert Locale.parse(LANGUAGES[language].locale, sep="-").language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_known_by_its_letters(language: str) -> None:
    known = {each.iso_code_639_1.name.lower() for each in Language.all()}
    assert language in known, f"lingua does not know {language}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_can_be_asked_for_by_its_names(language: str) -> None:
    named = yaml.safe_load(LANGUAGE_NAMES.read_text(encoding="utf-8"))
    assert language in named, f"{LANGUAGE_NAMES.name} lacks {language}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_customer_of_the_demonstration_speaks_it(language: str) -> None:
    """The conversations are played by them."""
    users = re.findall(r'user_name="demo-(\w+)"', CUSTOMERS.read_text(encoding="utf-8"))
    assert language in users, f"{CUSTOMERS} lacks demo-{language}"
