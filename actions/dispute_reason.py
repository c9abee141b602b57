"""Why it is disputed."""

from typing import Any

from actions import say
from actions.disputed_calls import NO_CALLS, changes_the_calls
from actions.form import Question, begins_another_journey, is_question, means_something_else
from actions.turn import Turn
from selfcare.answers import read_place
from selfcare.dispute import ABOUT_BILL, ABOUT_CALLS, ABOUT_PAYMENT, LONGEST_WORDS, REASONS

#: How sure the classifier must be when a reason was asked for.
SURE = 0.5
#: What would begin another journey gives the reason here.
REASONS_BEHIND = {
    "report_payment": "payment_not_credited",
    "report_fault": "service_lost",
}
#: How sure the classifier must be that a story has nothing to do with us.
SURE_OF_NO_STORY = 0.95
#: Words from which on an answer is a story, kept as the customer's own words.
A_STORY = 5

#: The customer's own words are those that gave the reason.
WITH_REASON = "with_reason"
ALREADY_FILED = say.choice("button_already_filed", "/check_report_status")
#: Whether the other list of reasons, behind "more", is the one in view.
MORE_SHOWN = "more_reasons_shown"
MORE = say.choice("button_more_reasons", '/inform{"answer":"more"}')


class ReasonQuestion(Question):
    """A reason from the list, or in the customer's own words."""

    slot = "dispute_reason"
    takes_stories = True
    resembles = frozenset({*REASONS_BEHIND, "report_fraud"})

    def ask(self, turn: Turn, again: bool = False) -> None:
        """The reasons that fit what is disputed first; the others behind a button."""
        choices = [MORE if code == "more" else _choice(code) for code in _offered(turn)]
        response = "utter_ask_dispute_reason_again" if again else "utter_ask_dispute_reason"
        turn.say(response, choices=[*choices, ALREADY_FILED])

    def read(self, turn: Turn) -> bool:
        """A place in the list; a button; words that the classifier is sure of; a story, whose
        reason stays open.
        """
        if changes_the_calls(turn):
            return not turn.is_explained
        words = turn.message.text
        reason = turn.message.reason(SURE)
        place = read_place(words, turn.language, _offered(turn))
        if "more" in (place, turn.message.entity("answer")):
            return self._ask_for_more(turn)
        if place is not None:
            turn.say("utter_reason_understood", reason=say.reason(place))
            return self._take(turn, place, "")
        if turn.message.is_button:
            return reason in REASONS and self._take(turn, reason, "")
        is_story = len(words.split()) >= A_STORY and not is_question(words)
        if turn.message.intent == "go_back" or (reason is None and _wants_else(turn, is_story)):
            return False
        if reason is None:
            reason = _reason_behind(turn)
        if reason is None and (not is_story or begins_another_journey(turn, self)):
            return False
        kept = words[:LONGEST_WORDS] if is_story else ""
        if reason is not None:
            turn.say("utter_reason_understood", reason=say.reason(reason))
        return self._take(turn, reason or "other", kept)

    def read_early(self, turn: Turn) -> bool:
        """A reason for calls, in words, before it is asked for; whether it is a new one."""
        reason, words = turn.message.reason(SURE), turn.message.text
        is_new = turn.slots.get(self.slot) is None and not turn.is_explained
        if turn.message.is_button or reason not in ABOUT_CALLS or not is_new:
            return False
        turn.say("utter_reason_understood", reason=say.reason(reason))
        is_story = len(words.split()) >= A_STORY and not is_question(words)
        return self._take(turn, reason, words[:LONGEST_WORDS] if is_story else "")

    def _ask_for_more(self, turn: Turn) -> bool:
        turn.set(MORE_SHOWN, True)
        turn.is_asking = True
        self.ask(turn)
        return True

    def _take(self, turn: Turn, reason: str, words: str) -> bool:
        said: dict[str, Any] = {"reason": reason}
        if words:
            said["words"] = words
            turn.set("own_words", WITH_REASON)
        elif turn.slots.get("own_words") == WITH_REASON:
            # They told of the reason that has just been given up.
            said["words"] = ""
            turn.set("own_words", None)
        has_calls = turn.slots.get("disputed_calls") not in (None, NO_CALLS)
        may_have_calls = has_calls or reason in (*ABOUT_CALLS, "other")
        if reason in ABOUT_PAYMENT or not may_have_calls:
            said["calls"] = ()
            turn.set("disputed_calls", NO_CALLS)
        turn.services.drafts.change(turn.conversation, **said)
        turn.set(self.slot, reason)
        return True


def _offered(turn: Turn) -> "tuple[str, ...]":
    """The reasons in view, in their order; a number names one of them."""
    if turn.slots.get("disputed_calls") == NO_CALLS or turn.slots.get(MORE_SHOWN):
        return ABOUT_PAYMENT + ABOUT_BILL
    return (*ABOUT_CALLS, "more")


def _wants_else(turn: Turn, is_story: bool) -> bool:
    """Whether it is a wish of its own. Where somebody was at that hour sounds like anything."""
    if is_story and turn.message.intent == "out_of_scope":
        return turn.message.confidence >= SURE_OF_NO_STORY
    return means_something_else(turn)


def _reason_behind(turn: Turn) -> "str | None":
    """The reason of somebody who says what happened as if it were a matter of its own."""
    if not turn.message.text or turn.message.confidence < SURE:
        return None
    return REASONS_BEHIND.get(turn.message.intent)


def _choice(code: str) -> "dict[str, Any]":
    return say.choice(f"reason_{code}", f'/inform{{"dispute_reason":"{code}"}}')
