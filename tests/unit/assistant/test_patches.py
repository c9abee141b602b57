"""Each change to Rasa: still needed, and a cure.

A test named `…_still…` fails when a Rasa does by itself what its patch does; then drop the patch.
"""

from __future__ import annotations

import asyncio
import gc
import inspect
from datetime import datetime, timedelta, timezone
from typing import Any
from unittest.mock import Mock

import jsonschema
import numpy as np
import pytest
import rasa
from rasa.core.actions import action as actions
from rasa.core.actions.forms import FormAction
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.constants import DEFAULT_REQUEST_TIMEOUT
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
from rasa.engine.constants import PLACEHOLDER_MESSAGE
from rasa.shared.core.events import (
    ActionExecuted,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import E2EImporter
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix

from assistant import patches
from selfcare import clock
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


class Graph:
    """Says what it was given, and how often."""

    def __init__(self) -> None:
        self.runs = 0

    def run(self, inputs: dict[str, Any], targets: list[str]) -> dict[str, Any]:
        self.runs += 1
        (message,) = inputs[PLACEHOLDER_MESSAGE]
        understood = Message({TEXT: message.text})
        understood.set(ENTITIES, [], add_to_output=True)
        return {target: [understood] for target in targets}


def processor_of(graph: Graph) -> MessageProcessor:
    processor = MessageProcessor.__new__(MessageProcessor)
    processor.http_interpreter = None
    processor.graph_runner = graph
    processor.model_metadata = Mock(nlu_target="nlu", core_target="core")
    processor.domain = DOMAIN
    return processor


def parsed(processor: MessageProcessor, text: str) -> dict[str, Any]:
    return dict(asyncio.run(processor.parse_message(UserMessage(text))))


def test_rasa_still_works_out_a_text_each_time() -> None:
    graph = Graph()
    processor = processor_of(graph)
    parsed(processor, "hello"), parsed(processor, "hello")
    assert graph.runs == 2


@pytest.mark.usefixtures("patched")
def test_a_text_is_worked_out_once_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    noon = datetime(2024, 10, 16, 12, tzinfo=timezone.utc)
    monkeypatch.setattr(clock, "now", lambda: noon)
    graph = Graph()
    processor = processor_of(graph)
    first = parsed(processor, "hello")
    first[ENTITIES].append("somebody's own")
    assert parsed(processor, "hello")[ENTITIES] == []
    assert parsed(processor, "good-bye")[TEXT] == "good-bye"
    assert graph.runs == 2
    monkeypatch.setattr(clock, "now", lambda: noon + timedelta(days=1))
    parsed(processor, "hello")
    assert graph.runs == 3


@pytest.mark.usefixtures("patched")
def test_a_new_model_is_asked_anew() -> None:
    first, second = Graph(), Graph()
    parsed(processor_of(first), "hello")
    parsed(processor_of(second), "hello")
    assert (first.runs, second.runs) == (1, 1)


PHRASES = TrainingData([Message({TEXT: "hello", INTENT: "greet"})])
OTHERS = TrainingData(
    [Message({TEXT: "bye", INTENT: "leave"})], {"mum": "mother"}, responses={"utter": [{}]}
)


def test_rasa_still_reads_phrases_for_each_way_of_asking() -> None:
    importer = Mock(get_nlu_data=Mock(return_value=PHRASES))
    importer.get_stories = Mock(return_value=StoryGraph([]))
    whole = E2EImporter(importer)
    whole.get_nlu_data(), whole.get_nlu_data(language="xx")
    assert importer.get_nlu_data.call_count == 2


@pytest.mark.usefixtures("patched")
def test_phrases_are_read_once() -> None:
    importer = Mock(get_nlu_data=Mock(return_value=PHRASES))
    importer.get_stories = Mock(return_value=StoryGraph([]))
    whole = E2EImporter(importer)
    assert whole.get_nlu_data() is whole.get_nlu_data(language="xx")
    assert importer.get_nlu_data.call_count == 1


def test_rasa_still_copies_phrases_to_merge_them_with_nothing() -> None:
    (copied,) = PHRASES.merge(TrainingData()).training_examples
    assert copied is not PHRASES.training_examples[0]


def words(phrases: TrainingData) -> list[dict[str, Any]]:
    return [it.data for it in phrases.training_examples]


def test_merging_is_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [PHRASES.merge(OTHERS, None), PHRASES.merge(TrainingData()), OTHERS.merge(PHRASES)]
    apply_patches(monkeypatch)
    after = [PHRASES.merge(OTHERS, None), PHRASES.merge(TrainingData()), OTHERS.merge(PHRASES)]
    for old, new in zip(before, after, strict=True):
        assert words(new) == words(old)
        assert new.entity_synonyms == old.entity_synonyms
        assert new.responses == old.responses
    assert after[1].training_examples[0] is PHRASES.training_examples[0]


def phrase(text: str = "hello", origin: str = "letters", number: float = 1.0) -> Message:
    said = Message({TEXT: text, INTENT: "greet"})
    said.add_features(Features(csr_matrix([[0.0, number]]), "sentence", TEXT, origin))
    said.add_features(Features(np.array([[number]]), "sentence", TEXT, "meaning"))
    return said


def test_rasa_still_writes_features_as_text_to_tell_them_apart() -> None:
    assert "sparse_matrix_to_string" in inspect.getsource(Features.fingerprint)


@pytest.mark.usefixtures("patched")
def test_phrases_are_told_apart_by_words_and_features() -> None:
    different = [phrase(), phrase("bye"), phrase(origin="words"), phrase(number=2.0)]
    assert len({it.fingerprint() for it in different}) == len(different)
    assert phrase() == phrase()


@pytest.mark.usefixtures("patched")
def test_a_phrase_that_learned_something_is_another() -> None:
    said = phrase()
    before = said.fingerprint()
    said.set("language", "en")
    assert said.fingerprint() != before


def test_rasa_still_takes_a_failing_store_for_an_empty_one() -> None:
    store = Agent._create_tracker_store(InMemoryTrackerStore(DOMAIN), DOMAIN)
    assert isinstance(store, FailSafeTrackerStore)


@pytest.mark.usefixtures("patched")
def test_a_store_is_used_as_it_is() -> None:
    mine = InMemoryTrackerStore(DOMAIN)
    other = domain_of("intents: [tell]")
    assert Agent._create_tracker_store(mine, other) is mine
    assert mine.domain is other


def test_rasa_still_has_its_model_looked_through_for_garbage() -> None:
    assert "freeze" not in inspect.getsource(Agent.load_model)


@pytest.mark.usefixtures("patched")
def test_what_is_loaded_is_not_looked_through_for_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patches, "_load_model", lambda *_: None)
    before = gc.get_freeze_count()
    try:
        Agent().load_model("model.tar.gz")
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
