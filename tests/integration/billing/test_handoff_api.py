"""What the assistant asks of the desk: signed, once, and only what makes sense."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from billing import clock
from billing.app import create_app
from billing.database import Database
from billing.handoff.presence import GONE_AFTER, arrive
from billing.models import Handoff, HandoffLine, OfficerPresence
from billing.settings import Settings
from tests.integration.billing.assistant_side import LONG_AGO, SECRET, Assistant, conversation
from tests.integration.billing.databases import empty_database
from tests.integration.billing.officers import open_desk
from tests.integration.billing.server import running
from tests.integration.billing.test_errors import check
from tests.integration.billing.visitor import MovingClock


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Database]]:
    """A site that the assistant hands conversations to, and its database."""
    directory = tmp_path_factory.mktemp("office")
    with open_desk(directory, handoff_secret=SECRET, events_deliver=False) as desk:
        yield desk


@pytest.fixture
def database(office: tuple[str, Database]) -> Database:
    """The site's, with nobody waiting and nobody there."""
    _, database = office
    with database.write() as session:
        for kind in (HandoffLine, Handoff, OfficerPresence):
            session.execute(delete(kind))
    return database


@pytest.fixture
def assistant(office: tuple[str, Database], database: Database) -> Iterator[Assistant]:
    assistant = Assistant(office[0])
    yield assistant
    assistant.http.close()


def lines(database: Database, id_: str) -> list[tuple[str, str, str | None]]:
    """Who did what, in what words."""
    with database.read() as session:
        found = select(HandoffLine).where(HandoffLine.handoff_id == id_).order_by(HandoffLine.id)
        return [(line.who, line.event, line.text) for line in session.scalars(found)]


def test_who_is_there_and_who_waits_is_told(
    assistant: Assistant, database: Database, moving: MovingClock
):
    assert assistant.get("/presence").json() == {"present": 0, "waiting": 0}
    arrive(database, "clerk-1", clock.now())
    arrive(database, "clerk-1", clock.now())
    arrive(database, "lead-1", clock.now())
    assistant.hand_over()
    assert assistant.get("/presence").json() == {"present": 2, "waiting": 1}
    moving.forward(seconds=GONE_AFTER.total_seconds() + 1)
    assert assistant.get("/presence").json() == {"present": 0, "waiting": 1}


def test_a_conversation_handed_over_waits_in_its_place(assistant: Assistant, database: Database):
    first, second = conversation(), conversation()
    answer = assistant.post("/conversations", first)
    assert (answer.status_code, answer.json()) == (
        201,
        {"id": first["id"], "state": "waiting", "position": 1, "present": 0},
    )
    assert assistant.post("/conversations", second).json()["position"] == 2
    assert assistant.state(second["id"])["position"] == 2
    assistant.end(first["id"])
    assert assistant.state(second["id"])["position"] == 1
    assert lines(database, second["id"]) == [
        ("customer", "said", "Quiero hablar <ya> con alguien"),
        ("assistant", "said", "Un momento, por favor."),
    ]


def test_the_same_conversation_is_handed_over_once_also_at_once(
    assistant: Assistant, database: Database
):
    body = conversation()
    with ThreadPoolExecutor(4) as senders:
        answers = list(senders.map(lambda _: assistant.post("/conversations", body), range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 201]
    assert len(lines(database, body["id"])) == 2
    assistant.end(body["id"])
    again = assistant.post("/conversations", body)
    assert (again.status_code, again.json()["state"]) == (200, "ended")


def test_a_customer_who_is_not_signed_in_is_handed_over_too(
    assistant: Assistant, database: Database
):
    id_ = assistant.hand_over(customer=None, summary={"language": "fr"}, transcript=[])
    with database.read() as session:
        handoff = session.get_one(Handoff, id_)
    assert (handoff.customer_name, handoff.account_id, handoff.wish) == (None, None, None)


def test_what_the_customer_writes_is_kept_once(assistant: Assistant, database: Database):
    id_ = assistant.hand_over(transcript=[])
    with ThreadPoolExecutor(3) as senders:
        sent = list(senders.map(lambda _: assistant.write(id_, "¿Hola?", "m-1"), range(3)))
    assert sorted(answer.status_code for answer in sent) == [200, 200, 201]
    assert assistant.write(id_, "¿Hola?", "m-2").status_code == 201
    assert lines(database, id_) == [("customer", "said", "¿Hola?")] * 2


def test_nothing_is_written_into_a_conversation_that_is_over(
    assistant: Assistant, database: Database
):
    id_ = assistant.hand_over(transcript=[])
    assistant.write(id_, "¿Hola?", "m-1")
    ended = assistant.end(id_, "customer_ended")
    assert (ended.status_code, ended.json()["state"]) == (200, "ended")
    check(assistant.write(id_, "¿Sigue ahí?"), 409, "conflict")
    assert assistant.write(id_, "¿Hola?", "m-1").status_code == 200
    assert assistant.end(id_, "customer_left").status_code == 200
    assert [event for _, event, _ in lines(database, id_)] == ["said", "customer_ended"]


@pytest.mark.parametrize("path", ["", "/messages", "/end"])
def test_a_conversation_that_is_not_there_is_404(assistant: Assistant, path: str):
    id_ = uuid4()
    body = {"id": "m", "text": "x", "at": LONG_AGO, "reason": "customer_left"}
    for answer in (
        [assistant.post(f"/conversations/{id_}{path}", body)]
        if path
        else [assistant.get(f"/conversations/{id_}")]
    ):
        check(answer, 404, "notFound")


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "7"},
        {"id": None},
        {"channel": ""},
        {"channel": "x" * 200},
        {"language": "<b>"},
        {"language": "es\x00"},
        {"customer": {"accountId": "BA-1"}},
        {"customer": {"name": "A\x00"}},
        {"summary": None},
        {"summary": {"wish": 7}},
        {"transcript": [{"who": "officer", "text": "x", "at": LONG_AGO}]},
        {"transcript": [{"who": "customer", "text": "", "at": LONG_AGO}]},
        {"transcript": [{"who": "customer", "text": "x\x00", "at": LONG_AGO}]},
        {"transcript": [{"who": "customer", "text": "x", "at": "yesterday"}]},
        {"transcript": [{"who": "customer", "text": "x", "at": "2026-11-01T10:00:00"}]},
        {"transcript": [{"who": "customer", "text": "x", "at": LONG_AGO}] * 51},
    ],
)
def test_what_makes_no_sense_is_refused_with_the_reason(
    assistant: Assistant, changes: dict[str, Any]
):
    body = check(assistant.post("/conversations", conversation(**changes)), 400, "invalid")
    assert next(iter(changes)) in body["message"]
    assert assistant.get("/presence").json()["waiting"] == 0


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'"x"', b"\xff", b'{"id": "\\ud800"}'])
@pytest.mark.parametrize("path", ["/conversations", f"/conversations/{uuid4()}/messages"])
def test_what_is_no_body_is_refused(assistant: Assistant, path: str, content: bytes):
    headers = Assistant.signed(content, path=path)
    answer = assistant.http.post(path, content=content, headers=headers)
    check(answer, 400, "invalid")


@pytest.mark.parametrize("reason", [None, "bored", "unanswered"])
def test_a_reason_that_is_none_ends_nothing(assistant: Assistant, reason: str | None):
    id_ = assistant.hand_over()
    check(assistant.post(f"/conversations/{id_}/end", {"reason": reason}), 400, "invalid")
    assert assistant.state(id_)["state"] == "waiting"


def test_what_is_too_long_is_not_read(assistant: Assistant):
    long = conversation(transcript=[{"who": "customer", "text": "x" * 10_000, "at": LONG_AGO}] * 30)
    check(assistant.post("/conversations", long), 413, "tooLarge")
    id_ = assistant.hand_over()
    check(assistant.write(id_, "x" * 4001), 400, "invalid")


def at(content: bytes, by: timedelta) -> dict[str, str]:
    """Signed at another moment."""
    return Assistant.signed(content, time=(clock.now() + by).isoformat())


FORGERIES: dict[str, Callable[[bytes], dict[str, str]]] = {
    "nothing": lambda _: {},
    "no time": lambda it: {"X-Signature-256": Assistant.signed(it)["X-Signature-256"]},
    "no signature": lambda it: {"X-Event-Time": Assistant.signed(it)["X-Event-Time"]},
    "another secret": lambda it: Assistant.signed(it, secret="another"),
    "no secret": lambda it: Assistant.signed(it, secret=""),
    "another body": lambda it: Assistant.signed(it + b" "),
    "an empty body": lambda _: Assistant.signed(b""),
    "another method": lambda it: Assistant.signed(it, method="GET"),
    "another path": lambda it: Assistant.signed(it, path=f"/conversations/{uuid4()}/end"),
    "another query": lambda it: Assistant.signed(it, path="/conversations?again"),
    "another time": lambda it: Assistant.signed(it) | {"X-Event-Time": clock.now().isoformat()},
    "no kind": lambda it: {
        name: value.removeprefix("sha256=") for name, value in Assistant.signed(it).items()
    },
    "odd letters": lambda it: Assistant.signed(it) | {"X-Signature-256": "sha256=\xc3\xb1"},
    "long ago": lambda it: at(it, timedelta(minutes=-6)),
    "not yet": lambda it: at(it, timedelta(minutes=6)),
    "no zone": lambda it: Assistant.signed(it, time=clock.now().replace(tzinfo=None).isoformat()),
    "no instant": lambda it: Assistant.signed(it, time="now"),
    "an empty time": lambda it: Assistant.signed(it, time=""),
}


@pytest.mark.parametrize("how", FORGERIES)
def test_what_is_forged_or_stale_is_401_and_changes_nothing(assistant: Assistant, how: str):
    content = json.dumps(conversation()).encode()
    headers = [(n.encode(), v.encode("latin-1")) for n, v in FORGERIES[how](content).items()]
    check(assistant.http.post("/conversations", content=content, headers=headers), 401, "notSigned")
    assert assistant.get("/presence").json()["waiting"] == 0


def test_a_signed_end_ends_no_other_conversation(assistant: Assistant):
    one, other = assistant.hand_over(), assistant.hand_over()
    content, path = b'{"reason": "customer_left"}', f"/conversations/{one}/end"
    read = Assistant.signed(content, path=path)

    elsewhere = assistant.http.post(f"/conversations/{other}/end", content=content, headers=read)
    check(elsewhere, 401, "notSigned")
    assert assistant.state(other)["state"] == "waiting"
    assert assistant.http.post(path, content=content, headers=read).status_code == 200
    assert assistant.state(one)["state"] == "ended"


def test_a_signature_covers_the_query(assistant: Assistant):
    path = "/presence?a=1&b=%C3%B1"
    headers = Assistant.signed(b"", method="GET", path=path)

    assert assistant.http.get(path, headers=headers).status_code == 200
    check(assistant.http.get("/presence?a=2&b=%C3%B1", headers=headers), 401, "notSigned")
    check(assistant.http.get("/presence", headers=headers), 401, "notSigned")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/presence"),
        ("GET", f"/conversations/{uuid4()}"),
        ("GET", "/conversations/what"),
        ("POST", f"/conversations/{uuid4()}/end"),
        ("POST", "/conversations/what/messages"),
    ],
)
def test_without_a_signature_nobody_learns_what_is_there(
    assistant: Assistant, method: str, path: str
):
    check(assistant.http.request(method, path), 401, "notSigned")


def test_other_addresses_and_methods_have_an_error_body_too(assistant: Assistant):
    check(assistant.get("/nothing"), 404, "notFound")
    answer = assistant.http.delete("/presence")
    check(answer, 405, "methodNotAllowed")
    assert answer.headers["Allow"] == "GET"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["id", "text", "at", "who", "reason"]), inner)
        ),
        max_leaves=8,
    )
)
def test_whatever_is_sent_is_refused_and_never_an_error_of_ours(assistant: Assistant, body: Any):
    for path in ("/conversations", f"/conversations/{uuid4()}/messages"):
        assert 400 <= assistant.post(path, body).status_code < 500


def test_without_a_secret_there_is_no_such_desk(tmp_path: Path, now: datetime):
    with empty_database(tmp_path) as place:
        app = create_app(Settings(aclaro_var=tmp_path, database_url=place))
        app.state.database.migrate()
        with running(app) as url:
            assistant = Assistant(url)
            assert assistant.get("/presence").status_code == 404
            assert assistant.post("/conversations", conversation()).status_code == 404
            assistant.http.close()
