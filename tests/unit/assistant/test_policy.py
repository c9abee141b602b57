"""What is done next when no rule would say, or the customer would hear nothing.

How the policy works in whole conversations is in tests/integration/assistant.
"""

from __future__ import annotations

import pytest
from rasa.shared.core.domain import InvalidDomain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    BotUttered,
    Event,
    LoopInterrupted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.conversation import Conversation, latest_states
from assistant.policy import NeverSilentRulePolicy
from tests.unit.assistant.dialogue import domain_of

DOMAIN = domain_of(
    """
intents: [order, tell]
entities: [language]
slots:
  language: {type: text, mappings: [{type: from_entity, entity: language}]}
forms:
  order_form: {required_slots: [language]}
actions: [action_tell]
responses:
  utter_unavailable: [{text: ""}]
  utter_internal_error: [{text: ""}]
"""
)
LISTEN = ActionExecuted("action_listen")


def said(intent: str) -> UserUttered:
    return UserUttered(intent, {"name": intent, "confidence": 1.0})


STORY: list[Event] = [
    SessionStarted(),
    SlotSet("language", "pl"),
    LISTEN,
    said("order"),
    ActionExecuted("order_form"),
    ActiveLoop("order_form"),
    SlotSet("requested_slot", "language"),
    BotUttered("which?"),
    LISTEN,
    said("order"),
    ActionExecuted("order_form"),
    BotUttered("which?"),
    LISTEN,
    said("tell"),
    ActionExecutionRejected("order_form"),
    ActionExecuted("action_tell"),
    BotUttered("this"),
    LoopInterrupted(True),
    ActionExecuted("order_form"),
    LISTEN,
    said("tell"),
    UserUtteranceReverted(),
    LISTEN,
    said("order"),
    ActionExecuted("order_form"),
    ActiveLoop(None),
    ActionExecuted("action_tell"),
]


@pytest.mark.parametrize("length", range(3, len(STORY) + 1))
def test_the_latest_states_are_the_end_of_all_the_states(length: int) -> None:
    tracker = DialogueStateTracker.from_events("someone", STORY[:length], DOMAIN.slots)
    every_state = DOMAIN.states_for_tracker_history(tracker)
    for count in range(1, 5):
        assert latest_states(tracker, DOMAIN, count) == every_state[-count:]


@pytest.mark.parametrize("length", range(3, len(STORY) + 1))
def test_a_copied_conversation_is_in_the_state_of_a_replayed_one(length: int) -> None:
    conversation = Conversation("someone", DOMAIN.slots)
    conversation.append(STORY[:length])
    twin = conversation.copy()
    replayed = DialogueStateTracker.from_events("someone", STORY[:length], DOMAIN.slots)
    assert twin.current_state() == replayed.current_state()
    assert twin.applied_events() == replayed.applied_events()


def test_what_happens_to_a_copy_is_unknown_to_the_original() -> None:
    conversation = Conversation("someone", DOMAIN.slots)
    conversation.append(STORY[:8])
    twin = conversation.copy()
    twin.append([SlotSet("language", "fr"), LoopInterrupted(True), ActiveLoop(None)])
    assert conversation.get_slot("language") == "pl"
    assert conversation.active_loop_name == "order_form"
    assert not conversation.is_active_loop_interrupted
    assert len(conversation.events) == 8


def test_a_domain_without_the_last_answers_is_refused() -> None:
    config = {"core_fallback_action_name": "action_tell", "enable_fallback_prediction": True}
    NeverSilentRulePolicy.raise_if_incompatible_with_domain(config, DOMAIN)
    with pytest.raises(InvalidDomain, match="utter_unavailable"):
        NeverSilentRulePolicy.raise_if_incompatible_with_domain(
            config, domain_of("actions: [action_tell]")
        )
