"""What all actions share: a turn, a thread of its own, and an answer to every failure."""

import asyncio
import logging
from abc import ABC, abstractmethod
from functools import cache
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

import locales
from actions import say
from actions.turn import Turn
from selfcare.bootstrap import Selfcare, bootstrap
from selfcare.errors import (
    NotFound,
    Rejected,
    SelfcareError,
    SignedOut,
    TimedOut,
    Unavailable,
)

logger = logging.getLogger(__name__)

START = [
    say.choice("button_dispute", "/dispute_charge"),
    say.choice("button_view_calls", "/view_call_activity"),
    say.choice("button_check_report", "/check_report_status"),
    say.choice("button_person", "/human_handoff"),
]
PERSON = say.choice("button_person", "/human_handoff")


@cache
def services() -> Selfcare:
    """The services of this process, made at the first use."""
    return bootstrap(locales.DIRECTORY)


class SelfcareAction(Action, ABC):
    """An action that is never silent: every failure of a service has a message and a way on."""

    #: What "Try again" sends.
    retry = '/inform{"answer":"retry"}'

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: "dict[str, Any]"
    ) -> "list[EventType]":
        """Attend to the turn in a thread: services block, and others want to be served."""
        turn = Turn.of(services(), dispatcher, tracker)
        events = await asyncio.to_thread(self.attend, turn)
        # An action without events cannot be told from one that never ran.
        return events or [SlotSet("misses", 0)]

    def attend(self, turn: Turn) -> "list[EventType]":
        """Act, and answer whatever goes wrong."""
        try:
            self.act(turn)
        except SignedOut:
            self.signed_out(turn)
        except SelfcareError as error:
            self.failed(turn, error)
        return turn.events

    @abstractmethod
    def act(self, turn: Turn) -> None:
        """Do it: answer through `turn.say`, remember through `turn.set`."""

    def signed_out(self, turn: Turn) -> None:
        """Ask for the sign-in; this action goes on by itself afterwards."""
        turn.services.signin.forget(turn.conversation)
        if turn.form and turn.form != "sign_in_form":
            turn.say("utter_sign_in_first")
            return
        turn.set("resume", self.name())
        turn.events.append(FollowupAction("sign_in_form"))

    def failed(self, turn: Turn, error: SelfcareError) -> None:
        """Say what went wrong, and offer to try again or a person."""
        explain(turn, error, self.retry)


def explain(turn: Turn, error: SelfcareError, retry: str) -> None:
    """The message for a failure of a service, with a way on."""
    logger.warning("%s: %s", type(error).__name__, error)
    choices = [say.choice("button_retry", retry), PERSON]
    turn.say(message_for(error), choices=choices)


def message_for(error: SelfcareError) -> str:
    """Which message tells a customer about a failure."""
    for kind, message in (
        (TimedOut, "utter_billing_slow"),
        (Unavailable, "utter_billing_unavailable"),
        (NotFound, "utter_not_found"),
        (Rejected, "utter_dispute_rejected"),
    ):
        if isinstance(error, kind):
            return message
    return "utter_internal_error"
