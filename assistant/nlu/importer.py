"""Reads the training phrases, one folder per language, into Rasa's training data."""

from pathlib import Path
from typing import Final

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT_RESPONSE_KEY
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

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
        return TrainingData([phrase for path in paths for phrase in _phrases(path)])


def _phrases(path: Path) -> list[Message]:
    phrases: list[Message] = load_data(str(path)).training_examples
    for phrase in phrases:
        _mark(phrase, path.parent.name)
    return phrases


def _mark(phrase: Message, language: str) -> None:
    phrase.set(LANGUAGE, language)
    full_intent = phrase.data.pop(INTENT_RESPONSE_KEY, None)
    if full_intent is not None:
        phrase.set(SUB_INTENT, full_intent)
