"""Whether a resolved report is settled for its customer: closed then, else looked at again."""

from typing import Any

from actions import say
from actions.base import START
from actions.form import Question
from actions.turn import Turn
from selfcare.answers import begins_with_no, read_plain_answer
from selfcare.dispute import LONGEST_WORDS
from selfcare.errors import NotFound
from selfcare.report import Report, ReportAnswer

CONFIRM = "confirm_report"
#: What says that it is settled, and that it is not, by the lexicon's keys.
SETTLED, NOT_SETTLED = ("agreed", "settled"), ("denied", "not_settled")
#: What a message is taken for that begins with "no" and says no more of an answer.
MAY_BE_A_NO = frozenset(
    {"deny", "report_fault", "dispute_charge", "view_bill", "explain_bill", "nlu_fallback"}
)
#: Words from which on a "no" says itself what is wrong: "no, it still doesn't work".
SAYS_WHAT_IS_WRONG = 4
#: Letters without which words say nothing.
FEWEST_LETTERS = 5


def settled_choices(number: str) -> "list[dict[str, Any]]":
    """Yes and no, wherever the report is told of."""
    return [
        say.choice(f"button_{name}", say.answer(CONFIRM, number, answer))
        for name, answer in (("settled", "yes"), ("not_settled", "no"))
    ]


def read_settled(turn: Turn) -> "bool | None":
    """Yes or no, in plain words; or a no that goes on: "no, still dead"."""
    text, language = turn.message.text, turn.language
    plain = read_plain_answer(text, language, SETTLED, NOT_SETTLED)
    if plain is None and turn.message.intent in MAY_BE_A_NO:
        return False if begins_with_no(text, language, SETTLED, NOT_SETTLED) else None
    return plain


def what_is_wrong(turn: Turn) -> "str | None":
    """The words of a "no" that says more than that."""
    words = turn.message.text
    says_enough = len(words.split()) >= SAYS_WHAT_IS_WRONG and len(words) <= LONGEST_WORDS
    return words if says_enough else None


class StillWrongQuestion(Question):
    """What is not settled, in the customer's words."""

    slot = "still_wrong"
    takes_stories = True

    def is_needed(self, turn: Turn) -> bool:
        """Where the customer said that it is not."""
        is_about_it = turn.wish(CONFIRM) is not None
        return is_about_it and turn.slots.get("report_answer") == "no"

    def guess(self, turn: Turn) -> bool:
        """The words of the "no", where they say enough."""
        wish = turn.wish(CONFIRM)
        if wish is None or not wish.entity("words"):
            return False
        turn.set(self.slot, True)
        return True

    def ask(self, turn: Turn, again: bool = False) -> None:
        """Say who reads it, and ask."""
        turn.say("utter_ask_still_wrong_again" if again else "utter_ask_still_wrong")

    def read(self, turn: Turn) -> bool:
        """Any words that say something."""
        wish, words = turn.wish(CONFIRM), turn.message.text
        if wish is None or sum(letter.isalpha() for letter in words) < FEWEST_LETTERS:
            return False
        if len(words) > LONGEST_WORDS:
            turn.explain("utter_own_words_too_long", limit=LONGEST_WORDS)
            return False
        turn.add_to_wish(wish, words=words)
        turn.set(self.slot, True)
        return True


def close(turn: Turn, number: str) -> Report:
    """It is settled."""
    report = turn.services.reports.answer(turn.conversation, number, ReportAnswer.CONFIRM)
    turn.say("utter_report_closed", report=number, choices=START)
    return report


def look_again(turn: Turn, number: str) -> Report:
    """It is not: the words go to whoever looks after it."""
    wish = turn.wish(CONFIRM)
    words = wish.entity("words") if wish else None
    if not words:
        raise NotFound("what was said is not there any more")
    report = turn.services.reports.reopen(turn.conversation, number, str(words))
    response = "utter_report_reopened" if report.is_open else "utter_report_words_added"
    turn.say(response, report=number, choices=START)
    return report
