"""The actions of the small bot: an order has a size and a colour."""

from typing import Any

from rasa_sdk import Action, FormValidationAction, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

Events = list[dict[str, Any]]


class Saying(Action):
    """Says the response of its own name, and remembers nothing."""

    def name(self) -> str:
        return "action_" + type(self).__name__.lower()

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        events = [event["event"] for event in tracker.events]
        args = {"count": events.count("user"), "size": tracker.get_slot("size") or "no"}
        dispatcher.utter_message(response=f"utter_{type(self).__name__.lower()}", args=args)
        return [SlotSet("language", tracker.get_slot("language"))]


class Tell(Saying):
    pass


class Submit(Saying):
    pass


class Fallback(Saying):
    pass


class Call(Saying):
    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        return [FollowupAction("action_tell")]


class Vanish(Saying):
    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        return [SlotSet("language", tracker.get_slot("language"))]


class ValidateOrderForm(FormValidationAction):
    """Takes an answer only to the question that was asked."""

    def name(self) -> str:
        return "validate_order_form"

    async def extract_size(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> dict[str, Any]:
        return answer("size", {"small", "large"}, tracker)

    async def extract_colour(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> dict[str, Any]:
        return answer("colour", {"red", "blue"}, tracker)


def answer(slot: str, known: set[str], tracker: Tracker) -> dict[str, Any]:
    said = tracker.latest_message["text"]
    asked = tracker.get_slot("requested_slot") == slot
    return {slot: said} if asked and said in known else {}
