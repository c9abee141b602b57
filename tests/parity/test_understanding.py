"""The evaluation set: of the same size and kind in every language, and never trained on."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from locales import DEFAULT, LANGUAGES
from scripts.evaluation.measure import Phrase, own_phrases
from selfcare.dispute import REASONS
from selfcare.lexicon import fold
from tests.parity.differences import told, too_few
from tests.parity.phrases import by_intent

SET = Path("tests/understanding")
FEWEST_PHRASES = 250
FEWEST_OF_AN_INTENT = 5
FEWEST_OF_A_STYLE = 15
STYLES = {
    "plain", "story", "angry", "slang", "unaccented", "mistyped", "dictated", "mixed", "regional",
}  # fmt: skip


@cache
def phrases(language: str) -> list[Phrase]:
    return [phrase for phrase in own_phrases(SET) if phrase.language == language]


@cache
def trained(language: str) -> dict[str, str]:
    """Every training phrase of a language, and what it means."""
    return {
        fold(phrase): intent.split("/")[0]
        for intent, said in by_intent(language).items()
        for phrase in said
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_intent_is_asked_for_in_every_style(language: str) -> None:
    path = SET / f"{language}.tsv"
    assert path.exists(), f"{path} is missing"
    intents = Counter(phrase.intent for phrase in phrases(language))
    styles = Counter(phrase.style for phrase in phrases(language))
    # An answer means something to the question alone: tests/unit/actions asks it there.
    wanted = set(trained(DEFAULT).values()) - {"inform"}
    lines = too_few(str(path), intents, wanted, FEWEST_OF_AN_INTENT)
    lines += too_few(str(path), styles, STYLES, FEWEST_OF_A_STYLE)
    assert not lines, told(lines)
    assert len(phrases(language)) >= FEWEST_PHRASES, f"{path} has {len(phrases(language))} phrases"


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_are_those_of_the_catalogue(language: str) -> None:
    assert {phrase.reason for phrase in phrases(language)} <= {None, *REASONS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_occurs_twice(language: str) -> None:
    texts = Counter(phrase.text for phrase in phrases(language))
    lines = [f"{SET}/{language}.tsv: {text}" for text, times in texts.items() if times > 1]
    assert not lines, told(lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_the_evaluation_is_trained_on(language: str) -> None:
    """A few words may coincide: there is only one way to say "hola"."""
    known = trained(language)
    sentences = [phrase.text for phrase in phrases(language) if len(phrase.text.split()) > 3]
    lines = [f"{SET}/{language}.tsv: {text}" for text in sentences if fold(text) in known]
    assert not lines, told(lines)
