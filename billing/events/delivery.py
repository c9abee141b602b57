"""Takes what is due out of the outbox to those who listen: at least once, and the events of each
report, and of each conversation that the desk has, in their order.
"""

import asyncio
import json
import logging
import random
from collections.abc import Sequence
from datetime import datetime, timedelta

import httpx
from sqlalchemy import ColumnElement, delete, exists, or_, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import aliased, selectinload

from billing import clock
from billing.database import Database
from billing.events.body import body_of
from billing.events.signing import Sent, signed
from billing.events.tables import DELIVERED, FAILED, WAITING, OutboxEntry, Subscription

log = logging.getLogger(__name__)

#: Seconds between two looks at an outbox in which nothing is due.
LOOK_EVERY = 0.5
#: Seconds that a listener has to answer.
TIMEOUT = 5.0
AT_ONCE = 20
JSON = {"Content-Type": "application/json"}
#: How long an entry is its worker's; if that was killed, another one tries afterwards.
LEASE = timedelta(seconds=30)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=5), timedelta(hours=1)
#: With these pauses, the last attempt is made after about a day.
ATTEMPTS = 33
KEPT = timedelta(days=7)
#: What an entry's body is made of.
NEEDED = OutboxEntry.subscription, OutboxEntry.ticket, OutboxEntry.line
CLEAN_EVERY = timedelta(hours=1)


async def deliver(database: Database) -> None:
    """Deliver for ever. Everything is in the table: whoever ends this loses nothing."""
    cleaned = clock.now() - CLEAN_EVERY
    async with httpx.AsyncClient(trust_env=False, timeout=TIMEOUT) as client:
        while True:
            tried = 0
            try:
                tried = await deliver_due(database, client)
                if clock.now() - cleaned >= CLEAN_EVERY:
                    cleaned = clock.now()
                    await asyncio.to_thread(remove_old, database, cleaned)
            except SQLAlchemyError as error:
                log.warning("the outbox cannot be reached: %s", type(error).__name__)
            if not tried:
                await asyncio.sleep(LOOK_EVERY)


async def deliver_due(database: Database, client: httpx.AsyncClient) -> int:
    """Try once what is due now; how many entries were tried."""
    taken = await asyncio.to_thread(take_due, database, clock.now())
    await asyncio.gather(*(_deliver(database, client, entry) for entry in taken))
    return len(taken)


def take_due(database: Database, now: datetime) -> Sequence[OutboxEntry]:
    """Entries that are this worker's for the length of a lease; for a listener, no two of the same
    report or conversation.
    """
    with database.read() as session:
        if session.scalar(select(OutboxEntry.id).where(*_is_due(now)).limit(1)) is None:
            return []
    with database.write() as session:
        taken = session.scalars(
            select(OutboxEntry)
            .where(*_is_due(now))
            .order_by(OutboxEntry.due_at, OutboxEntry.id)
            .limit(AT_ONCE)
            .with_for_update(skip_locked=True)
            .options(*map(selectinload, NEEDED))
        ).all()
        for entry in taken:
            entry.attempts += 1
            entry.due_at = now + LEASE
    return taken


def pause(attempts: int) -> timedelta:
    """How long to wait after so many attempts: twice as long each time, give or take a quarter."""
    longer: timedelta = FIRST_PAUSE * 2 ** min(attempts - 1, 20)
    return min(longer, LONGEST_PAUSE) * random.uniform(0.75, 1.25)


def remove_old(database: Database, now: datetime) -> None:
    """Delivered entries are kept for a week; failed ones until somebody has looked at them."""
    with database.write() as session:
        session.execute(
            delete(OutboxEntry).where(
                OutboxEntry.state == DELIVERED, OutboxEntry.settled_at < now - KEPT
            )
        )


def _is_due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    earlier = aliased(OutboxEntry)
    waits_for_earlier = exists().where(
        earlier.subscription_id == OutboxEntry.subscription_id,
        or_(
            earlier.ticket_id == OutboxEntry.ticket_id,
            earlier.handoff_id == OutboxEntry.handoff_id,
        ),
        earlier.state == WAITING,
        earlier.id < OutboxEntry.id,
    )
    return OutboxEntry.state == WAITING, OutboxEntry.due_at <= now, ~waits_for_earlier


async def _deliver(database: Database, client: httpx.AsyncClient, entry: OutboxEntry) -> None:
    content = json.dumps(body_of(entry)).encode()
    problem = await _problem(client, entry.subscription, content)
    await asyncio.to_thread(_settle, database, entry, problem, clock.now())


async def _problem(client: httpx.AsyncClient, listener: Subscription, content: bytes) -> str | None:
    """What went wrong, if anything did. Redirections are not followed: nobody allowed their
    hosts.
    """
    try:
        event = client.build_request("POST", listener.callback, content=content, headers=JSON)
        sent = Sent("POST", event.url.raw_path, content)
        event.headers.update(signed(sent, listener.secret, clock.now()))
        answer = await asyncio.wait_for(client.send(event), TIMEOUT)
    except (httpx.HTTPError, httpx.InvalidURL, asyncio.TimeoutError) as error:
        return type(error).__name__
    return None if answer.is_success else f"HTTP {answer.status_code}"


def _settle(database: Database, tried: OutboxEntry, problem: str | None, now: datetime) -> None:
    with database.write() as session:
        entry = session.get(OutboxEntry, tried.id, with_for_update=True)
        if entry is None or (entry.state, entry.attempts) != (WAITING, tried.attempts):
            return  # nobody listens any more, or the lease was over and another worker has it
        entry.problem = problem
        if problem is None:
            entry.state, entry.settled_at = DELIVERED, now
        elif entry.attempts < ATTEMPTS:
            entry.due_at = now + pause(entry.attempts)
            log.warning("event %s: %s; it is tried again", entry.event_id, problem)
        else:
            entry.state, entry.settled_at = FAILED, now
            log.error("event %s: %s; it is given up", entry.event_id, problem)
