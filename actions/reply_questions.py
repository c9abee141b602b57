"""Where the answer to a message goes: here in the chat, by e-mail, or by telephone."""

from typing import Any

from babel import Locale
from babel.core import get_global

from actions import say
from actions.dispute_questions import put
from actions.form import Question, is_question, means_something_else
from actions.turn import Turn
from locales import LANGUAGES
from selfcare.answers import read_place
from selfcare.contact import CHAT, EMAIL, WAYS, bare, read_contact, read_way, way_of
from selfcare.draft import Draft

#: Journeys whose words an address or a way to be reached is made of.
ABOUT_CONTACTS = frozenset({"update_details", "contact_form", "change_number"})
#: Words up to which an address at the summary is meant for nothing but the answer.
FEW_WORDS = 5
#: Digits from which on a number is meant for one to call.
DIGITS_OF_A_NUMBER = 6


def is_message(turn: Turn) -> bool:
    """Whether it was left for somebody to answer later."""
    draft = turn.services.drafts.of(turn.conversation)
    return draft is not None and draft.promised is not None


class ReplyWayQuestion(Question):
    """How the answer is wanted; an address or a number says it, too."""

    slot = "reply_way"
    # "I'd like somebody to call me" sounds like the wish for a person that began it.
    takes_stories = True
    resembles = ABOUT_CONTACTS

    def is_needed(self, turn: Turn) -> bool:
        """For a message: other reports are answered where their customer looks them up."""
        return is_message(turn)

    def ask(self, turn: Turn, again: bool = False) -> None:
        """The three ways."""
        choices = [
            say.choice(f"button_reply_{way}", f'/inform{{"answer":"{way}"}}') for way in WAYS
        ]
        turn.say("utter_ask_reply_way_again" if again else "utter_ask_reply_way", choices=choices)

    def read(self, turn: Turn) -> bool:
        """A button, an address, the word for a way, or its place."""
        if take_way(turn):
            return True
        if _looks_like_a_number(turn.message.text):
            turn.explain("utter_ask_reply_phone_again")
        return False


class ReplyContactQuestion(Question):
    """The address or the number, where the way takes one."""

    slot = "reply_contact"
    takes_stories = True
    resembles = ABOUT_CONTACTS

    def is_needed(self, turn: Turn) -> bool:
        """Not for an answer in the chat."""
        return is_message(turn) and _draft(turn).reply_by not in (None, CHAT)

    def guess(self, turn: Turn) -> bool:
        """It may have been said with the way."""
        draft = _draft(turn)
        if draft.contact is None or way_of(draft.contact) != draft.reply_by:
            return False
        turn.set(self.slot, True)
        return True

    def ask(self, turn: Turn, again: bool = False) -> None:
        """The address, or the number."""
        response = f"utter_ask_reply_{_draft(turn).reply_by}"
        turn.say(f"{response}_again" if again else response)

    def read(self, turn: Turn) -> bool:
        """An address or a number that there can be; or rather another way. What is no address may
        sound like anything, "oliver at home" like nothing of ours.
        """
        if turn.message.is_button or _contact(turn):
            return take_way(turn)
        if _other_way(turn):
            return True
        is_other = means_something_else(turn) and turn.message.intent != "out_of_scope"
        if turn.message.text and not is_other:
            turn.explain(f"utter_ask_reply_{_draft(turn).reply_by}_again")
        return False


def take_way(turn: Turn) -> bool:
    """Put down the way that the message names, with the address that it has."""
    contact = _contact(turn)
    if contact:
        turn.set("reply_contact", True)
        return put(turn, "reply_way", True, reply_by=way_of(contact), contact=contact)
    text = turn.message.text
    way: Any = turn.message.entity("answer") if turn.message.is_button else None
    if not is_question(text):
        way = way or read_place(text, turn.language, WAYS) or read_way(text, turn.language)
    if way not in WAYS:
        return False
    if _draft(turn).reply_by != way:
        turn.set("reply_contact", None)
        turn.services.drafts.change(turn.conversation, contact=None)
    return put(turn, "reply_way", True, reply_by=way)


def changes_way(turn: Turn) -> bool:
    """Whether a few words at the summary have an address of e-mail: a number may be a line's, which
    is added to the words.
    """
    contact, words = _contact(turn), turn.message.text.split()
    is_address = contact is not None and way_of(contact) == EMAIL and len(words) <= FEW_WORDS
    return is_message(turn) and is_address and take_way(turn)


def reply_to(draft: Draft) -> Any:
    """Where the answer goes, for the summary and afterwards."""
    if draft.contact is None:
        return say.message("reply_chat")
    if way_of(draft.contact) == EMAIL:
        return say.message("reply_email", email=bare(draft.contact))
    return say.message("reply_phone", phone=say.phone(bare(draft.contact)))


def _other_way(turn: Turn) -> bool:
    way = read_way(turn.message.text, turn.language)
    return way is not None and way != _draft(turn).reply_by and take_way(turn)


def _contact(turn: Turn) -> "str | None":
    if not turn.message.text:
        return None
    operator = turn.services.hours.operator
    now = turn.services.now().astimezone(operator.zone)
    text, language = turn.message.text, turn.language
    # A number that the operator's country has not may be of the one where they speak like this.
    countries = (operator.country, _home_of(language))
    found = (read_contact(text, language, now, country) for country in countries)
    return next(filter(None, found), None)


def _home_of(language: str) -> str:
    """The country that CLDR thinks of first (ISO 3166)."""
    locale = Locale.parse(LANGUAGES[language].locale, sep="-")
    likely: str = get_global("likely_subtags")[locale.language]
    return locale.territory or likely.rpartition("_")[2]


def _looks_like_a_number(text: str) -> bool:
    """Whether it is digits with a word or two."""
    digits = sum(sign.isdigit() for sign in text)
    return digits >= DIGITS_OF_A_NUMBER and digits > sum(sign.isalpha() for sign in text)


def _draft(turn: Turn) -> Draft:
    return turn.services.drafts.of(turn.conversation) or Draft()
