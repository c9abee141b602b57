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
REASON_SET = SET / "reasons"
FEWEST_PHRASES = 250
FEWEST_OF_AN_INTENT = 5
FEWEST_OF_A_STYLE = 15
FEWEST_OF_A_REASON = 5
STYLES = {
    "plain", "story", "angry", "slang", "unaccented", "mistyped", "dictated", "mixed", "regional",
}  # fmt: skip


@cache
def phrases(language: str, folder: Path = SET) -> list[Phrase]:
    return [phrase for phrase in own_phrases(folder) if phrase.language == language]


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
def test_every_reason_is_given_in_the_set_of_reasons(language: str) -> None:
    path = REASON_SET / f"{language}.tsv"
    assert path.exists(), f"{path} is missing"
    given = Counter(phrase.reason or "none" for phrase in phrases(language, REASON_SET))
    # That somebody else did it is another intent, asked for in the set of all intents.
    wanted = set(REASONS) - {"fraud"}
    lines = too_few(str(path), given, wanted, FEWEST_OF_A_REASON)
    assert not lines, told(lines)


@pytest.mark.parametrize("folder", [SET, REASON_SET], ids=["intents", "reasons"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_occurs_twice(language: str, folder: Path) -> None:
    texts = Counter(phrase.text for phrase in phrases(language, folder))
    lines = [f"{folder}/{language}.tsv: {text}" for text, times in texts.items() if times > 1]
    assert not lines, told(lines)


@pytest.mark.parametrize("folder", [SET, REASON_SET], ids=["intents", "reasons"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_the_evaluation_is_trained_on(language: str, folder: Path) -> None:
    """A few words may coincide: there is only one way to say "hola"."""
    known = trained(language)
    said = [phrase.text for phrase in phrases(language, folder)]
    sentences = [text for text in said if len(text.split()) > 3]
    lines = [f"{folder}/{language}.tsv: {text}" for text in sentences if fold(text) in known]
    assert not lines, told(lines)
