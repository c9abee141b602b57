"""One turn of a conversation, as an action sees it."""

from dataclasses import asdict, dataclass, field
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from locales import DEFAULT, spoken
from selfcare.bootstrap import Selfcare
from selfcare.lexicon import says
from selfcare.signin import Conversation

#: How sure the reason classifier must be where nobody asked for a reason.
SURE_OF_REASON = 0.5
#: After so many messages in a row that were not understood, a person is offered.
MISSES = 2
#: What is heard in written words. Their other values are read again beside the question that is
#: open: a position means something only on its list.
WRITTEN = ("language", "dispute_reason", "report_number")

#: What is not understood, and what is answered with regret anyway.
NO_COMPLAINT = frozenset({"nlu_fallback", "out_of_scope", "complain_about_bot"})


@dataclass(frozen=True)
class Message:
    """What a customer wrote, or what a button sent: a button has no text."""

    intent: str
    confidence: float
    text: str
    entities: "dict[str, Any]"
    reason_confidence: float

    @classmethod
    def of(cls, event: "dict[str, Any]") -> "Message":
        """From the tracker's latest message, or from a user event's `parse_data`."""
        intent = event.get("intent") or {}
        text = event.get("text") or ""
        is_written = not text.startswith("/") and not text.startswith("EXTERNAL: ")
        found = event.get("entities") or []
        heard = [it for it in found if not is_written or it["entity"] in WRITTEN]
        return cls(
            intent=intent.get("name") or "",
            confidence=float(intent.get("confidence") or 0.0),
            text=text if is_written else "",
            entities={entity["entity"]: entity["value"] for entity in reversed(heard)},
            reason_confidence=_confidence_of("dispute_reason", found, is_written),
        )

    @property
    def is_button(self) -> bool:
        """Whether a button sent it."""
        return not self.text

    def entity(self, name: str) -> Any:
        """What the message carries under `name`."""
        return self.entities.get(name)

    def reason(self, sure: float = SURE_OF_REASON) -> "str | None":
        """The reason it gives, if the classifier is that sure; a button always is."""
        is_sure = self.reason_confidence >= sure
        return self.entities.get("dispute_reason") if is_sure else None


def _confidence_of(name: str, entities: "list[dict[str, Any]]", is_written: bool) -> float:
    for entity in entities:
        if entity["entity"] == name:
            return float(entity.get("confidence") or 0.0) if is_written else 1.0
    return 0.0


@dataclass
class Turn:
    """The customer's message, what is known, and a way to answer."""

    services: Selfcare
    dispatcher: CollectingDispatcher
    tracker: Tracker
    conversation: Conversation
    language: str
    message: Message
    slots: "dict[str, Any]"
    events: "list[EventType]" = field(default_factory=list)
    #: The question that an answer reopened: it is asked next, and not guessed.
    reopened: "str | None" = None
    #: Whether something was asked in place of the next question.
    is_asking: bool = False
    #: Whether the customer was told what is wrong with the answer: no need to say it again.
    is_explained: bool = False
    #: Whether a file came just before: these words may have been written beside it.
    follows_a_file: bool = False

    @classmethod
    def of(cls, services: Selfcare, dispatcher: CollectingDispatcher, tracker: Tracker) -> "Turn":
        """The turn that `tracker` is at."""
        channel = tracker.get_latest_input_channel() or "rest"
        return cls(
            services=services,
            dispatcher=dispatcher,
            tracker=tracker,
            conversation=Conversation(channel, tracker.sender_id),
            language=spoken(tracker.get_slot("language")) or DEFAULT,
            message=Message.of(tracker.latest_message),
            slots=dict(tracker.slots),
        )

    @property
    def token(self) -> str:
        """The customer's token. Raises SignedOut."""
        return self.services.signin.token_of(self.conversation)

    @property
    def form(self) -> "str | None":
        """The form that is open."""
        return self.tracker.active_loop_name

    def say(
        self,
        response: str,
        choices: "list[dict[str, Any]] | None" = None,
        content: "dict[str, Any] | None" = None,
        **args: Any,
    ) -> None:
        """Answer with a message, its arguments, buttons and structured content; an angry complaint
        first with a sentence of regret, once.
        """
        extra: dict[str, Any] = {"choices": choices, "content": content}
        if self._complains_angrily and not self.slots.get("regretted"):
            self.set("regretted", True)
            extra["preface"] = "regret"
        self.dispatcher.utter_message(
            response=response, args=args, **{name: it for name, it in extra.items() if it}
        )

    def explain(self, response: str, **args: Any) -> None:
        """Say what is wrong with an answer, in place of "I did not understand"."""
        self.is_explained = True
        self.say(response, **args)

    def set(self, slot: str, value: Any) -> None:
        """Remember `value`; nothing reopens the question."""
        self.slots[slot] = value
        self.events.append(SlotSet(slot, value))

    def miss(self) -> None:
        """Count a message that was not understood."""
        self.set("misses", (self.slots.get("misses") or 0) + 1)

    @property
    def was_offered_a_person(self) -> bool:
        """Whether the last messages were not understood so often that a person was offered."""
        misses = self.slots.get("misses") or 0
        return misses > 0 and misses % MISSES == 0

    def likelihood(self, intents: "frozenset[str]") -> float:
        """How likely it is, from 0 to 1, that the message means one of `intents`."""
        ranking = self.tracker.latest_message.get("intent_ranking") or []
        known = {meaning["name"]: float(meaning["confidence"]) for meaning in ranking}
        known.setdefault(self.message.intent, self.message.confidence)
        return sum(confidence for name, confidence in known.items() if name in intents)

    @property
    def _complains_angrily(self) -> bool:
        """Whether there is a word of anger in what is understood."""
        is_understood = self.message.intent not in NO_COMPLAINT
        return is_understood and says(self.language, self.message.text, "angry")

    def note_wish(self) -> None:
        """Remember this message as what the customer wants: the sign-in may come between."""
        self.services.views.note_wish(self.conversation, asdict(self.message))

    def add_to_wish(self, wish: Message, **found: Any) -> None:
        """Keep beside a wish what was found out about it; its words are not needed any more."""
        noted = {**asdict(wish), "text": "", "entities": {**wish.entities, **found}}
        self.services.views.note_wish(self.conversation, noted)

    def wish(self, *intents: str) -> "Message | None":
        """What the customer wanted when the journey began, if it was one of these intents; without
        any, whatever it was.
        """
        noted = self.services.views.wish(self.conversation)
        wish = Message(**noted) if noted else None
        return wish if wish and (not intents or wish.intent in intents) else None

    @property
    def returns_to_form(self) -> bool:
        """Whether the form rejected this very message and something else answered it."""
        for event in reversed(self.tracker.events):
            if event.get("event") == "action_execution_rejected":
                return True
            if event.get("event") == "user":
                return False
        return False
