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
from tests.parity.differences import lacking, told, too_few

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


def file_of(language: str) -> Path:
    return SET / f"{language}.tsv"


@cache
def sentences(language: str) -> list[Sentence]:
    assert file_of(language).exists(), f"{file_of(language)} is missing"
    return [sentence for sentence in entity_sentences(SET) if sentence.language == language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_value_is_named_and_some_sentences_name_none(language: str) -> None:
    path = file_of(language)
    kinds = Counter(name for it in sentences(language) for name, _ in it.named)
    lines = too_few(str(path), kinds, KINDS, FEWEST_OF_A_KIND)
    assert not lines, told(lines)
    assert len(sentences(language)) == SENTENCES, f"{path} has {len(sentences(language))} sentences"
    assert sum(not it.named for it in sentences(language)) >= FEWEST_WITHOUT_VALUES


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_are_found_and_few_others_are(language: str) -> None:
    figures = entity_figures(language, sentences(language))
    assert figures.found >= LEAST_FOUND, told(misreadings(language))
    assert figures.precision >= LEAST_PRECISION, told(misreadings(language))


def misreadings(language: str) -> list[str]:
    return [
        f"{file_of(language)}: {sentence.text} is read as {set(found)}"
        for sentence, found in misread(sentences(language))
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_around_values_have_the_tables_of_the_default(language: str) -> None:
    lines = lacking(str(words_of(language)), tables(said(language)), tables(said(DEFAULT)))
    assert not lines, told(lines)


def words_of(language: str) -> Path:
    path = Path(f"selfcare/entities/words/{language}.yml")
    assert path.exists(), f"{path} is missing"
    return path


def tables(words: dict[str, Any]) -> set[str]:
    """The tables, and the keys of those that every language fills alike."""
    alike = ("products", "units", "phrases", "mail", "ago", "unbilled", "languages")
    return set(words) | {f"{name}: {key}" for name in alike for key in words.get(name, ())}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_folded_and_none_is_a_truth_value(language: str) -> None:
    """YAML takes "no" and "y" for truth values where they are not quoted."""
    path = words_of(language)
    listed = [word for name, table in said(language).items() for word in listed_words(name, table)]
    wrong = [word for word in listed if not isinstance(word, str) or word != fold(word)]
    assert not wrong, told(f"{path}: {word}" for word in wrong)


def listed_words(name: str, table: Any) -> Iterator[Any]:
    """The words of lists, however deep; `unlike` is looked for before the text is folded."""
    if isinstance(table, dict) and name != "unlike":
        for inner in table.values():
            yield from listed_words(name, inner)
    elif isinstance(table, list) and name != "doubtful_months":
        yield from table
