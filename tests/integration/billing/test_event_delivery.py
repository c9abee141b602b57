"""Events arrive: at least once, in their order, signed; whatever happens to listener or worker."""

import asyncio
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import httpx
import pytest
from sqlalchemy import select, update

from billing import clock
from billing.app import create_app
from billing.database import Database
from billing.events import delivery
from billing.events.delivery import deliver_due, pause, remove_old, take_due
from billing.events.subscriptions import keep_configured
from billing.events.tables import DELIVERED, FAILED, WAITING, OutboxEntry
from billing.models import Customer, Ticket
from billing.reports import file
from billing.settings import Settings
from billing.tmf.body import TicketCreate
from tests.integration.billing.listener import Listener, listening, signature
from tests.integration.billing.server import TokensOfTests, running
from tests.integration.billing.test_decisions import CUSTOMER, POLICY
from tests.integration.billing.visitor import MovingClock

SECRET = "a secret of tests"
MESSAGE = {"description": "una duda", "severity": "Minor", "ticketType": "message"}
DAY = timedelta(days=1)


@pytest.fixture
def listener(database: Database) -> Iterator[Listener]:
    """Somebody listens to all that happens."""
    with listening() as listener:
        settings = Settings(events_callback=listener.address, events_secret=SECRET)
        with database.write() as session:
            keep_configured(session, settings, clock.now())
        yield listener


def filed(database: Database) -> str:
    """The number of a new report."""
    body = TicketCreate.model_validate(MESSAGE)
    return file(database, CUSTOMER, body, clock.now(), POLICY)[0]


def move(database: Database, number: str, *statuses: str) -> None:
    """Each status in a transaction of its own."""
    for status in statuses:
        with database.write() as session:
            session.get_one(Ticket, number).move(status, None, clock.now())


def look(database: Database, times: int = 1) -> int:
    """A worker's looks, one after the other; how many attempts they made."""

    async def looked() -> int:
        async with httpx.AsyncClient(trust_env=False, timeout=delivery.TIMEOUT) as client:
            return sum([await deliver_due(database, client) for _ in range(times)])

    return asyncio.run(looked())


def outbox(database: Database) -> list[OutboxEntry]:
    with database.read() as session:
        return list(session.scalars(select(OutboxEntry).order_by(OutboxEntry.id)))


def states(database: Database) -> list[str]:
    return [entry.state for entry in outbox(database)]


def test_an_event_arrives_and_is_signed(database: Database, listener: Listener):
    number = filed(database)

    assert look(database, times=2) == 1

    (event,), (headers,), (content,) = listener.accepted, listener.headers, listener.contents
    assert event["event"]["troubleTicket"]["id"] == number
    time = headers["X-Event-Time"]
    assert headers["X-Signature-256"] == signature(SECRET, "POST", "/events", time, content)
    assert listener.targets == ["/events"]
    assert abs(datetime.fromisoformat(time) - clock.now()) < timedelta(minutes=1)
    assert states(database) == [DELIVERED]


def test_the_query_of_a_callback_is_signed_as_it_is_sent(database: Database):
    with listening() as listener:
        callback = f"{listener.address}?of=a b&ñ=%20"
        with database.write() as session:
            settings = Settings(events_callback=callback, events_secret=SECRET)
            keep_configured(session, settings, clock.now())
        filed(database)

        assert look(database) == 1

    (headers,), (content,), (target,) = listener.headers, listener.contents, listener.targets
    assert target == "/events?of=a%20b&%C3%B1=%20"
    expected = signature(SECRET, "POST", target, headers["X-Event-Time"], content)
    assert headers["X-Signature-256"] == expected


def test_the_events_of_a_report_arrive_in_their_order(database: Database, listener: Listener):
    number = filed(database)
    move(database, number, "inProgress", "pending", "resolved")

    look(database, times=9)

    assert listener.types() == [
        "Create",
        "StatusChange",
        "StatusChange",
        "InformationRequired",
        "StatusChange",
        "Resolved",
    ]


@pytest.mark.parametrize("status", [500, 503, 404, 302])
def test_what_is_not_accepted_is_tried_again_later(
    database: Database, listener: Listener, moving: MovingClock, status: int
):
    first, second = filed(database), filed(database)
    move(database, first, "inProgress")
    listener.answers = [status, status]

    look(database, times=3)
    assert listener.accepted == []
    assert states(database) == [WAITING] * 3
    assert {entry.problem for entry in outbox(database)} == {f"HTTP {status}", None}
    moving.forward(seconds=30)
    look(database, times=3)

    assert states(database) == [DELIVERED] * 3
    told = [event["event"]["troubleTicket"]["id"] for event in listener.accepted]
    assert Counter(told) == {first: 2, second: 1}
    assert [t for t, n in zip(listener.types(), told, strict=True) if n == first] == [
        "Create",
        "StatusChange",
    ]


def test_nothing_is_lost_while_nobody_is_there(database: Database, moving: MovingClock):
    with listening() as gone:
        settings = Settings(events_callback=gone.address, events_secret=SECRET)
    with database.write() as session:
        keep_configured(session, settings, clock.now())
    filed(database)
    look(database)
    assert [entry.problem for entry in outbox(database)] == ["ConnectError"]

    with listening() as back:
        with database.write() as session:
            settings = Settings(events_callback=back.address, events_secret="s")
            keep_configured(session, settings, clock.now())
        moving.forward(minutes=1)
        look(database)
        assert back.types() == ["Create"]


def test_who_takes_too_long_is_asked_again(
    database: Database,
    listener: Listener,
    moving: MovingClock,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(delivery, "TIMEOUT", 0.2)
    filed(database)
    listener.awake.clear()

    look(database)
    (entry,) = outbox(database)
    assert (entry.state, entry.attempts) == (WAITING, 1)
    assert "Timeout" in (entry.problem or "")
    listener.awake.set()
    moving.forward(minutes=1)
    look(database)

    assert states(database) == [DELIVERED]
    first, second = listener.attempts
    assert first["eventId"] == second["eventId"]


def test_pauses_get_longer_up_to_an_hour_and_last_a_day_in_all():
    pauses = [pause(attempts) for attempts in range(1, delivery.ATTEMPTS)]

    assert pauses[0] < timedelta(seconds=10)
    assert pauses[8] > pauses[4] > pauses[0]
    assert max(pauses) <= timedelta(minutes=75)
    assert 0.7 * DAY < sum(pauses, timedelta(0)) < 1.4 * DAY


def test_what_cannot_be_delivered_is_parked_in_sight_and_holds_up_nothing(
    database: Database,
    listener: Listener,
    moving: MovingClock,
    caplog: pytest.LogCaptureFixture,
):
    number = filed(database)
    move(database, number, "inProgress")
    listener.answers = [500] * delivery.ATTEMPTS
    for _ in range(delivery.ATTEMPTS):
        look(database)
        moving.forward(hours=2)

    assert states(database) == [FAILED, WAITING]
    assert "HTTP 500; it is given up" in caplog.text
    assert number not in caplog.text
    look(database)
    assert states(database) == [FAILED, DELIVERED]
    assert listener.types() == ["StatusChange"]


def test_what_a_killed_worker_had_is_delivered_by_another(
    database: Database, listener: Listener, moving: MovingClock
):
    filed(database)

    assert len(take_due(database, clock.now())) == 1  # and it dies
    assert look(database) == 0
    moving.forward(seconds=delivery.LEASE.total_seconds())
    assert look(database) == 1

    assert listener.types() == ["Create"]


def test_a_worker_that_comes_back_late_changes_nothing(
    database: Database, listener: Listener, moving: MovingClock
):
    filed(database)
    (late,) = take_due(database, clock.now())
    moving.forward(seconds=delivery.LEASE.total_seconds())
    look(database)

    delivery._settle(database, late, "HTTP 500", clock.now())

    assert states(database) == [DELIVERED]


def test_two_workers_never_have_the_same_entry(database: Database, listener: Listener):
    numbers = [filed(database) for _ in range(12)]
    for number in numbers:
        move(database, number, "inProgress", "resolved")
    together = threading.Barrier(2)

    def work() -> None:
        together.wait()
        while any(entry.state == WAITING for entry in outbox(database)):
            look(database)

    with ThreadPoolExecutor(2) as workers:
        for done in [workers.submit(work) for _ in range(2)]:
            done.result()

    assert set(Counter(event["eventId"] for event in listener.attempts).values()) == {1}
    for number in numbers:
        mine = [
            kind
            for kind, event in zip(listener.types(), listener.accepted, strict=True)
            if event["event"]["troubleTicket"]["id"] == number
        ]
        assert mine == ["Create", "StatusChange", "StatusChange", "Resolved"]


def test_delivered_entries_are_removed_after_a_week_and_others_stay(
    database: Database, listener: Listener, now: datetime
):
    for _ in range(3):
        filed(database)
    look(database)
    first, second, third = outbox(database)
    with database.write() as session:
        long_ago = {"settled_at": now - 8 * DAY}
        session.execute(update(OutboxEntry).where(OutboxEntry.id == first.id).values(long_ago))
        parked = update(OutboxEntry).where(OutboxEntry.id == second.id)
        session.execute(parked.values(state=FAILED, **long_ago))

    remove_old(database, now)

    assert [entry.id for entry in outbox(database)] == [second.id, third.id]


def test_the_running_site_delivers_by_itself(
    database: Database, listener: Listener, database_address: str
):
    settings = Settings(database_url=database_address)
    heard = threading.Event()
    hear = listener.hear

    def hear_and_tell(content: bytes, headers: dict[str, str]) -> int:
        heard.set()
        return hear(content, headers)

    listener.hear = hear_and_tell  # type: ignore[method-assign]
    with running(create_app(settings, TokensOfTests())):
        filed(database)
        assert heard.wait(30)


def test_a_slow_listener_holds_up_no_writer(
    database: Database, listener: Listener, moving: MovingClock
):
    filed(database)
    listener.awake.clear()
    with ThreadPoolExecutor(1) as worker:
        looking = worker.submit(look, database)
        while not listener.attempts:
            assert not looking.done()
        with database.write() as session:
            session.get_one(Customer, CUSTOMER).language = "fr"
        assert not looking.done()
        listener.awake.set()
        assert looking.result() == 1
