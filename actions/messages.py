"""The off-line chat: who wants a person when none is there leaves what it is about, at once."""

from typing import Any

from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet

from actions import say, when
from actions.turn import Turn
from selfcare.hours import Opening

#: Forgotten when another matter begins.
SLOTS = ("own_words", "reply_way", "reply_contact", "confirmed", "signed_in")
#: What it is about while its words have not said more.
TOPIC = "contact_form"


def is_chat_open(turn: Turn) -> bool:
    """Whether the live chat of the customer's channel has its hours now."""
    return _chat(turn).is_open


def begin_message(turn: Turn) -> None:
    """Say when somebody will be there, or that nobody is free while the chat is open, and take what
    the customer has to say: `written_report_form` goes on from here.

    To be called where no form is open but the sign-in's: what was said in another would be lost.
    """
    hours = turn.services.hours
    promised = hours.answered_by(hours.operator.chat_of(turn.conversation.channel))
    is_signed_in = turn.services.signin.is_signed_in(turn.conversation)
    turn.note_wish()
    turn.services.drafts.start(
        turn.conversation,
        topic=TOPIC,
        promised=promised,
        unsigned=not is_signed_in and turn.services.reports.unsigned is not None,
        language=turn.language,
    )
    for slot in SLOTS:
        turn.set(slot, None)
    turn.set("misses", 0)
    if turn.form:
        turn.set("resume", None)
        turn.events += [ActiveLoop(None), SlotSet("requested_slot", None)]
    tell_when_somebody_is_there(turn)
    turn.events.append(FollowupAction("written_report_form"))


def tell_when_somebody_is_there(turn: Turn) -> None:
    """When the live chat opens again and why it is closed, and the telephone."""
    chat, phone = _chat(turn), turn.services.hours.of("phone")
    number = say.phone(turn.services.hours.operator.phone)
    if not chat.is_open:
        _tell_why(turn)
    if phone.is_open:
        closes = when.time_of(turn, phone.changes)
        if chat.is_open:
            turn.say("utter_nobody_free_phone", phone=number, closes=closes)
        else:
            opens = when.at(turn, chat.changes)
            turn.say("utter_chat_closed_phone", opens=opens, phone=number, closes=closes)
    elif chat.is_open:
        turn.say("utter_nobody_free")
    else:
        _tell_openings(turn, chat, phone, number)


def _tell_openings(turn: Turn, chat: Opening, phone: Opening, number: Any) -> None:
    opens = when.at(turn, chat.changes)
    if chat.changes == phone.changes:
        turn.say("utter_chat_closed", opens=opens, phone=number)
    else:
        calls = when.at(turn, phone.changes)
        turn.say("utter_chat_and_phone_closed", opens=opens, phone=number, phone_opens=calls)


def _tell_why(turn: Turn) -> None:
    """The special day's reason, or that it is a public holiday; anything else needs no word."""
    hours = turn.services.hours
    special = hours.closed_because(hours.operator.chat_of(turn.conversation.channel))
    reason = special.reason.get(turn.language) if special else None
    if reason:
        turn.say("utter_closed_because", reason=reason)
    elif special is None and hours.is_holiday():
        turn.say("utter_closed_holiday")


def _chat(turn: Turn) -> Opening:
    hours = turn.services.hours
    return hours.of(hours.operator.chat_of(turn.conversation.channel))
