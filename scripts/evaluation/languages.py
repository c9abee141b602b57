"""Which language the sentences of the project's own set are taken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.nlu.importer import PhraseImporter
from assistant.nlu.language_identifier import LanguageIdentifier
from assistant.nlu.languages import Languages
from assistant.nlu.text import clean, words
from scripts.evaluation.measure import Phrase, settings_of

FEWEST_WORDS = 3
#: The style of sentences in two languages.
MIXED = "mixed"


class Identifier(LanguageIdentifier):
    """The component of `config.yml`, learned without Rasa's storage around it."""

    def __init__(self, config: dict[str, Any], data: TrainingData) -> None:
        settings = settings_of(config, "LanguageIdentifier")
        super().__init__({**self.get_default_config(), **settings}, None, None)
        self.learn(data)
        self._languages = Languages(self._vocabularies)


@dataclass(frozen=True)
class LanguageFigures:
    """Of one language's sentences: how many, the share recognised, the share taken for another."""

    language: str
    sentences: int
    right: float
    wrong: float


def identifier(config: dict[str, Any], folder: str) -> Identifier:
    """What the training phrases in `folder` teach about languages."""
    return Identifier(config, PhraseImporter(training_data_paths=[folder]).get_nlu_data())


def language_figures(asked: Identifier, phrases: Sequence[Phrase]) -> list[LanguageFigures]:
    """A row a language; sentences of two languages and of less than three words are left out."""
    return [
        _figures(asked, language, [p for p in _of_one_language(phrases) if p.language == language])
        for language in sorted({phrase.language for phrase in phrases})
    ]


def _of_one_language(phrases: Sequence[Phrase]) -> list[Phrase]:
    return [p for p in phrases if p.style != MIXED and len(words(p.text)) >= FEWEST_WORDS]


def _figures(asked: Identifier, language: str, phrases: Sequence[Phrase]) -> LanguageFigures:
    found = [asked.language_of(clean(phrase.text))[0] for phrase in phrases]
    right = sum(it == language for it in found)
    unsure = sum(it is None for it in found)
    count = max(len(found), 1)
    return LanguageFigures(language, len(found), right / count, (count - right - unsure) / count)
