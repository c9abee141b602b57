"""What is changed in Rasa 3.6.21, and why: all of it is in this file.

Each patch replaces one attribute and is tested for still being needed. Another version of Rasa is
refused: read its source, run the tests, then change `VERSION`.
"""

from __future__ import annotations

import copy
import functools
import gc
import json
from collections.abc import Callable
from datetime import date, tzinfo
from hashlib import md5
from typing import Any, NamedTuple

import jsonschema
import rasa
from rasa.core.actions import action as actions
from rasa.core.actions.forms import FormAction
from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from rasa.shared.core.constants import (
    ACTION_LISTEN_NAME,
    REQUESTED_SLOT,
    SESSION_START_METADATA_SLOT,
)
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.shared.importers.importer import E2EImporter
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.io import deep_container_fingerprint
from scipy import sparse

import locales
from selfcare import clock, handoff
from selfcare.hours import Operator

VERSION = "3.6.21"

ACTION_SECONDS = 12
"""How long an action may take; Rasa's own limit outlasts the lock of the conversation."""

REMEMBERED_TEXTS = 2_000
"""Of how many texts the server remembers what they mean."""


MAY_CALL_A_PERSON = frozenset({"action_human_handoff"})
"""What hands over; after messages that were not understood, everything may."""


class UnknownRasaError(Exception):
    """The installed Rasa is not the one that was read when the patches were written."""


class Patch(NamedTuple):
    """An attribute of Rasa's and what takes its place."""

    owner: Any
    name: str
    replacement: Any


def install() -> None:
    """Apply every patch; raise `UnknownRasaError` unless this is the version they are for."""
    if rasa.__version__ != VERSION:
        raise UnknownRasaError(f"written for Rasa {VERSION}, found {rasa.__version__}")
    for patch in PATCHES:
        setattr(patch.owner, patch.name, patch.replacement)


# Rasa builds a new JSON schema validator for the answer of every action, in about 30 ms.


@functools.cache
def _answer_validator() -> Any:
    schema = actions.RemoteAction.action_response_format_spec()
    return jsonschema.validators.validator_for(schema)(schema)


def _validate_answer(self: actions.RemoteAction, answer: dict[str, Any]) -> bool:
    _answer_validator().validate(answer)
    return True


# Rasa looks through the tree of event classes for each event that it reads.

_search_type: Callable[..., type[Event] | None] = Event.resolve_by_type


@functools.cache
def _event_type(name: str, default: type[Event] | None = None) -> type[Event] | None:
    return _search_type(name, default)


# Rasa sends an action everything that was ever said and the whole domain. Ours go by the slots
# and by what happened since the customer wrote; of the domain, forms need slots and forms. A person
# who is called reads what was said before, too.


def _action_call(
    self: actions.RemoteAction, tracker: DialogueStateTracker, domain: Domain
) -> dict[str, Any]:
    state = tracker.current_state(EventVerbosity.NONE)
    turn = _this_turn(tracker)
    if self.name() in MAY_CALL_A_PERSON or tracker.get_slot("misses"):
        turn = [*_lines_before(tracker, len(turn)), *turn]
    state["events"] = [event.as_dict() for event in turn]
    whole = domain.as_dict()
    return {
        "next_action": self.name(),
        "sender_id": tracker.sender_id,
        "tracker": state,
        "version": rasa.__version__,
        "domain": {name: whole.get(name, {}) for name in ("slots", "forms")},
    }


def _lines_before(tracker: DialogueStateTracker, turn: int) -> list[Event]:
    """What both have said in the session, as far as a person is to read it."""
    before = list(tracker.events)[: len(tracker.events) - turn]
    said = [event for event in before if isinstance(event, UserUttered | BotUttered)]
    return said[-handoff.MOST_LINES :]


def _this_turn(tracker: DialogueStateTracker) -> list[Event]:
    turn = []
    for event in reversed(tracker.events):
        turn.append(event)
        if isinstance(event, UserUttered):
            break
    return turn[::-1]


# Rasa keeps the arguments of each response in the conversation, beside what they became.


async def _utter(
    responses: list[dict[str, Any]],
    output_channel: OutputChannel,
    nlg: NaturalLanguageGenerator,
    tracker: DialogueStateTracker,
) -> list[BotUttered]:
    said = []
    for fields in responses:
        name = fields.pop("response", None)
        message = await nlg.generate(name, tracker, output_channel.name(), **fields)
        said.append(actions.create_bot_utterance({**message, "utter_action": name}))
    return said


# A session of Rasa's starts with a copy of each slot event of the last one. Ours remembers the
# language alone: drafts and sign-ins are not kept in slots.


async def _start_session(
    self: actions.ActionSessionStart,
    output_channel: OutputChannel,
    nlg: NaturalLanguageGenerator,
    tracker: DialogueStateTracker,
    domain: Domain,
) -> list[Event]:
    asked_for = (tracker.get_slot(SESSION_START_METADATA_SLOT) or {}).get("language")
    earlier = tracker.get_slot("language")
    language = locales.spoken(asked_for) or locales.spoken(earlier) or locales.DEFAULT
    return [SessionStarted(), SlotSet("language", language), ActionExecuted(ACTION_LISTEN_NAME)]


# Starting over, Rasa forgets the language too. The new session that follows keeps it this way.

_restart = actions.ActionRestart.run


async def _restart_in_the_same_language(
    self: actions.ActionRestart,
    output_channel: OutputChannel,
    nlg: NaturalLanguageGenerator,
    tracker: DialogueStateTracker,
    domain: Domain,
) -> list[Event]:
    events = await _restart(self, output_channel, nlg, tracker, domain)
    return [*events, SlotSet("language", tracker.get_slot("language"))]


# A form replays the whole conversation twice a turn to see itself a few events further on.


def _form_further_on(
    self: FormAction,
    current_tracker: DialogueStateTracker,
    additional_events: list[Event],
    domain: Domain,
) -> DialogueStateTracker:
    further = current_tracker.copy()
    requested = SlotSet(REQUESTED_SLOT, self.get_slot_to_fill(current_tracker))
    for event in (requested, ActionExecuted(self.name()), *additional_events):
        further.update(event, domain)
    return further


# Rasa works out what a text means each time that it is said. On one day it means the same.

_understand = MessageProcessor._parse_message_with_graph


def _understand_once(
    self: MessageProcessor,
    message: UserMessage,
    tracker: DialogueStateTracker,
    only_output_properties: bool = True,
) -> dict[str, Any]:
    if not only_output_properties:
        return _understand(self, message, tracker, only_output_properties)
    today = clock.now().astimezone(_operators_zone()).date()
    return copy.deepcopy(_understood(self, message.text, today))


@functools.lru_cache(maxsize=REMEMBERED_TEXTS)
def _understood(processor: MessageProcessor, text: str, day: date) -> dict[str, Any]:
    nobodys = DialogueStateTracker.from_events("", [])
    return _understand(processor, UserMessage(text), nobodys)


@functools.cache
def _operators_zone() -> tzinfo:
    return Operator.from_environment().zone


# Rasa reads and merges the training phrases twice: told the language, and not told it.

_all_phrases = E2EImporter.get_nlu_data


def _phrases_read_once(self: E2EImporter, language: str | None = None) -> TrainingData:
    return _all_phrases(self)


# Rasa copies all phrases each time that it merges sets of them, mostly with an empty one: eleven
# times. The sets that were merged are not used again.

_merge = TrainingData.merge


def _merge_without_copying(self: TrainingData, *others: TrainingData | None) -> TrainingData:
    filled = [data for data in (self, *others) if data and not _has_nothing(data)]
    if len(filled) < 2:
        return (*filled, self)[0]
    merged = _merge(*(_without_phrases(data) for data in filled))
    phrases = [phrase for data in filled for phrase in data.training_examples]
    merged.training_examples = TrainingData.sanitize_examples(phrases)
    return merged


def _has_nothing(data: TrainingData) -> bool:
    return data.is_empty() and not data.responses


def _without_phrases(data: TrainingData) -> TrainingData:
    return TrainingData(
        [], data.entity_synonyms, data.regex_features, data.lookup_tables, data.responses
    )


# Rasa tells phrases apart by taking each to pieces, number by number: a fifth of the training.


def _fingerprint_of_message(self: Message) -> str:
    if self._cached_fingerprint is None:
        said = json.dumps(self.data, sort_keys=True, default=deep_container_fingerprint)
        features = "".join(feature.fingerprint() for feature in self.features)
        self._cached_fingerprint = md5((said + features).encode()).hexdigest()
    return self._cached_fingerprint


def _fingerprint_of_features(self: Features) -> str:
    if self._cached_fingerprint is None:
        told = md5(repr((self.type, self.origin, self.attribute, self.features.shape)).encode())
        for numbers in _arrays(self.features):
            told.update(numbers.tobytes())
        self._cached_fingerprint = told.hexdigest()
    return self._cached_fingerprint


def _arrays(features: Any) -> tuple[Any, ...]:
    if not sparse.issparse(features):
        return (features,)
    rows = features.tocsr()
    return rows.data, rows.indices, rows.indptr


# At a full collection of garbage Python looks through a quarter of a million objects that the
# server has loaded, for 160 ms in which every customer waits. They stay, so they are left out.

_load_model = Agent.load_model


def _load_model_for_good(self: Agent, *args: Any, **kwargs: Any) -> None:
    _load_model(self, *args, **kwargs)
    gc.collect()
    gc.freeze()


# Rasa wraps the tracker store so that one that fails looks like an empty one.


def _outspoken_store(store: TrackerStore | None, domain: Domain) -> TrackerStore:
    if store is None:
        return InMemoryTrackerStore(domain)
    store.domain = domain
    return store


PATCHES = (
    Patch(actions, "DEFAULT_REQUEST_TIMEOUT", ACTION_SECONDS),
    Patch(actions.RemoteAction, "_validate_action_result", _validate_answer),
    Patch(actions.RemoteAction, "_action_call_format", _action_call),
    Patch(actions.RemoteAction, "_utter_responses", staticmethod(_utter)),
    Patch(actions.ActionSessionStart, "run", _start_session),
    Patch(actions.ActionRestart, "run", _restart_in_the_same_language),
    Patch(Event, "resolve_by_type", staticmethod(_event_type)),
    Patch(FormAction, "_temporary_tracker", _form_further_on),
    Patch(MessageProcessor, "_parse_message_with_graph", _understand_once),
    Patch(Agent, "load_model", _load_model_for_good),
    Patch(Agent, "_create_tracker_store", staticmethod(_outspoken_store)),
    Patch(E2EImporter, "get_nlu_data", _phrases_read_once),
    Patch(TrainingData, "merge", _merge_without_copying),
    Patch(Message, "fingerprint", _fingerprint_of_message),
    Patch(Features, "fingerprint", _fingerprint_of_features),
)
