"""Adds what a message names - sums, days, numbers, products - as entities with plain values."""

from functools import cache
from typing import Any, Final, TypeVar

from babel import Locale
from babel.core import get_global
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.component import entity_of_message
from assistant.nlu.language_identifier import CHANGE
from assistant.nlu.language_identifier import ENTITY as LANGUAGE
from assistant.nlu.text import clean, is_payload
from locales import DEFAULT, LANGUAGES, spoken
from selfcare import clock
from selfcare.entities import Entity, is_only_report, read_entities
from selfcare.hours import Operator

Self = TypeVar("Self", bound="EntityReader")

REPORT: Final = "report_number"
CHECK_REPORT: Final = "check_report_status"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class EntityReader(GraphComponent, EntityExtractorMixin):
    """Reads values by rules; comes after the language of a message is known.

    A report number that somebody pastes is a question about that report, whatever the classifier
    makes of its letters.
    """

    def __init__(self) -> None:
        self._zone = Operator.from_environment().zone
        self._countries = {code: country_of(it.locale) for code, it in LANGUAGES.items()}
        # The patterns of all languages take half a second, which no customer should wait for.
        self._understood(REPORT, None)

    @classmethod
    def create(
        cls: type[Self],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Self:
        """There is nothing to configure and nothing to load."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds entities to what is said; what a button sent has its own."""
        for message in messages:
            text = message.get(TEXT)
            if text and not is_payload(text):
                self._read(message, clean(text))
        return messages

    def _read(self, message: Message, text: str) -> None:
        known = message.get(ENTITIES, [])
        found = self._understood(text, _language_of(message))
        added = [entity_of_message(self, message, it.name, it.value, 1.0) for it in found]
        if added:
            message.set(ENTITIES, [*known, *added], add_to_output=True)
        if any(it.name == REPORT for it in found) and _is_report(text):
            _set_intent(message, CHECK_REPORT)

    def _understood(self, text: str, language: str | None) -> list[Entity]:
        """What is named in the message's language, or in the one that makes the most of it."""
        now = clock.now().astimezone(self._zone)
        # Of readings with as many values the first is taken.
        languages = [language] if language else [DEFAULT, *LANGUAGES]
        readings = (
            read_entities(text, code, now, self._countries[code])
            for code in dict.fromkeys(languages)
        )
        return max(readings, key=len)


@cache
def country_of(locale: str) -> str:
    """The country of a locale: "en-GB" is of GB; "es" most likely of ES, says CLDR."""
    likely: str = get_global("likely_subtags").get(locale, locale)
    return str(Locale.parse(likely.replace("-", "_")).territory)


def _is_report(text: str) -> bool:
    """Whether it is a report's number and a word for it, in whatever language."""
    return any(is_only_report(text, code) for code in LANGUAGES)


def _language_of(message: Message) -> str | None:
    """The language a message is in, if that is known; a language that it asks for is another."""
    if message.get(INTENT, {}).get("name") == CHANGE:
        return None
    named = (it["value"] for it in message.get(ENTITIES, []) if it["entity"] == LANGUAGE)
    return spoken(next(named, None))


def _set_intent(message: Message, name: str) -> None:
    intent = {"name": name, "confidence": 1.0}
    others = [it for it in message.get(INTENT_RANKING_KEY, []) if it["name"] != name]
    message.set(INTENT, intent, add_to_output=True)
    message.set(INTENT_RANKING_KEY, [intent, *others], add_to_output=True)
