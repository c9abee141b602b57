"""How likely a text is in each language, by its letters and by the words that customers use."""

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import yaml
from lingua import IsoCode639_1, Language, LanguageDetector, LanguageDetectorBuilder

from assistant.nlu.text import fold, words

FOREIGN_WORDS: Final = Path(__file__).with_name("foreign_words.yml")
# Languages whose words are not listed, so that their letters do not count as ours.
_OTHERS: Final = ("cs", "sv", "da", "fi", "hu", "tr")

# Of a language whose letters do not fit at all: words can still outweigh that.
_LEAST: Final = 1e-3
# A known word makes its language e² times as likely; so much for the letters' typing errors.
_WORD: Final = 2.0
# Customers write to an operator that announces its languages.
_PRIOR: Final = 1.5

Likelihoods = dict[str, float]


class Languages:
    """The spoken languages, known by the words of their training phrases, beside foreign ones."""

    def __init__(self, vocabularies: Mapping[str, Iterable[str]]) -> None:
        self.spoken = sorted(vocabularies)
        self._words = foreign_words() | {code: frozenset(v) for code, v in vocabularies.items()}
        self._letters = _detector(frozenset(self._words) | frozenset(_OTHERS))

    def likelihoods(self, text: str) -> Likelihoods:
        """Language → probability, over all languages; empty if the text has no Latin word."""
        folded = [fold(word) for word in words(text)]
        if not folded or not is_latin(text):
            return {}
        letters = self._letters.compute_language_confidence_values(text)
        fits = {_code(letter.language): letter.value for letter in letters}
        return _normalised({code: self._log(code, fit, folded) for code, fit in fits.items()})

    def knows(self, word: str, language: str) -> bool:
        """Whether a word is among the language's."""
        return fold(word) in self._words.get(language, ())

    def _log(self, code: str, letters: float, text: list[str]) -> float:
        known = sum(word in self._words.get(code, ()) for word in text)
        prior = _PRIOR if code in self.spoken else 0.0
        return math.log(max(letters, _LEAST)) + _WORD * known + prior


def vocabulary(texts: Iterable[str]) -> list[str]:
    """The words that occur in at least two of the texts: one alone may be a name or a slip."""
    counts = Counter(word for text in texts for word in {fold(word) for word in words(text)})
    return sorted(word for word, count in counts.items() if count > 1)


def is_latin(text: str) -> bool:
    """Whether at least half of the letters are Latin ones."""
    letters = [c for c in text if c.isalpha()]
    latin = sum("LATIN" in unicodedata.name(c, "") for c in letters)
    return 2 * latin >= len(letters)


@cache
def foreign_words() -> dict[str, frozenset[str]]:
    """The commonest words of each foreign language."""
    listed = yaml.safe_load(FOREIGN_WORDS.read_text(encoding="utf-8"))
    return {code: frozenset(line.split()) for code, line in listed.items()}


@cache
def _detector(codes: frozenset[str]) -> LanguageDetector:
    languages = (Language.from_iso_code_639_1(IsoCode639_1.from_str(code)) for code in codes)
    # Trigrams alone take a tenth of the memory; what they lack, the words make up for.
    builder = LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode()
    return builder.with_preloaded_language_models().build()


@cache
def _code(language: Language) -> str:
    return language.iso_code_639_1.name.lower()


def _normalised(logs: Mapping[str, float]) -> Likelihoods:
    highest = max(logs.values())
    likely = {code: math.exp(log - highest) for code, log in logs.items()}
    total = sum(likely.values())
    return {code: value / total for code, value in likely.items()}
