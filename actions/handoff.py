"""A person in the assistant's place: calling one, waiting, and what comes after."""

import logging
import time
from datetime import datetime, timedelta
from typing import Any

from actions import say
from actions.base import START, SelfcareAction
from actions.meanings import TITLES
from actions.messages import begin_message
from actions.people import is_busy, reach_a_person, tell_contacts
from actions.turn import Turn
from selfcare.errors import SelfcareError
from selfcare.handoff import ENDED as OVER
from selfcare.handoff import MOST_LINES, TAKEN, Customer, Line, Place, Wish
from selfcare.handoffs import (
    BY_CUSTOMER,
    CLOSED,
    HANDED_BACK,
    SILENCE,
    WAITING,
    Live,
)

logger = logging.getLogger(__name__)

PLACE = say.choice("button_my_place", '/human_handoff{"answer":"place"}')
STOP_WAITING = say.choice("button_stop_waiting", '/human_handoff{"answer":"stop"}')
LEAVE_MESSAGE = say.choice("button_leave_message", '/human_handoff{"answer":"message"}')
PERSON_AGAIN = say.choice("button_person", "/human_handoff")
#: What buttons say to somebody who waits, or does no more.
ABOUT_WAITING = frozenset({"place", "stop", "back"})


class ActionHumanHandoff(SelfcareAction):
    """A person is wanted, or somebody who waits for one asks or stops."""

    retry = "/human_handoff"

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_human_handoff"

    def act(self, turn: Turn) -> None:
        """Once called, a person is not called again."""
        turn.set("misses", 0)
        asked = turn.message.entity("answer")
        live = turn.services.people.handoffs.of(turn.conversation)
        if asked == "message":
            turn.services.people.stop_waiting(turn.conversation)
            _leave_message(turn)
        elif live is None and asked in ABOUT_WAITING:
            turn.say("utter_not_waiting", choices=_start(turn))
        elif live is None:
            call_person(turn)
        elif asked in ("stop", "back"):
            turn.services.people.stop_waiting(turn.conversation)
            turn.say("utter_stopped_waiting", choices=_start(turn))
        else:
            _tell_place(turn, live)


class ActionPersonLeft(SelfcareAction):
    """The assistant is back: it says why, and what is open comes again."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_person_left"

    def act(self, turn: Turn) -> None:
        """Whatever ended in this conversation, once."""
        handoffs = turn.services.people.handoffs
        for live in handoffs.left():
            if live.conversation == turn.conversation:
                _say_back(turn, live)
                handoffs.resumed(live.id)


def ask_for_person(turn: Turn) -> None:
    """Whoever agrees to talk to a person is handed over, as if they had asked."""
    turn.set("misses", 0)
    live = turn.services.people.handoffs.of(turn.conversation)
    if live is None:
        call_person(turn)
    else:
        _tell_place(turn, live)


def call_person(turn: Turn) -> None:
    """Hand over where somebody is there; otherwise a message can be left."""
    people = turn.services.people
    if people.presence(turn.conversation.channel) is None:
        _leave_message(turn)
        return
    try:
        place = people.call(_wish(turn))
    except SelfcareError as error:
        logger.warning("nobody could be called: %s", error)
        _leave_message(turn)
        return
    _say_place(turn, "utter_person_called", place)


def _leave_message(turn: Turn) -> None:
    """Where people answer in the chat, at another time; elsewhere, and where a message would take
    the place of something, there are the contacts.
    """
    if is_busy(turn) or not turn.services.people.answer_in(turn.conversation.channel):
        reach_a_person(turn)
    else:
        begin_message(turn)


def _tell_place(turn: Turn, live: Live) -> None:
    place = turn.services.people.place(live)
    if place is None:
        turn.say("utter_still_waiting", choices=_while_waiting(turn))
    elif live.state != WAITING or place.state in (TAKEN, OVER):
        turn.say("utter_person_is_coming", choices=_while_waiting(turn))
    else:
        _say_place(turn, "utter_place_in_queue", place)


def _say_place(turn: Turn, response: str, place: Place) -> None:
    turn.say(response, ahead=max(0, place.position - 1), choices=_while_waiting(turn))


def _say_back(turn: Turn, live: Live) -> None:
    officer = live.officer
    choices = _start(turn)
    if live.ending == CLOSED:
        turn.say("utter_chat_has_closed", choices=_instead(turn))
        tell_contacts(turn)
    elif officer is None:
        turn.say("utter_nobody_came", phone=_phone(turn), choices=_instead(turn))
    elif live.ending == HANDED_BACK:
        turn.say("utter_handed_back", name=officer, choices=choices)
    elif live.ending == BY_CUSTOMER:
        turn.say("utter_back_with_assistant", name=officer, choices=choices)
    elif live.ending == SILENCE:
        turn.say("utter_person_gone_for_silence", name=officer, choices=choices)
    else:
        turn.say("utter_person_silent", name=officer, phone=_phone(turn), choices=_instead(turn))


def _while_waiting(turn: Turn) -> "list[dict[str, Any]]":
    return [PLACE, STOP_WAITING, *([] if turn.form else [LEAVE_MESSAGE])]


def _instead(turn: Turn) -> "list[dict[str, Any]]":
    """What can be done where nobody is free; a form that is open goes on by itself."""
    return [PERSON_AGAIN] if turn.form else [LEAVE_MESSAGE, PERSON_AGAIN, *START[:3]]


def _start(turn: Turn) -> "list[dict[str, Any]]":
    return [] if turn.form else START


def _phone(turn: Turn) -> Any:
    return say.phone(turn.services.hours.operator.phone)


def _wish(turn: Turn) -> Wish:
    noted = turn.services.views.wish(turn.conversation) or {}
    intent = noted.get("intent")
    return Wish(
        conversation=turn.conversation,
        language=turn.language,
        intent=intent if intent in TITLES and intent != "human_handoff" else None,
        report=_report(turn, noted),
        customer=_customer(turn),
        lines=tuple(_lines(turn)),
    )


def _report(turn: Turn, noted: "dict[str, Any]") -> "str | None":
    """The report that was asked about or told of last, or filed here."""
    asked = (noted.get("entities") or {}).get("report_number")
    draft = turn.services.drafts.of(turn.conversation)
    filed = draft.report.number if draft and draft.report else None
    return str(asked) if asked else filed


def _customer(turn: Turn) -> "Customer | None":
    """Who is signed in; a person is called even if billing does not say so."""
    name = turn.services.signin.name_of(turn.conversation)
    if name is None:
        return None
    try:
        return Customer(name, turn.services.billing.account(turn.token).id)
    except SelfcareError as error:
        logger.warning("the account of who is handed over is not known: %s", error)
        return None


def _lines(turn: Turn) -> "list[Line]":
    """What both have said, as both have read it: of a button, its title."""
    found = []
    for event in turn.tracker.events:
        text = _read_by_both(event)
        if text:
            who = "customer" if event["event"] == "user" else "assistant"
            found.append(Line(who, text, _when(turn, event)))
    return found[-MOST_LINES:]


def _when(turn: Turn, event: "dict[str, Any]") -> datetime:
    """By our clock: the tracker goes by the computer's."""
    ago = time.time() - (event.get("timestamp") or time.time())
    return turn.services.now() - timedelta(seconds=max(0.0, ago))


def _read_by_both(event: "dict[str, Any]") -> "str | None":
    text = event.get("text")
    if event.get("event") == "bot":
        return text
    if event.get("event") != "user":
        return None
    shown = (event.get("metadata") or {}).get("shown")
    is_words = isinstance(text, str) and not text.startswith(("/", "EXTERNAL: "))
    return shown or (text if is_words else None)
