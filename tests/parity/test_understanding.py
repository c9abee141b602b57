"""The evaluation set: of the same size and kind in every language, and never trained on."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from locales import LANGUAGES
from scripts.evaluation.measure import Phrase, own_phrases
from selfcare.dispute import REASONS
from selfcare.lexicon import fold

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


def trained(language: str) -> dict[str, str]:
    """Every training phrase of a language, and what it means."""
    found = {}
    for path in Path("data/nlu", language).glob("*.yml"):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                found[fold(line[2:].strip())] = block["intent"].split("/")[0]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_intent_is_asked_for_in_every_style(language: str) -> None:
    intents = Counter(phrase.intent for phrase in phrases(language))
    styles = Counter(phrase.style for phrase in phrases(language))
    assert len(phrases(language)) >= FEWEST_PHRASES
    # An answer means something to the question alone: tests/unit/actions asks it there.
    assert set(intents) == set(trained(language).values()) - {"inform"}
    assert min(intents.values()) >= FEWEST_OF_AN_INTENT, intents
    assert set(styles) == STYLES
    assert min(styles.values()) >= FEWEST_OF_A_STYLE, styles


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_are_those_of_the_catalogue(language: str) -> None:
    assert {phrase.reason for phrase in phrases(language)} <= {None, *REASONS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_occurs_twice(language: str) -> None:
    texts = Counter(phrase.text for phrase in phrases(language))
    assert not [text for text, times in texts.items() if times > 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_the_evaluation_is_trained_on(language: str) -> None:
    """A few words may coincide: there is only one way to say "hola"."""
    known = trained(language)
    sentences = [phrase.text for phrase in phrases(language) if len(phrase.text.split()) > 3]
    assert not [text for text in sentences if fold(text) in known]
