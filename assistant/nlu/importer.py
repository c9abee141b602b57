"""Reads the training phrases, one folder per language, into Rasa's training data."""

from pathlib import Path
from typing import Final

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

from assistant.nlu.phrases import read_phrases

LANGUAGE: Final = "phrase_language"
SUB_INTENT: Final = "sub_intent"


class PhraseImporter(RasaFileImporter):
    """Tells each phrase its language (its folder's name) and its sub-intent.

    Rasa keeps `dispute_charge/roaming` for its response selector: it would demand one, and a
    response for every reason. Here the part after the slash is a reason, which
    `MeaningClassifier` learns.
    """

    @cached_method
    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """All phrases, file by file in the order of their paths."""
        paths = sorted(Path(path) for path in self._nlu_files)
        return TrainingData(
            [_phrase(path.parent.name, *it) for path in paths for it in read_phrases(path)]
        )


def _phrase(language: str, meaning: str, words: str) -> Message:
    intent, _, sub_intent = meaning.partition("/")
    phrase = Message({TEXT: words, INTENT: intent, LANGUAGE: language})
    if sub_intent:
        phrase.set(SUB_INTENT, meaning)
    return phrase
