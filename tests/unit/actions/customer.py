"""A customer before the actions: writes or presses, and sees what a form or an action makes of it.

Rasa is not here: what it would send is put together by `create_turn`, what it would keep of the
answer by `Customer`. Every message is rendered, in every language and for every channel, so that
none can lack a text or an argument, or be more than a channel takes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.base import SelfcareAction
from actions.form import REQUESTED, Form
from actions.turn import Turn
from assistant.texts import texts
from tests.rendered import check_everywhere
from tests.unit.selfcare.fakes import CHAT, World

SURE = 0.95
REJECTED = {"event": "action_execution_rejected", "name": "dispute_form"}


def create_turn(
    world: World,
    text: str = "",
    intent: str = "nlu_fallback",
    confidence: float = SURE,
    entities: Sequence[Mapping[str, Any]] = (),
    slots: Mapping[str, Any] | None = None,
    form: str | None = None,
    language: str = "es",
    events: Sequence[Mapping[str, Any]] = (),
) -> Turn:
    """The turn of a message as Rasa tells it to the action server."""
    message = {
        "text": text,
        "intent": {"name": intent, "confidence": confidence},
        "entities": list(entities),
    }
    tracker = Tracker(
        sender_id=CHAT.sender,
        slots={"language": language, **(slots or {})},
        latest_message=message,
        events=[{"event": "user", "parse_data": message}, *events],
        paused=False,
        followup_action=None,
        active_loop={"name": form} if form else {},
        latest_action_name=None,
    )
    tracker.get_latest_input_channel = lambda: CHAT.channel
    return Turn.of(world.services, CollectingDispatcher(), tracker)


@dataclass
class Answer:
    """What came of a message."""

    events: list[EventType]
    messages: list[dict[str, Any]]
    language: str = "es"
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.texts = [text for message in self.messages for text in rendered(message)]

    @property
    def said(self) -> list[str]:
        """The names of the responses."""
        return [message["response"] for message in self.messages]

    @property
    def slots(self) -> dict[str, Any]:
        """The slots that it sets, at last."""
        return {it["name"]: it["value"] for it in self.events if it["event"] == "slot"}

    @property
    def follow_up(self) -> str | None:
        """The action that is to follow."""
        names = [it["name"] for it in self.events if it["event"] == "followup"]
        return names[-1] if names else None

    @property
    def payloads(self) -> list[str]:
        """What the buttons send."""
        return [it["payload"] for message in self.messages for it in message.get("choices") or ()]

    def is_no_answer(self, slot: str) -> bool:
        """Whether the form stepped back: nothing said, nothing set, so that a rule answers."""
        asked = {"event": "slot", "timestamp": None, "name": REQUESTED, "value": slot}
        return self.events == [asked] and not self.messages


def rendered(message: Mapping[str, Any], language: str = "en") -> list[str]:
    """A message as it is read: text, buttons, list. Raises TextError if anything is missing."""
    check_everywhere(message)
    say = texts()
    content = say.said(language, message.get("content") or {})
    return [
        say.render(language, message["response"], message.get("args")),
        *(
            say.render(language, choice["title"], choice.get("args"))
            for choice in message.get("choices") or ()
        ),
        json.dumps(content, ensure_ascii=False),
    ]


class Customer:
    """One conversation: slots are kept from turn to turn, and which form is open."""

    def __init__(self, world: World, language: str = "es") -> None:
        self.world = world
        self.language = language
        self.slots: dict[str, Any] = {}
        self.form: Form | None = None

    def says(
        self, text: str, intent: str = "nlu_fallback", confidence: float = SURE, **entities: Any
    ) -> Answer:
        """Type `text`, which the classifier takes for `intent`, to the open form."""
        found = [{"entity": k, "value": v, "confidence": confidence} for k, v in entities.items()]
        return self._sends(text, intent, confidence, found)

    def presses(self, payload: str) -> Answer:
        """Press a button of the open form."""
        intent, entities = read_payload(payload)
        return self._sends(payload, intent, 1.0, entities)

    def starts(self, action: SelfcareAction, text: str, intent: str, form: Form) -> Answer:
        """Say something whose rule runs an action and then opens a form."""
        if text.startswith("/"):
            intent, entities = read_payload(text)
        else:
            entities = []
        first = self.attends(action, text, intent, entities)
        self.form, self.slots[REQUESTED] = form, None
        turn = self._turn(text, intent, SURE, entities)
        second = self._attend(form, turn)
        return Answer(first.events + second.events, first.messages + second.messages)

    def returns(self, text: str = "", intent: str = "help") -> Answer:
        """Come back to the open form after a rule answered."""
        assert self.form
        return self._attend(self.form, self._turn(text, intent, SURE, [], [REJECTED]))

    def attends(
        self,
        action: SelfcareAction,
        text: str = "",
        intent: str = "nlu_fallback",
        entities: Sequence[Mapping[str, Any]] = (),
    ) -> Answer:
        """What an action that is no form makes of a message."""
        if text.startswith("/"):
            intent, entities = read_payload(text)
        return self._attend(action, self._turn(text, intent, SURE, entities))

    @property
    def asked(self) -> Any:
        """The open question's slot; nothing if the form is done."""
        return self.slots.get(REQUESTED)

    def _sends(
        self, text: str, intent: str, confidence: float, entities: Sequence[Mapping[str, Any]]
    ) -> Answer:
        assert self.form
        return self._attend(self.form, self._turn(text, intent, confidence, entities))

    def _turn(
        self,
        text: str,
        intent: str,
        confidence: float,
        entities: Sequence[Mapping[str, Any]],
        events: Sequence[Mapping[str, Any]] = (),
    ) -> Turn:
        form = self.form.form if self.form else None
        return create_turn(
            self.world, text, intent, confidence, entities, self.slots, form, self.language, events
        )

    def _attend(self, action: SelfcareAction, turn: Turn) -> Answer:
        answer = Answer(action.attend(turn), turn.dispatcher.messages, self.language)
        self.slots.update(answer.slots)
        return answer


def read_payload(payload: str) -> tuple[str, list[dict[str, Any]]]:
    """The intent and the entities of what a button sends."""
    intent, brace, rest = payload[1:].partition("{")
    carried = json.loads(brace + rest) if brace else {}
    return intent, [{"entity": name, "value": value} for name, value in carried.items()]
