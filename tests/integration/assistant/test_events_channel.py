"""The listener on a real port: it takes each signed event once, and nothing else."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
import requests
from sanic import Sanic
from sqlalchemy import delete, select

from assistant.channels.events import EventsInput
from assistant.channels.signed import LARGEST_BODY
from assistant.clock import now
from selfcare.store import NewsRow, Store
from tests.stack import free_ports

SECRET = "a secret of tests"
PATH = "/webhooks/events/"
NUMBER = "DSP-7F3K-29QX"


class Listener:
    """Where the events go, and what is kept of them."""

    def __init__(self, url: str, store: Store) -> None:
        self.url = url
        self.store = store

    def send(self, body: bytes, secret: str = SECRET, age: timedelta = timedelta(0)) -> int:
        """The status with which a body is answered that was signed so long ago."""
        time = (now() - age).isoformat()
        return self.post(body, time, signature(body, time, secret))

    def post(self, body: bytes, time: str, signature: str, query: str = "") -> int:
        """The status."""
        headers = {"X-Event-Time": time, "X-Signature-256": signature}
        return requests.post(self.url + query, body, headers=headers, timeout=10).status_code

    def kept(self) -> list[tuple[str, str]]:
        """The ids of the events that are kept, and their reports."""
        with self.store.session() as session:
            rows = session.scalars(select(NewsRow).order_by(NewsRow.event_id))
            return [(row.event_id, row.report) for row in rows]


def signature(
    body: bytes, time: str, secret: str = SECRET, method: str = "POST", target: str = PATH
) -> str:
    """As billing works it out."""
    said = "\n".join((method, target, time, "")).encode() + body
    return f"sha256={hmac.new(secret.encode(), said, hashlib.sha256).hexdigest()}"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listener]:
    """The channel in a server of its own."""
    database = f"sqlite:///{tmp_path_factory.mktemp('events') / 'selfcare.db'}"
    app = Sanic("events", configure_logging=False)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SELFCARE_DATABASE_URL", database)
        environment.setenv("EVENTS_SECRET", SECRET)
        channel = EventsInput.from_credentials(None)
        app.blueprint(channel.blueprint(_nobody), url_prefix="/webhooks/events")
    (port,), loop, ready = free_ports(1), asyncio.new_event_loop(), threading.Event()

    async def serve() -> None:
        server = await app.create_server("127.0.0.1", port, return_asyncio_server=True)
        assert server
        await server.startup()  # type: ignore[no-untyped-call]
        await server.start_serving()  # type: ignore[no-untyped-call]
        ready.set()

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(serve())
        loop.run_forever()

    thread = threading.Thread(target=run)
    thread.start()
    assert ready.wait(20)
    yield Listener(f"http://127.0.0.1:{port}/webhooks/events/", Store.at(database))
    loop.call_soon_threadsafe(loop.stop)
    thread.join()


@pytest.fixture
def listener(running: Listener) -> Listener:
    """One that has heard nothing yet."""
    with running.store.session() as session:
        session.execute(delete(NewsRow))
    return running


async def _nobody(_: object) -> None:
    return None


def event(**changes: Any) -> dict[str, Any]:
    """A change of a report's status, as billing tells it."""
    ticket = {"id": NUMBER, "status": "resolved", "lastUpdate": now().isoformat()}
    return {
        "eventId": "e1",
        "eventTime": now().isoformat(),
        "eventType": "TroubleTicketStatusChangeEvent",
        "event": {"troubleTicket": {**ticket, **changes.pop("ticket", {})}},
        **changes,
    }


def written(**changes: Any) -> bytes:
    return json.dumps(event(**changes)).encode()


def test_a_signed_event_is_kept(listener: Listener) -> None:
    assert listener.send(written()) == 201
    assert listener.kept() == [("e1", NUMBER)]


def test_an_event_that_comes_again_is_kept_once(listener: Listener) -> None:
    body = written()
    with ThreadPoolExecutor(8) as several:
        assert set(several.map(listener.send, [body] * 16)) == {201}
    assert listener.kept() == [("e1", NUMBER)]


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("TroubleTicketCreateEvent", None),
        ("TroubleTicketAttributeValueChangeEvent", "severity"),
        ("TroubleTicketAttributeValueChangeEvent", "creditTarget"),
    ],
)
def test_what_no_customer_waits_for_is_taken_and_not_kept(
    listener: Listener, kind: str, field: str | None
) -> None:
    assert listener.send(written(eventType=kind, fieldPath=field)) == 201
    assert listener.kept() == []


@pytest.mark.parametrize("field", ["note", "creditOffer", "expectedResolutionDate"])
def test_words_offers_and_other_dates_are_news(listener: Listener, field: str) -> None:
    kind = "TroubleTicketAttributeValueChangeEvent"
    assert listener.send(written(eventType=kind, fieldPath=field)) == 201
    assert len(listener.kept()) == 1


def test_what_somebody_else_signed_is_refused(listener: Listener) -> None:
    assert listener.send(written(), secret="another one") == 401
    assert listener.kept() == []


@pytest.mark.parametrize(
    ("time", "signature"),
    [
        ("", ""),
        ("yesterday", "sha256="),
        ("2026-11-18T10:00:00", "x"),
        ("ñ", "sha256=ñ"),
        ("2026-11-18T10:00:00Z", "\udcff"),
        ("\udcff", "sha256="),
    ],
)
def test_what_nobody_signed_is_refused(listener: Listener, time: str, signature: str) -> None:
    headers = {"X-Event-Time": _raw(time), "X-Signature-256": _raw(signature)}
    answer = requests.post(listener.url, written(), headers=headers, timeout=10)
    assert answer.status_code == 401


def _raw(header: str) -> bytes:
    """As it goes over the wire; half a surrogate stands for a byte that no text has."""
    return header.encode(errors="surrogateescape")


def test_a_signature_is_good_for_its_own_time_alone(listener: Listener) -> None:
    body = written()
    signed = signature(body, "2026-11-18T10:00:00Z")
    assert listener.post(body, now().isoformat(), signed) == 401


@pytest.mark.parametrize(
    ("method", "target"),
    [("GET", PATH), ("POST", "/webhooks/handoff/"), ("POST", PATH + "?again"), ("POST", "")],
)
def test_a_signature_is_good_for_its_own_address_alone(
    listener: Listener, method: str, target: str
) -> None:
    body, time = written(), now().isoformat()
    assert listener.post(body, time, signature(body, time, method=method, target=target)) == 401
    assert listener.kept() == []


def test_a_signature_covers_the_query(listener: Listener) -> None:
    body, time = written(), now().isoformat()
    signed = signature(body, time, target=PATH + "?of=billing")
    assert listener.post(body, time, signed) == 401
    assert listener.post(body, time, signed, "?of=billing") == 201


@pytest.mark.parametrize("minutes", [6, -6, 60 * 24])
def test_an_old_signature_is_refused(listener: Listener, minutes: int) -> None:
    assert listener.send(written(), age=timedelta(minutes=minutes)) == 401


def test_a_signature_of_some_minutes_is_good(listener: Listener) -> None:
    assert listener.send(written(), age=timedelta(minutes=4)) == 201


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b"\xff",
        b"{}",
        b'{"event": {"troubleTicket": []}}',
        json.dumps({**event(), "eventId": 7}).encode(),
        json.dumps({**event(), "eventId": ""}).encode(),
        json.dumps({**event(), "eventId": "e" * 101}).encode(),
        json.dumps({**event(), "eventType": None}).encode(),
        json.dumps(event(ticket={"id": {}})).encode(),
        json.dumps(event(ticket={"lastUpdate": "today"})).encode(),
        json.dumps(event(ticket={"lastUpdate": 7})).encode(),
    ],
)
def test_what_is_no_event_is_refused(listener: Listener, body: bytes) -> None:
    assert listener.send(body) == 400
    assert listener.kept() == []


def test_what_is_too_long_is_not_read(listener: Listener) -> None:
    assert listener.send(written(padding="x" * LARGEST_BODY)) == 413


def test_without_a_secret_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVENTS_SECRET", raising=False)
    blueprint = EventsInput.from_credentials(None).blueprint(_nobody)
    assert blueprint._future_routes == set()
