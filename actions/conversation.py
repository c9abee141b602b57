"""Languages, and what was not understood."""

from rasa_sdk.events import FollowupAction

from actions import say
from actions.base import PERSON, START, SelfcareAction
from actions.calls import wants_more
from actions.form import MISSES
from actions.meanings import likely_meanings
from actions.turn import Turn
from locales import LANGUAGES


class ActionChangeLanguage(SelfcareAction):
    """Go on in the language that was asked for, or say which ones there are."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_change_language"

    def act(self, turn: Turn) -> None:
        """The slot has changed already if a language of ours was named."""
        named = turn.message.entity("language")
        if turn.message.intent == "change_language" and named in LANGUAGES:
            turn.say("utter_language_changed")
            return
        choices = [
            say.choice(
                "button_in_language",
                f'/change_language{{"language":"{language.code}"}}',
                language=language.name,
            )
            for language in LANGUAGES.values()
        ]
        turn.say("utter_languages", choices=choices)


SOMETHING_ELSE = say.choice("button_something_else", "/help")


class ActionFallback(SelfcareAction):
    """Not understood: other words or a button; after the second time, a person."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_fallback"

    def act(self, turn: Turn) -> None:
        """Count, and offer what helps."""
        if wants_more(turn):
            turn.events.append(FollowupAction("action_show_calls"))
            return
        misses = (turn.slots.get("misses") or 0) + 1
        turn.set("misses", misses)
        if not any(letter.isalnum() for letter in turn.message.text):
            turn.say("utter_not_text", choices=START)
        elif misses < MISSES:
            self._ask_what_was_meant(turn)
        else:
            turn.say("utter_not_understood_again", choices=[PERSON, *START[:2]])

    def _ask_what_was_meant(self, turn: Turn) -> None:
        """Name the likeliest meanings; the words are kept for the one that is chosen."""
        meanings = likely_meanings(turn)
        if not meanings:
            turn.say("utter_not_understood", choices=START)
            return
        turn.note_wish()
        turn.say("utter_ask_meaning", choices=[*meanings, SOMETHING_ELSE])
