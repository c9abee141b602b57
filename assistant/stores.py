"""Where conversations are kept, and how two messages of one customer wait for each other."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import OrderedDict
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any
from weakref import WeakValueDictionary

import redis.asyncio  # type: ignore[import-untyped]
import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.lock_store import LOCK_LIFETIME, LockError, LockStore
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SessionStarted, deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import EndpointConfig
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from assistant.conversation import Conversation

logger = logging.getLogger(__name__)

KEPT_IN_MEMORY = 256
"""How many of the latest conversations are kept ready; each takes up to a megabyte or two. With
more customers who write at once, each is read anew for every message."""

_ROW = SQLTrackerStore.SQLEvent
# Written once: SQLAlchemy takes longer to write a statement than SQLite to carry it out.
_OF_SENDER = _ROW.sender_id == sa.bindparam("sender")
_NEWEST = sa.select(sa.func.max(_ROW.id)).where(_OF_SENDER)
_EVENTS = sa.select(_ROW.data).where(_OF_SENDER, _ROW.id > sa.bindparam("after")).order_by(_ROW.id)


class OutdatedTrackerError(RasaException):
    """A conversation was saved by somebody else after it was read."""


class ConversationStore(TrackerStore):
    """Keeps conversations in an SQL database, in the table of Rasa's own SQL store.

    Events are only ever appended, so a conversation in memory is up to date when its newest row
    is the newest in the database, and else needs only the rows since. Errors of the database
    reach the caller: a conversation that cannot be read is never a blank one.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: EventBroker | None = None,
        host: str = "sqlite:///tracker.db",
        **kwargs: Any,
    ) -> None:
        """Open the database at the URL `host`, as Rasa calls the `url` of `endpoints.yml`."""
        super().__init__(domain, event_broker, **kwargs)
        self._engine = open_database(host)
        SQLTrackerStore.Base.metadata.create_all(self._engine)
        self._ready: OrderedDict[str, Conversation] = OrderedDict()

    def init_tracker(self, sender_id: str) -> Conversation:
        """Return a conversation in which nothing has been said."""
        return Conversation(sender_id, self.domain.slots)

    async def retrieve(self, sender_id: str) -> Conversation | None:
        """Return the latest session of a conversation, ready to be changed and saved."""
        with Session(self._engine, future=True) as session:
            newest = _newest(session, sender_id)
            if newest is None:
                self._ready.pop(sender_id, None)
                return None
            tracker = self._ready.get(sender_id)
            if tracker is None or tracker.slots.keys() != {slot.name for slot in self.domain.slots}:
                tracker = self.init_tracker(sender_id)
            if tracker.newest != newest:
                tracker = self._caught_up(session, tracker, newest)
        self._keep(tracker)
        return tracker.copy()

    async def retrieve_full_tracker(self, conversation_id: str) -> Conversation | None:
        """Return every session of a conversation."""
        with Session(self._engine, future=True) as session:
            newest = _newest(session, conversation_id)
            events = _events(session, conversation_id, after=0)
        tracker = self.init_tracker(conversation_id)
        tracker.append(events)
        _mark_stored(tracker, newest)
        return tracker if events else None

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Append what is new; raise `OutdatedTrackerError` rather than mix two histories."""
        await self.stream_events(tracker)
        with Session(self._engine, future=True) as session:
            before = _newest(session, tracker.sender_id)
            known = self._stored_events(session, tracker, before)
            new = list(tracker.events)[known:]
            session.add_all(_row(tracker.sender_id, event) for event in new)
            session.flush()
            newest = _newest(session, tracker.sender_id)
            session.commit()
        if not isinstance(tracker, Conversation):
            self._ready.pop(tracker.sender_id, None)
            return
        _mark_stored(tracker, newest)
        if any(isinstance(event, SessionStarted) for event in new):
            self._ready.pop(tracker.sender_id, None)
        else:
            self._keep(tracker.copy())

    async def keys(self) -> Iterable[str]:
        """Return the ids of all conversations."""
        with Session(self._engine, future=True) as session:
            return list(session.scalars(sa.select(_ROW.sender_id).distinct()))

    def _caught_up(self, session: Session, tracker: Conversation, newest: int) -> Conversation:
        events = _events(session, tracker.sender_id, after=tracker.newest or 0)
        sessions = [i for i, event in enumerate(events) if isinstance(event, SessionStarted)]
        if sessions:
            tracker = self.init_tracker(tracker.sender_id)
            events = events[sessions[-1] :]
        tracker.append(events)
        _mark_stored(tracker, newest)
        return tracker

    def _stored_events(
        self, session: Session, tracker: DialogueStateTracker, newest: int | None
    ) -> int:
        if not isinstance(tracker, Conversation):
            return len(_events_of_session(session, tracker.sender_id))
        if tracker.newest != newest:
            raise OutdatedTrackerError(f"conversation {tracker.sender_id} has gone on meanwhile")
        return tracker.stored

    def _keep(self, tracker: Conversation) -> None:
        self._ready[tracker.sender_id] = tracker
        self._ready.move_to_end(tracker.sender_id)
        while len(self._ready) > KEPT_IN_MEMORY:
            self._ready.popitem(last=False)


class ConversationLocks(LockStore):
    """Lets one message of a conversation in after the other, first come, first served.

    In this process alone, unless `url` names a Redis server that several processes share.
    """

    def __init__(self, endpoint_config: EndpointConfig | None = None) -> None:
        url = endpoint_config.url if endpoint_config else None
        self._redis = redis.asyncio.Redis.from_url(url) if url else None
        self._here: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def lock(
        self,
        conversation_id: str,
        lock_lifetime: float = LOCK_LIFETIME,
        wait_time_in_seconds: float = 0.05,
    ) -> AsyncIterator[None]:
        """Hold the conversation; raise `LockError` after `lock_lifetime` seconds of waiting.

        `wait_time_in_seconds` is how often Redis is asked; in the process nobody has to ask.
        """
        if self._redis is None:
            held = _held_here(self._here.setdefault(conversation_id, asyncio.Lock()), lock_lifetime)
        else:
            name, often = f"aclaro:lock:{conversation_id}", wait_time_in_seconds
            held = _held_in_redis(self._redis.lock(name, lock_lifetime, often), lock_lifetime)
        async with held:
            yield


@asynccontextmanager
async def _held_here(lock: asyncio.Lock, patience: float) -> AsyncIterator[None]:
    try:
        await asyncio.wait_for(lock.acquire(), patience)
    except asyncio.TimeoutError as error:
        raise LockError(f"the conversation stayed locked for {patience} s") from error
    try:
        yield
    finally:
        lock.release()


@asynccontextmanager
async def _held_in_redis(lock: redis.asyncio.lock.Lock, patience: float) -> AsyncIterator[None]:
    try:
        acquired = await lock.acquire(blocking_timeout=patience)
    except redis.RedisError as error:
        raise LockError(f"Redis cannot lock the conversation: {error!r}") from error
    if not acquired:
        raise LockError(f"the conversation stayed locked for {patience} s")
    try:
        yield
    finally:
        try:
            await lock.release()
        except redis.RedisError:
            logger.warning("A lock ran out before it was released", exc_info=True)


def open_database(url: str) -> sa.engine.Engine:
    """Return the engine for `url`; SQLite writes ahead, so that readers never wait."""
    # What was to be stored is in no error's text, and so in no log: it is what customers said.
    options = {"future": True, "hide_parameters": True}
    if not url.startswith("sqlite"):
        return sa.create_engine(url, **options, pool_pre_ping=True)
    in_threads = {"check_same_thread": False}
    engine = sa.create_engine(url, **options, poolclass=QueuePool, connect_args=in_threads)
    sa.event.listen(engine, "connect", _write_ahead)
    return engine


def _write_ahead(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA busy_timeout=2000")


def _newest(session: Session, sender_id: str) -> int | None:
    return session.scalar(_NEWEST, {"sender": sender_id})


def _events(session: Session, sender_id: str, after: int) -> list[Event]:
    rows = session.scalars(_EVENTS, {"sender": sender_id, "after": after})
    return list(deserialise_events([json.loads(data) for data in rows]))


def _events_of_session(session: Session, sender_id: str) -> list[Event]:
    events = _events(session, sender_id, after=0)
    starts = [i for i, event in enumerate(events) if isinstance(event, SessionStarted)]
    return events[starts[-1] :] if starts else events


def _mark_stored(tracker: Conversation, newest: int | None) -> None:
    tracker.stored, tracker.newest = len(tracker.events), newest


def _row(sender_id: str, event: Event) -> SQLTrackerStore.SQLEvent:
    data = event.as_dict()
    return _ROW(
        sender_id=sender_id,
        type_name=event.type_name,
        timestamp=data.get("timestamp"),
        intent_name=data.get("parse_data", {}).get("intent", {}).get("name"),
        action_name=data.get("name"),
        data=json.dumps(data),
    )
