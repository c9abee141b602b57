"""Rasa's responses, said by Fluent in the customer's language."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

import locales
from assistant.texts import TextError, Texts, texts

logger = logging.getLogger(__name__)

INTERNAL_ERROR = "utter_internal_error"


class FluentNaturalLanguageGenerator(TemplatedNaturalLanguageGenerator):
    """Renders a response as the Fluent message of its name, in the language of the conversation.

    It is Rasa's templated generator by birth, so that a loaded model hands it the responses of
    the domain: their buttons are used, with message ids for titles; their texts are not.
    """

    def __init__(
        self,
        endpoint_config: EndpointConfig | None = None,
        domain: Domain | None = None,
        own_texts: Texts | None = None,
    ) -> None:
        super().__init__(domain.responses if domain else {})
        self._texts = own_texts or texts()

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        args: Mapping[str, Any] | None = None,
        choices: Sequence[Mapping[str, Any]] = (),
        content: Mapping[str, Any] | None = None,
        preface: str | None = None,
        **rasa_fields: Any,
    ) -> dict[str, Any]:
        """Return text, buttons and content of a response; one that cannot be said is an error. The
        message named `preface` comes before its text.

        The customer is then told so (`utter_internal_error`), and the log says why.
        """
        language = language_of(tracker)
        try:
            return self.message(language, utter_action, args, choices, content, preface)
        except TextError:
            logger.exception("The response %s cannot be said", utter_action)
            return self.message(language, INTERNAL_ERROR)

    def message(
        self,
        language: str,
        response: str,
        args: Mapping[str, Any] | None = None,
        choices: Sequence[Mapping[str, Any]] = (),
        content: Mapping[str, Any] | None = None,
        preface: str | None = None,
    ) -> dict[str, Any]:
        """Return what a channel sends for `response`; raise `TextError` if it cannot be said."""
        say = self._texts
        text = say.render(language, response, args)
        if preface:
            text = f"{say.render(language, preface)}\n{text}"
        message: dict[str, Any] = {"text": text}
        message["language"] = language
        buttons = [*self._standing_buttons(response), *(choices or ())]
        if buttons:
            message["buttons"] = [
                {
                    "title": _title(say.render(language, button["title"], button.get("args"))),
                    "payload": button["payload"],
                }
                for button in buttons
            ]
        if content:
            message["custom"] = say.said(language, content)
        return message

    def _standing_buttons(self, response: str) -> Sequence[Mapping[str, Any]]:
        variations = self.responses.get(response) or [{}]
        return variations[0].get("buttons") or ()


def _title(text: str) -> str:
    """A button begins with a capital, also where its words stand inside a sentence elsewhere."""
    return text[:1].upper() + text[1:]


def language_of(tracker: DialogueStateTracker) -> str:
    """Return the language of a conversation."""
    return locales.spoken(tracker.get_slot("language")) or locales.DEFAULT
