"""Each change to Rasa: still needed, and a cure.

A test named `…_still…` fails when a Rasa does by itself what its patch does; then drop the patch.
"""

from __future__ import annotations

import asyncio
from typing import Any
from unittest.mock import Mock

import jsonschema
import pytest
import rasa
from rasa.core.actions import action as actions
from rasa.core.actions.forms import FormAction
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.constants import DEFAULT_REQUEST_TIMEOUT
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
from rasa.shared.core.events import (
    ActionExecuted,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from assistant import patches
from tests.unit.assistant.dialogue import apply_patches, domain_of

DOMAIN = domain_of(
    """
intents: [tell]
entities: [language]
slots:
  language: {type: text, mappings: [{type: from_entity, entity: language}]}
  colour: {type: text, mappings: [{type: from_entity, entity: language}]}
forms:
  order_form: {required_slots: [colour]}
actions: [action_tell]
responses:
  utter_restart: [{text: restarted}]
"""
)
REMOTE = actions.RemoteAction("action_tell", None)


@pytest.fixture
def patched(monkeypatch: pytest.MonkeyPatch) -> None:
    apply_patches(monkeypatch)


class Echo(NaturalLanguageGenerator):
    """Says the name of the response."""

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any]:
        return {"text": utter_action}


def conversation(*events: Event) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("someone", list(events), DOMAIN.slots)


def run(action: actions.Action, tracker: DialogueStateTracker) -> list[Event]:
    channel = CollectingOutputChannel()
    return list(asyncio.run(action.run(channel, Echo(), tracker, DOMAIN)))


def test_the_patches_are_for_the_installed_rasa_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert rasa.__version__ == patches.VERSION
    monkeypatch.setattr(rasa, "__version__", "3.6.22")
    with pytest.raises(patches.UnknownRasaError):
        patches.install()


def test_installing_replaces_every_attribute(monkeypatch: pytest.MonkeyPatch) -> None:
    apply_patches(monkeypatch)
    monkeypatch.undo()
    for patch in patches.PATCHES:
        monkeypatch.setattr(patch.owner, patch.name, getattr(patch.owner, patch.name))
    patches.install()
    for patch in patches.PATCHES:
        wanted = getattr(patch.replacement, "__func__", patch.replacement)
        assert getattr(patch.owner, patch.name) == wanted


def test_rasa_still_waits_for_an_action_longer_than_for_a_lock() -> None:
    assert actions.DEFAULT_REQUEST_TIMEOUT == DEFAULT_REQUEST_TIMEOUT == 300


def test_rasa_still_builds_a_validator_for_each_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    built = Mock(wraps=jsonschema.validate)
    monkeypatch.setattr(jsonschema, "validate", built)
    for _ in range(2):
        REMOTE._validate_action_result({"events": [], "responses": []})
    assert built.call_count == 2


@pytest.mark.usefixtures("patched")
def test_an_answer_is_checked_as_before() -> None:
    assert REMOTE._validate_action_result({"events": [{"event": "slot", "name": "a", "value": 1}]})
    with pytest.raises(jsonschema.ValidationError):
        REMOTE._validate_action_result({"events": [{"event": "slot"}]})


def test_rasa_still_searches_the_classes_for_each_event(monkeypatch: pytest.MonkeyPatch) -> None:
    search = Mock(wraps=rasa.shared.utils.common.all_subclasses)
    monkeypatch.setattr(rasa.shared.utils.common, "all_subclasses", search)
    for _ in range(2):
        Event.resolve_by_type("slot")
    assert search.call_count >= 2  # it calls itself for each class


@pytest.mark.usefixtures("patched")
def test_events_are_found_as_before() -> None:
    assert Event.resolve_by_type("slot") is Event.resolve_by_type("slot") is SlotSet
    with pytest.raises(ValueError, match="nonsense"):
        Event.resolve_by_type("nonsense")


LONG = conversation(UserUttered("one"), SlotSet("language", "pl"), UserUttered("two"))


def test_rasa_still_sends_an_action_everything_ever_said() -> None:
    call = REMOTE._action_call_format(LONG, DOMAIN)
    assert len(call["tracker"]["events"]) == 3
    assert "responses" in call["domain"]


@pytest.mark.usefixtures("patched")
def test_an_action_hears_of_this_turn_the_slots_and_the_forms() -> None:
    call = REMOTE._action_call_format(LONG, DOMAIN)
    assert [event["text"] for event in call["tracker"]["events"]] == ["two"]
    assert call["tracker"]["slots"]["language"] == "pl"
    assert call["tracker"]["latest_message"]["text"] == "two"
    assert call["domain"]["forms"] == {"order_form": {"required_slots": ["colour"]}}
    assert set(call["domain"]) == {"slots", "forms"}


def uttered() -> dict[str, Any]:
    responses = [{"response": "utter_it", "args": {"words": "mine"}, "buttons": []}]
    channel = CollectingOutputChannel()
    said = asyncio.run(REMOTE._utter_responses(responses, channel, Echo(), conversation()))
    return dict(said[0].as_dict()["metadata"])


def test_rasa_still_keeps_the_arguments_of_a_response() -> None:
    assert uttered() == {"utter_action": "utter_it", "args": {"words": "mine"}}


@pytest.mark.usefixtures("patched")
def test_of_a_response_only_what_was_said_is_kept() -> None:
    assert uttered() == {"utter_action": "utter_it"}


OLD = (SlotSet("language", "pl"), SlotSet("colour", "red"), SlotSet("colour", "blue"))


def test_rasa_still_copies_each_slot_event_into_a_new_session() -> None:
    events = run(actions.ActionSessionStart(), conversation(*OLD))
    assert events == [SessionStarted(), *OLD, ActionExecuted("action_listen")]


@pytest.mark.usefixtures("patched")
@pytest.mark.parametrize(
    ("page", "earlier", "language"),
    [
        ({"language": "fr"}, "pl", "fr"),
        ({"language": "tlh"}, "pl", "pl"),
        ({}, "pl", "pl"),
        (None, None, "es"),
        ({"language": ["fr"]}, None, "es"),
    ],
)
def test_a_session_starts_with_the_language_alone(
    page: dict[str, Any] | None, earlier: str | None, language: str
) -> None:
    before = conversation(
        *OLD, SlotSet("language", earlier), SlotSet("session_started_metadata", page)
    )
    events = run(actions.ActionSessionStart(), before)
    started = [SessionStarted(), SlotSet("language", language), ActionExecuted("action_listen")]
    assert events == started


def test_rasa_still_forgets_the_language_when_it_starts_over() -> None:
    tracker = conversation(*OLD)
    tracker.update_with_events(run(actions.ActionRestart(), tracker), DOMAIN)
    assert tracker.get_slot("language") is None


@pytest.mark.usefixtures("patched")
def test_starting_over_keeps_the_language_alone() -> None:
    tracker = conversation(*OLD)
    events = run(actions.ActionRestart(), tracker)
    assert Restarted() in events
    tracker.update_with_events(events, DOMAIN)
    assert tracker.current_slot_values()["language"] == "pl"
    assert tracker.get_slot("colour") is None
    assert tracker.followup_action == "action_session_start"


def test_rasa_still_replays_the_conversation_for_a_form(monkeypatch: pytest.MonkeyPatch) -> None:
    replay = Mock(wraps=DialogueStateTracker.from_events)
    monkeypatch.setattr(DialogueStateTracker, "from_events", replay)
    FormAction("order_form", None)._temporary_tracker(LONG, [], DOMAIN)
    assert replay.called


def test_a_form_sees_itself_further_on_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    form, news = FormAction("order_form", None), [SlotSet("colour", "red")]
    replayed = form._temporary_tracker(LONG, news, DOMAIN)
    apply_patches(monkeypatch)
    copied = form._temporary_tracker(LONG, news, DOMAIN)
    assert copied.current_state() == replayed.current_state()
    assert [type(e) for e in copied.events] == [type(e) for e in replayed.events]
    assert len(LONG.events) == 3


def test_rasa_still_takes_a_failing_store_for_an_empty_one() -> None:
    store = Agent._create_tracker_store(InMemoryTrackerStore(DOMAIN), DOMAIN)
    assert isinstance(store, FailSafeTrackerStore)


@pytest.mark.usefixtures("patched")
def test_a_store_is_used_as_it_is() -> None:
    mine = InMemoryTrackerStore(DOMAIN)
    other = domain_of("intents: [tell]")
    assert Agent._create_tracker_store(mine, other) is mine
    assert mine.domain is other
