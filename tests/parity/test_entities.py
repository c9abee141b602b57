"""The set of sentences with values: alike in every language, and read well enough in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from locales import DEFAULT, LANGUAGES
from scripts.evaluation.entities import Sentence, entity_figures, entity_sentences, misread
from selfcare.entities.words import said
from selfcare.lexicon import fold

SET = Path("tests/understanding/entities")
SENTENCES = 220
FEWEST_WITHOUT_VALUES = 20
FEWEST_OF_A_KIND = 8
LEAST_FOUND = 0.95
LEAST_PRECISION = 0.93
KINDS = {
    "report_number", "phone_number", "amount", "date", "billing_cycle", "choice", "email",
    "product",
}  # fmt: skip


@cache
def sentences(language: str) -> list[Sentence]:
    return [sentence for sentence in entity_sentences(SET) if sentence.language == language]


def test_every_language_has_sentences() -> None:
    assert {sentence.language for sentence in entity_sentences(SET)} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_value_is_named_and_some_sentences_name_none(language: str) -> None:
    kinds = Counter(name for it in sentences(language) for name, _ in it.named)
    assert len(sentences(language)) == SENTENCES
    assert set(kinds) == KINDS
    assert min(kinds.values()) >= FEWEST_OF_A_KIND, kinds
    assert sum(not it.named for it in sentences(language)) >= FEWEST_WITHOUT_VALUES


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_are_found_and_few_others_are(language: str) -> None:
    figures = entity_figures(language, sentences(language))
    wrong = [it.text for it, _ in misread(sentences(language))]
    assert figures.found >= LEAST_FOUND, wrong
    assert figures.precision >= LEAST_PRECISION, wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_around_values_have_the_tables_of_the_default(language: str) -> None:
    assert shape(said(language)) == shape(said(DEFAULT))


def shape(words: dict[str, Any]) -> dict[str, set[str] | None]:
    """The tables, and the keys of those that every language fills alike."""
    alike = ("products", "units", "phrases", "mail", "ago", "unbilled")
    return {name: set(table) if name in alike else None for name, table in words.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_folded_and_none_is_a_truth_value(language: str) -> None:
    """YAML takes "no" and "y" for truth values where they are not quoted."""
    listed = [word for name, table in said(language).items() for word in listed_words(name, table)]
    assert not [word for word in listed if not isinstance(word, str) or word != fold(word)]


def listed_words(name: str, table: Any) -> Iterator[Any]:
    """The words of lists, however deep; `unlike` is looked for before the text is folded."""
    if isinstance(table, dict) and name != "unlike":
        for inner in table.values():
            yield from listed_words(name, inner)
    elif isinstance(table, list) and name != "doubtful_months":
        yield from table
