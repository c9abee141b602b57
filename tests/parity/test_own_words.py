"""A language speaks its own words: no more than a few are those of another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from locales import LANGUAGES
from scripts.evaluation.entities import entity_sentences
from scripts.evaluation.measure import own_phrases
from selfcare.entities.words import said
from selfcare.lexicon import fold, lexicon
from tests.conversations.scenarios import scenarios
from tests.parity.differences import told
from tests.parity.phrases import by_intent

MOST_SHARED = 0.5
UNDERSTANDING = Path("tests/understanding")


def of_phrases(language: str) -> Iterator[str]:
    return (phrase for phrases in by_intent(language).values() for phrase in phrases)


def of_the_lexicon(language: str) -> Iterator[str]:
    return listed(lexicon(language))


def around_values(language: str) -> Iterator[str]:
    return listed(said(language))


def of_the_evaluation(language: str) -> Iterator[str]:
    return (it.text for it in own_phrases(UNDERSTANDING) if it.language == language)


def of_reasons(language: str) -> Iterator[str]:
    return (it.text for it in own_phrases(UNDERSTANDING / "reasons") if it.language == language)


def with_values(language: str) -> Iterator[str]:
    sentences = entity_sentences(UNDERSTANDING / "entities")
    return (it.text for it in sentences if it.language == language)


def of_customers(language: str) -> Iterator[str]:
    return (
        step["say"] for steps in scenarios(language).values() for step in steps if "say" in step
    )


def listed(words: Any) -> Iterator[str]:
    """The words in the lists of a file of words, and those that stand for a number."""
    if isinstance(words, dict):
        for word, value in words.items():
            yield from listed(value) if isinstance(value, list | dict) else [str(word)]
    elif isinstance(words, list):
        yield from (str(word) for word in words)


KINDS: dict[str, Callable[[str], Iterator[str]]] = {
    "data/nlu/{}": of_phrases,
    "selfcare/lexicon/{}.yml": of_the_lexicon,
    "selfcare/entities/words/{}.yml": around_values,
    "tests/understanding/{}.tsv": of_the_evaluation,
    "tests/understanding/entities/{}.tsv": with_values,
    "tests/understanding/reasons/{}.tsv": of_reasons,
    "tests/conversations/{}": of_customers,
}


@cache
def words(place: str, language: str) -> frozenset[str]:
    """What a language has there, without what is written in figures and signs alone."""
    if not Path(place.format(language)).exists():
        return frozenset()
    return frozenset(
        fold(text) for text in KINDS[place](language) if any(letter.isalpha() for letter in text)
    )


@pytest.mark.parametrize("place", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_does_not_speak_like_one_before_it(language: str, place: str) -> None:
    """Who comes last is told: the others were there before."""
    spoken = list(LANGUAGES)
    own = words(place, language)
    lines = [
        f"{place.format(language)} is {len(own & words(place, other)) / len(own):.0%} {other}"
        for other in spoken[: spoken.index(language)]
        if len(own & words(place, other)) > MOST_SHARED * len(own)
    ]
    assert not lines, told(lines)
