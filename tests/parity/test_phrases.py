"""What can be meant in one language can be meant in every language, in many ways."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from locales import DEFAULT, LANGUAGES
from selfcare.dispute import MEANS_OF_PAYMENT, REASONS
from selfcare.lexicon import fold, lexicon
from tests.parity.differences import differences, lacking, told
from tests.parity.phrases import by_intent, phrases

FEWEST_PHRASES = 60
FEWEST_PHRASES_OF_A_REASON = 25
OPTIONAL_WORDS = {
    "joins_tens", "point", "months", "days_ago", "of_this_month",
    "of_last_month", "ambiguous_months", "and", "not_days", "one", "ordinal_endings",
    "months_decline",
}  # fmt: skip
NEVER_TRAINED = {
    "confirm_report",
    "signed_in",
    "report_news",
    "send_file",
    "person_left",
    "foreign_language",
    "nlu_fallback",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_files_and_intents_of_the_default(language: str) -> None:
    lines = differences(f"data/nlu/{language}", phrases(language), phrases(DEFAULT))
    assert not lines, told(lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_intent_can_be_said_in_many_ways(language: str) -> None:
    lines = []
    for intent, said in by_intent(language).items():
        different = {fold(phrase) for phrase in said}
        fewest = FEWEST_PHRASES_OF_A_REASON if "/" in intent else FEWEST_PHRASES
        if len(different) < fewest:
            lines.append(f"data/nlu/{language}: {intent} in {len(different)} of {fewest} ways")
    assert not lines, told(lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_means_two_things(language: str) -> None:
    meant = Counter(fold(phrase) for said in by_intent(language).values() for phrase in said)
    lines = [f"data/nlu/{language}: {phrase}" for phrase, times in meant.items() if times > 1]
    assert not lines, told(lines)


def test_the_reasons_of_the_default_are_those_of_the_catalogue() -> None:
    given = {intent.split("/")[1] for intent in by_intent(DEFAULT) if "/" in intent}
    assert given == set(REASONS)


def test_the_domain_knows_exactly_what_is_trained() -> None:
    domain = yaml.safe_load(Path("domain.yml").read_text(encoding="utf-8"))
    trained = {intent.split("/")[0] for intent in by_intent(DEFAULT)}
    assert set(domain["intents"]) == trained | NEVER_TRAINED


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lexicon_has_the_tables_of_the_default(language: str) -> None:
    path = f"selfcare/lexicon/{language}.yml"
    assert Path(path).exists(), f"{path} is missing"
    lines = lacking(path, tables(language), tables(DEFAULT))
    assert not lines, told(lines)


def tables(language: str) -> set[str]:
    """The names of a lexicon's tables, and the keys of those that every language fills alike."""
    words = lexicon(language)
    inner = {f"{table}: {key}" for table in ("change", "means") for key in words.get(table, ())}
    return (set(words) - OPTIONAL_WORDS) | inner


def test_the_means_of_payment_of_the_default_are_those_of_a_dispute() -> None:
    assert set(lexicon(DEFAULT)["means"]) | {"other"} == set(MEANS_OF_PAYMENT)
