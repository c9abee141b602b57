"""Where conversations are kept, and how messages wait for each other."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.core.lock_store import LockError
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from assistant.conversation import Conversation
from assistant.stores import (
    ConversationLocks,
    ConversationStore,
    OutdatedTrackerError,
    open_database,
)
from tests.unit.assistant.dialogue import domain_of


def test_what_was_to_be_stored_is_in_no_error(tmp_path: Path):
    engine = open_database(f"sqlite:///{tmp_path / 'tracker.db'}")
    with engine.begin() as connection, pytest.raises(sa.exc.OperationalError) as failure:
        connection.execute(sa.text("insert into nowhere values (:said)"), {"said": "my address"})
    assert "my address" not in str(failure.value)


DOMAIN = domain_of(
    """
intents: [greet]
entities: [language]
slots:
  language: {type: text, mappings: [{type: from_entity, entity: language}]}
"""
)
TURN: tuple[Event, ...] = (
    UserUttered("hello", {"name": "greet", "confidence": 1.0}),
    ActionExecuted("utter_greet"),
    BotUttered("hi"),
    ActionExecuted("action_listen"),
)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'tracker.db'}"


@pytest.fixture
def store(url: str) -> ConversationStore:
    return ConversationStore(DOMAIN, host=url)


def begun(store: ConversationStore) -> Conversation:
    tracker = store.init_tracker("someone")
    tracker.append([SessionStarted(), SlotSet("language", "pl"), ActionExecuted("action_listen")])
    asyncio.run(store.save(tracker))
    return tracker


def read(store: ConversationStore) -> Conversation:
    tracker = asyncio.run(store.retrieve("someone"))
    assert tracker is not None
    return tracker


def go_on(store: ConversationStore, *events: Event) -> None:
    tracker = read(store)
    tracker.append(events or TURN)
    asyncio.run(store.save(tracker))


def test_nobody_has_said_anything_in_an_unknown_conversation(store: ConversationStore) -> None:
    assert asyncio.run(store.retrieve("someone")) is None
    assert asyncio.run(store.retrieve_full_tracker("someone")) is None


def test_a_conversation_is_the_same_from_memory_and_from_the_database(
    store: ConversationStore, url: str
) -> None:
    begun(store)
    go_on(store)
    kept, reread = read(store), read(ConversationStore(DOMAIN, host=url))
    assert kept == reread
    assert kept.current_state() == reread.current_state()
    assert reread.get_slot("language") == "pl"


def test_what_another_worker_stored_is_read(store: ConversationStore, url: str) -> None:
    begun(store)
    go_on(ConversationStore(DOMAIN, host=url), SlotSet("language", "fr"), *TURN)
    assert read(store).get_slot("language") == "fr"
    assert len(read(store).events) == 8


def test_a_turn_that_failed_leaves_no_trace(store: ConversationStore) -> None:
    begun(store)
    read(store).append(TURN)
    assert len(read(store).events) == 3


def test_a_tracker_that_is_saved_twice_is_stored_once(store: ConversationStore, url: str) -> None:
    tracker = begun(store)
    tracker.append(TURN)
    asyncio.run(store.save(tracker))
    asyncio.run(store.save(tracker))
    assert len(read(ConversationStore(DOMAIN, host=url)).events) == 7


def test_two_histories_are_never_mixed(store: ConversationStore) -> None:
    begun(store)
    late = read(store)
    go_on(store)
    late.append(TURN)
    with pytest.raises(OutdatedTrackerError):
        asyncio.run(store.save(late))


def test_a_new_session_begins_with_nothing_of_the_old_one(
    store: ConversationStore, url: str
) -> None:
    begun(store)
    go_on(store, *TURN, ActionExecuted("action_session_start"), SessionStarted(), *TURN)
    for reader in (store, ConversationStore(DOMAIN, host=url)):
        assert len(read(reader).events) == 5
        assert read(reader).get_slot("language") is None
        whole = asyncio.run(reader.retrieve_full_tracker("someone"))
        assert whole is not None
        assert len(whole.events) == 13


def test_a_deleted_conversation_is_forgotten(store: ConversationStore, url: str) -> None:
    begun(store)
    with sa.create_engine(url).begin() as connection:
        connection.execute(sa.text("DELETE FROM events"))
    assert asyncio.run(store.retrieve("someone")) is None


def test_trackers_of_rasas_own_kind_are_stored_as_well(store: ConversationStore) -> None:
    begun(store)
    plain = DialogueStateTracker.from_events("someone", list(read(store).events), DOMAIN.slots)
    for event in TURN:
        plain.update(event)
    asyncio.run(store.save(plain))
    assert len(read(store).events) == 7
    assert list(asyncio.run(store.keys())) == ["someone"]


def test_a_database_that_fails_is_not_a_blank_conversation(
    store: ConversationStore, url: str
) -> None:
    begun(store)
    with sa.create_engine(url).begin() as connection:
        connection.execute(sa.text("DROP TABLE events"))
    with pytest.raises(sa.exc.OperationalError):
        asyncio.run(store.retrieve("someone"))


def test_sqlite_writes_ahead(store: ConversationStore, tmp_path: Path) -> None:
    begun(store)
    assert (tmp_path / "tracker.db-wal").exists()


def test_messages_of_one_conversation_go_one_by_one_in_their_order() -> None:
    async def scene() -> list[int]:
        locks, done = ConversationLocks(), []

        async def turn(number: int) -> None:
            async with locks.lock("someone"):
                await asyncio.sleep(0)
                done.append(number)

        await asyncio.gather(*(turn(number) for number in range(5)))
        return done

    assert asyncio.run(scene()) == [0, 1, 2, 3, 4]


def test_another_conversation_need_not_wait_and_the_same_one_waits_only_so_long() -> None:
    async def scene() -> None:
        locks = ConversationLocks()
        async with locks.lock("someone"), locks.lock("somebody else"):
            with pytest.raises(LockError):
                async with locks.lock("someone", lock_lifetime=0.01):
                    pass
        async with locks.lock("someone", lock_lifetime=0.01):
            pass

    asyncio.run(scene())


def test_redis_that_does_not_answer_is_an_error() -> None:
    locks = ConversationLocks(EndpointConfig("redis://127.0.0.1:1/0"))

    async def scene() -> None:
        async with locks.lock("someone"):
            pass

    with pytest.raises(LockError):
        asyncio.run(scene())
