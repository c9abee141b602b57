"""Tells which language a message is in, if it is sure, or which one it asks for."""

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.nlu.component import TrainedComponent, entity_of_message, is_spoken
from assistant.nlu.importer import LANGUAGE
from assistant.nlu.languages import Languages, is_latin, vocabulary
from assistant.nlu.named_languages import named_language
from assistant.nlu.spoken_languages import SpokenLanguages
from assistant.nlu.text import clean, words

ENTITY: Final = "language"
FOREIGN: Final = "foreign_language"
CHANGE: Final = "change_language"

# "ok", "no problem", "agent please" are said in every language.
_LONG_ENOUGH: Final = 3
# Neither of two readings can rule a language out alone.
_LEAST: Final = 1e-3

_QUOTED = re.compile(r"[\"“”«»„][^\"“”«»„]*[\"“”«»„]|(?<!\w)['‘‚][^'’‘]+['’‘](?!\w)")
_NOT_WORDS = re.compile(r"\S*[\d@/_]\S*")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class LanguageIdentifier(TrainedComponent, EntityExtractorMixin):
    """Emits the entity `language`; a language that is not spoken makes `foreign_language`."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._vocabularies: dict[str, list[str]] = {}
        self._languages: Languages | None = None
        self._spoken = SpokenLanguages()

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Probabilities from which on a language is believed: one that is spoken (`sure`), one
        that is not (`sure_foreign`), and one that is asked for by its name (`sure_named`).
        """
        return {"sure": 0.85, "sure_foreign": 0.93, "sure_named": 0.85}

    def train(self, training_data: TrainingData) -> Resource:
        """Learns the words and the letters of each language from its folder of phrases."""
        self.learn(training_data)
        return self.save()

    def learn(self, training_data: TrainingData) -> None:
        """Learns, and saves nothing yet."""
        texts = defaultdict(list)
        for phrase in training_data.nlu_examples:
            if phrase.get(LANGUAGE) and phrase.get(INTENT) != CHANGE:
                texts[phrase.get(LANGUAGE)].append(clean(phrase.get(TEXT)))
        self._vocabularies = {code: vocabulary(phrases) for code, phrases in sorted(texts.items())}
        said = [(_said(text), code) for code, phrases in sorted(texts.items()) for text in phrases]
        self._spoken.learn(*zip(*said, strict=True))

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the entity or changes the intent of messages that are said, not clicked."""
        for message in messages:
            if is_spoken(message.get(TEXT)):
                self._identify(message)
        return messages

    def language_of(self, text: str) -> tuple[str | None, float]:
        """The spoken language of a text, or `FOREIGN`, or None if that is not sure."""
        languages = self._languages
        assert languages is not None, "neither trained nor loaded"
        said = _said(text)
        if words(said) and not is_latin(said):
            return FOREIGN, 1.0
        likely = languages.likelihoods(said)
        if not likely:
            return None, 0.0
        foreign = 1.0 - sum(likely.get(code, 0.0) for code in languages.spoken)
        top = max(likely, key=lambda code: likely[code])
        if foreign >= self.config["sure_foreign"]:
            return (FOREIGN, foreign) if self._is_speech(said, top) else (None, 0.0)
        if len(set(words(said))) < _LONG_ENOUGH or _is_name(words(said)):
            return None, 0.0
        both = {
            code: likelihood * max(likely.get(code, 0.0), _LEAST)
            for code, likelihood in self._spoken.likelihoods(said).items()
        }
        language = max(both, key=lambda code: both[code])
        confidence = both[language] / sum(both.values())
        # Gibberish has letters of some language, too, but no words of it.
        is_sure = confidence >= self.config["sure"] and self._known(words(said), language) > 0
        return (language, confidence) if is_sure else (None, 0.0)

    def write(self, directory: Path) -> None:
        """Saves the words of each language."""
        text = json.dumps(self._vocabularies, ensure_ascii=False)
        (directory / "words.json").write_text(text, encoding="utf-8")
        self._spoken.write(directory)

    def read(self, directory: Path) -> None:
        """Reads the words and gets ready to identify."""
        text = (directory / "words.json").read_text(encoding="utf-8")
        self._vocabularies = json.loads(text)
        self._languages = Languages(self._vocabularies)
        self._spoken.read(directory)

    def _identify(self, message: Message) -> None:
        text = clean(message.get(TEXT))
        language, confidence = self.language_of(text)
        if self._asks_for_a_language(message):
            named = named_language(text, language)
            if named is not None:
                spoken = self._languages is not None and named in self._languages.spoken
                language, confidence = (named if spoken else FOREIGN), 1.0
        if language == FOREIGN:
            _set_foreign(message)
        elif language is not None:
            self._add_entity(message, language, confidence)

    def _asks_for_a_language(self, message: Message) -> bool:
        """Surely enough: "the ones to France", "the German number" name countries."""
        intent = message.get(INTENT, {})
        is_sure = (intent.get("confidence") or 0.0) >= self.config["sure_named"]
        return intent.get("name") == CHANGE and is_sure

    def _is_speech(self, text: str, language: str) -> bool:
        """Whether a text in a foreign language is more than a name, or words of ours misspelt."""
        said = words(text)
        known = self._known(said, language)
        if len(said) < 2:
            return False
        return known == len(said) or (not _is_name(said) and (known > 0 or len(said) >= 4))

    def _known(self, said: list[str], language: str) -> int:
        assert self._languages is not None, "neither trained nor loaded"
        return sum(self._languages.knows(word, language) for word in said)

    def _add_entity(self, message: Message, language: str, confidence: float) -> None:
        entity = entity_of_message(self, message, ENTITY, language, confidence)
        message.set(ENTITIES, [*message.get(ENTITIES, []), entity], add_to_output=True)


def _said(text: str) -> str:
    """What the customer says themselves: no quotations, numbers or addresses."""
    return _NOT_WORDS.sub(" ", _QUOTED.sub(" ", text))


def _is_name(said: list[str]) -> bool:
    return len(said) <= 4 and all(word.istitle() and len(word) > 1 for word in said)


def _set_foreign(message: Message) -> None:
    foreign = {"name": FOREIGN, "confidence": 1.0}
    message.set(INTENT, foreign, add_to_output=True)
    ranking = [foreign, *message.get(INTENT_RANKING_KEY, [])]
    message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
