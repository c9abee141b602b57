"""What can be meant in one language can be meant in every language, in many ways."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from locales import DEFAULT, LANGUAGES
from selfcare.dispute import MEANS_OF_PAYMENT, REASONS
from selfcare.lexicon import fold, lexicon

NLU = Path("data/nlu")
FEWEST_PHRASES = 60
FEWEST_PHRASES_OF_A_REASON = 25
OPTIONAL_WORDS = {
    "joins_tens", "point", "months", "days_ago", "of_this_month",
    "of_last_month", "ambiguous_months", "and", "not_days", "one", "ordinal_endings",
}  # fmt: skip
NEVER_TRAINED = {"signed_in", "foreign_language", "nlu_fallback"}


@cache
def phrases(language: str) -> dict[str, dict[str, list[str]]]:
    """The phrases of each intent in each file of a language."""
    found: dict[str, dict[str, list[str]]] = {}
    for path in sorted((NLU / language).glob("*.yml")):
        blocks = yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        found[path.name] = {
            block["intent"]: [line[2:].strip() for line in block["examples"].splitlines()]
            for block in blocks
        }
    return found


def by_intent(language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for intents in phrases(language).values():
        for intent, said in intents.items():
            found.setdefault(intent, []).extend(said)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_files_and_intents_of_the_default(language: str) -> None:
    expected = {name: set(intents) for name, intents in phrases(DEFAULT).items()}
    assert {name: set(intents) for name, intents in phrases(language).items()} == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_intent_can_be_said_in_many_ways(language: str) -> None:
    for intent, said in by_intent(language).items():
        different = {fold(phrase) for phrase in said}
        fewest = FEWEST_PHRASES_OF_A_REASON if "/" in intent else FEWEST_PHRASES
        assert len(different) >= fewest, f"{intent}: {len(different)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_means_two_things(language: str) -> None:
    meant = Counter(fold(phrase) for said in by_intent(language).values() for phrase in said)
    assert not [phrase for phrase, times in meant.items() if times > 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_phrases(language: str) -> None:
    given = {intent.split("/")[1] for intent in by_intent(language) if "/" in intent}
    assert given == set(REASONS)


def test_the_domain_knows_exactly_what_is_trained() -> None:
    domain = yaml.safe_load(Path("domain.yml").read_text(encoding="utf-8"))
    trained = {intent.split("/")[0] for intent in by_intent(DEFAULT)}
    assert set(domain["intents"]) == trained | NEVER_TRAINED


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lexicon_has_the_tables_of_the_default(language: str) -> None:
    tables = set(lexicon(language)) - OPTIONAL_WORDS
    assert tables == set(lexicon(DEFAULT)) - OPTIONAL_WORDS
    assert set(lexicon(language)["change"]) == set(lexicon(DEFAULT)["change"])
    assert set(lexicon(language)["means"]) | {"other"} == set(MEANS_OF_PAYMENT)
