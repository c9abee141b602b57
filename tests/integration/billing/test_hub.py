"""The hub: the operator's systems say where they listen, and nobody else does."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from sqlalchemy import func, select

from billing.access import EVENTS
from billing.app import create_app
from billing.database import Database
from billing.events.tables import OutboxEntry, Subscription
from billing.settings import Settings
from tests.integration.billing.server import TICKET, Api, TokensOfTests, running, system_token
from tests.integration.billing.test_errors import check
from tests.integration.billing.test_specifications import validator

HUB = "/tmf-api/troubleTicket/v4/hub"
TOKEN = system_token(EVENTS)
CALLBACK = "http://127.0.0.1:9/events"
MESSAGE = {"description": "una duda", "severity": "Minor", "ticketType": "message"}


@pytest.fixture
def operator(database: Database, database_address: str) -> Iterator[httpx.Client]:
    """A system of the operator's."""
    settings = Settings(database_url=database_address, events_deliver=False)
    with (
        running(create_app(settings, TokensOfTests())) as address,
        httpx.Client(
            base_url=address, headers={"Authorization": f"Bearer {TOKEN}"}, trust_env=False
        ) as http,
    ):
        yield http


def waiting(database: Database) -> int:
    """How many entries the outbox has."""
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(OutboxEntry)) or 0


def file_a_message(operator: httpx.Client) -> None:
    api = Api(str(operator.base_url), "es")
    with api.http:
        assert api.http.post(TICKET, json=MESSAGE).status_code == 201


def test_who_registers_hears_of_what_happens_until_they_do_not_want_to(
    operator: httpx.Client, database: Database
):
    made = operator.post(HUB, json={"callback": CALLBACK})

    assert made.status_code == 201
    registered = made.json()
    assert registered["callback"] == CALLBACK
    assert len(registered["secret"]) >= 32
    assert made.headers["Location"] == f"{HUB}/{registered['id']}"
    file_a_message(operator)
    assert waiting(database) == 1
    assert operator.delete(made.headers["Location"]).status_code == 204
    assert waiting(database) == 0
    file_a_message(operator)
    assert waiting(database) == 0
    check(operator.delete(made.headers["Location"]), 404, "notFound")


@pytest.mark.parametrize(
    ("query", "heard"),
    [
        ("eventType=TroubleTicketCreateEvent", 1),
        ("eventType=TroubleTicketStatusChangeEvent,TroubleTicketCreateEvent", 1),
        ("eventType=TroubleTicketStatusChangeEvent&eventType=TroubleTicketCreateEvent", 1),
        ("eventType=TroubleTicketStatusChangeEvent", 0),
    ],
)
def test_a_listener_hears_of_what_it_asked_for(
    operator: httpx.Client, database: Database, query: str, heard: int
):
    made = operator.post(HUB, json={"callback": CALLBACK, "query": query})

    assert made.json()["query"] == query
    file_a_message(operator)
    assert waiting(database) == heard


@pytest.mark.parametrize(
    "query",
    ["eventType=", "eventType=Other", "TroubleTicketCreateEvent", "status=resolved", "x" * 501],
)
def test_a_query_that_is_not_understood_is_refused(operator: httpx.Client, query: str):
    check(operator.post(HUB, json={"callback": CALLBACK, "query": query}), 400, "invalid")


@pytest.mark.parametrize(
    "callback",
    [
        "",
        "events",
        "file:///etc/passwd",
        "ftp://127.0.0.1/events",
        "gopher://127.0.0.1:9/",
        "http://10.0.0.1/events",
        "http://127.0.0.2/events",
        "http://127.0.0.1.example/events",
        "http://example@127.0.0.1/events",
        "http://127.0.0.1/events#part",
        "http://[::ffff:7f00:1]/events",
        "http://127.0.0.1/" + "x" * 2000,
        None,
        7,
    ],
)
def test_nothing_is_sent_to_wherever_somebody_likes(
    operator: httpx.Client, database: Database, callback: object
):
    check(operator.post(HUB, json={"callback": callback}), 400, "invalid")
    with database.read() as session:
        assert session.scalars(select(Subscription)).all() == []


@pytest.mark.parametrize("callback", ["http://localhost:9/a", "https://[::1]:9/a"])
def test_this_machine_may_listen(operator: httpx.Client, callback: str):
    assert operator.post(HUB, json={"callback": callback}).status_code == 201


def test_the_same_listener_is_registered_once(operator: httpx.Client):
    first = operator.post(HUB, json={"callback": CALLBACK})
    other = {"callback": CALLBACK, "query": "eventType=TroubleTicketCreateEvent"}

    check(operator.post(HUB, json={"callback": CALLBACK}), 409, "subscribed")
    assert operator.post(HUB, json=other).status_code == 201
    assert operator.delete(f"{HUB}/{first.json()['id']}").status_code == 204
    assert operator.post(HUB, json={"callback": CALLBACK}).status_code == 201


def test_of_the_same_registration_many_times_at_once_one_counts(operator: httpx.Client):
    def register(place: int) -> int:
        return operator.post(HUB, json={"callback": f"{CALLBACK}/{place // 8}"}).status_code

    with ThreadPoolExecutor(8) as systems:
        answers = list(systems.map(register, range(40)))

    assert sorted(answers) == [201] * 5 + [409] * 35


def test_a_customer_does_not_listen(operator: httpx.Client):
    customer = {"Authorization": "Bearer es"}

    for answer in (
        operator.post(HUB, json={"callback": CALLBACK}, headers=customer),
        operator.delete(f"{HUB}/nothing", headers=customer),
    ):
        check(answer, 403, "outOfScope")


@pytest.mark.parametrize("authorization", ["", "Bearer nobody", f"Basic {TOKEN}", "Bearer ñ"])
def test_nobody_else_listens(operator: httpx.Client, authorization: str):
    headers = {"Authorization": authorization.encode()}

    answer = operator.post(HUB, json={"callback": CALLBACK}, headers=headers)  # type: ignore[arg-type]
    check(answer, 401, "notSignedIn")


def test_without_a_token_of_its_own_the_hub_is_nobodys(ana: Api):
    answer = ana.http.post(HUB, json={"callback": CALLBACK}, headers={"Authorization": "Bearer"})
    check(answer, 401, "notSignedIn")


def test_a_listener_fits_its_specification(operator: httpx.Client):
    made = operator.post(HUB, json={"callback": CALLBACK}).json()

    validator(621, "EventSubscription").validate(made)
