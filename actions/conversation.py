"""Languages, and what was not understood."""

from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet

from actions import say
from actions.attached import ATTACH, FILE_FORM, leave_files, names_the_files_report
from actions.base import PERSON, START, SelfcareAction
from actions.calls import wants_more
from actions.confirmation import agrees
from actions.dispute import OWN_SLOTS
from actions.handoff import ask_for_person
from actions.in_between import OFFER_TOLD, PUT_ASIDE, go_back
from actions.meanings import likely_meanings
from actions.picking import picks_from_a_list
from actions.report_answers import ReportAnswerForm, begin_answer, leave_open
from actions.told import answers_what_was_told, asks_back
from actions.turn import MISSES, Turn
from actions.withdrawals import WITHDRAW
from locales import LANGUAGES
from selfcare.answers import read_plain_answer
from selfcare.lexicon import says


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
        if answers_what_was_told(turn) or picks_from_a_list(turn):
            return
        turn.miss()
        if not any(letter.isalnum() for letter in turn.message.text):
            turn.say("utter_not_text", choices=START)
        elif turn.slots["misses"] < MISSES:
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


class ActionConfirm(SelfcareAction):
    """ "Yes", "no" or an old button while no question is open."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_confirm"

    def act(self, turn: Turn) -> None:
        """A confirmed draft that has not arrived is sent; a repeated yes gets its number."""
        if answers_what_was_told(turn) or picks_from_a_list(turn):
            return
        if names_the_files_report(turn):
            return
        if turn.message.intent == "affirm" and not turn.message.is_button and not agrees(turn):
            turn.events.append(FollowupAction("action_fallback"))
            return
        is_sending = says(turn.language, turn.message.text, "submits")
        if turn.message.intent == "affirm" and turn.was_offered_a_person and not is_sending:
            ask_for_person(turn)
            return
        wants_it = turn.message.intent == "affirm" or turn.message.entity("answer") == "retry"
        if wants_it and turn.services.filing.awaits_confirmation_again(turn.conversation):
            draft = turn.services.drafts.of(turn.conversation)
            kind = "written_report" if draft and draft.topic else "dispute"
            turn.events.append(FollowupAction(f"action_submit_{kind}"))
        elif wants_it and turn.services.received.outstanding(turn.conversation):
            turn.events.append(FollowupAction(ATTACH))
        elif _has_nothing_more(turn):
            turn.say("utter_goodbye")
        elif turn.message.intent == "inform" and turn.message.is_button:
            turn.say("utter_question_closed", choices=START)
        elif turn.message.intent == "inform":
            turn.events.append(FollowupAction("action_fallback"))
        else:
            turn.say("utter_what_next", choices=START)


def _has_nothing_more(turn: Turn) -> bool:
    """Whether it is "no" and no more: who does not agree with something has not finished."""
    said = read_plain_answer(
        turn.message.text, turn.language, ("agreed",), ("denied", "nothing_to_add")
    )
    return turn.message.intent == "deny" and said is False and not turn.was_offered_a_person


class ActionCourtesy(SelfcareAction):
    """Thanks, help, back, and what is not our business: a customer may mean a report by it."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_courtesy"

    def act(self, turn: Turn) -> None:
        """Answer the words, unless they are about what was told of a report."""
        if asks_back(turn) or answers_what_was_told(turn):
            return
        intent = turn.message.intent
        if intent == "thank":
            turn.say("utter_thank_meanwhile" if turn.form else "utter_thank")
            return
        said = "utter_nothing_to_go_back_to" if intent == "go_back" else f"utter_{intent}"
        turn.say(said, choices=START)


class ActionStop(SelfcareAction):
    """Stop what is being done; nothing is sent."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_stop"

    def act(self, turn: Turn) -> None:
        """Forget the draft unless it was sent; after that, ask whether to withdraw it. Where no
        form is open, "it's a joke, I want all of it" may be about what was told.
        """
        if not turn.form and answers_what_was_told(turn):
            return
        filed = None if turn.form else turn.services.filing.just_filed(turn.conversation)
        if filed and filed.is_open:
            begin_answer(turn, WITHDRAW, report_number=filed.number)
            return
        if turn.slots.get(PUT_ASIDE) and turn.form == ReportAnswerForm.form:
            wish = turn.wish()
            leave_open(turn)
            go_back(turn, wish)
            return
        turn.services.drafts.drop(turn.conversation)
        turn.services.views.hide(turn.conversation)
        slots: tuple[Any, ...] = (*OWN_SLOTS, "line", "cycle", "resume", OFFER_TOLD)
        turn.events.extend(SlotSet(slot, None) for slot in slots)
        if turn.form == ReportAnswerForm.form:
            leave_open(turn)
        elif turn.form == FILE_FORM:
            leave_files(turn)
        else:
            turn.say("utter_stopped" if turn.form else "utter_nothing_to_stop", choices=START)
