"""The desk over HTTP: signed, the same id twice is one, and what its refusals mean."""

import hashlib
import hmac
from datetime import datetime, timezone

import pytest

from locales import DIRECTORY
from selfcare.bootstrap import desk_from_environment, patience_from_environment
from selfcare.errors import TimedOut, Unavailable
from selfcare.handoff import Customer, Ended, Line, Place, Presence, Wish, Words
from selfcare.handoff_chatwoot import Chatwoot
from selfcare.handoff_desk import HandoffDesk, SignedAuth
from selfcare.operator_http import OperatorHttp
from tests.unit.selfcare.fakes import CHAT, NOW
from tests.unit.selfcare.operator_server import NEVER, OperatorServer, Reply

SECRET = "a secret"
AT = datetime(2026, 11, 18, 9, 59, tzinfo=timezone.utc)
ID = "0e8f2f1e-6f0e-4c53-9f0e-111111111111"
TALK = f"/handoff/v1/conversations/{ID}"
WISH = Wish(
    CHAT,
    "es",
    "dispute_charge",
    None,
    Customer("Ana Castro", "BA-1"),
    (Line("customer", "¿hola?", AT),),
)


@pytest.fixture
def desk(operator: OperatorServer) -> HandoffDesk:
    auth = SignedAuth(SECRET, lambda: NOW)
    return HandoffDesk(OperatorHttp(operator.url, (0.5, 0.5), "the desk", auth))


def test_every_request_is_signed(operator: OperatorServer, desk: HandoffDesk):
    operator.tell("GET", "/handoff/v1/presence", Reply({"present": 2, "waiting": 1}))
    operator.tell("POST", "/handoff/v1/conversations", Reply({"id": ID}, 201))

    assert desk.presence() == Presence(2, 1)
    assert desk.open(ID, WISH) == ID

    asked = operator.requests("GET", "/handoff/v1/presence") + operator.requests(
        "POST", "/handoff/v1/conversations"
    )
    for request in asked:
        told = "\n".join((request.method, request.path, NOW.isoformat(), "")).encode()
        told += request.body
        digest = hmac.new(SECRET.encode(), told, hashlib.sha256).hexdigest()
        assert request.headers["X-Event-Time"] == NOW.isoformat()
        assert request.headers["X-Signature-256"] == f"sha256={digest}"


def test_what_is_handed_over(operator: OperatorServer, desk: HandoffDesk):
    operator.tell("POST", "/handoff/v1/conversations", Reply({"id": ID}, 200))
    desk.open(ID, WISH)
    (asked,) = operator.requests("POST", "/handoff/v1/conversations")
    assert asked.json() == {
        "id": ID,
        "channel": "web",
        "language": "es",
        "customer": {"name": "Ana Castro", "accountId": "BA-1"},
        "summary": {"wish": "dispute_charge", "report": None, "language": "es"},
        "transcript": [{"who": "customer", "text": "¿hola?", "at": AT.isoformat()}],
    }


def test_who_is_not_signed_in_has_no_name(operator: OperatorServer, desk: HandoffDesk):
    operator.tell("POST", "/handoff/v1/conversations", Reply({"id": ID}, 201))
    desk.open(ID, Wish(CHAT, "es"))
    (asked,) = operator.requests("POST", "/handoff/v1/conversations")
    assert asked.json()["customer"] is None


def test_where_it_stands(operator: OperatorServer, desk: HandoffDesk):
    standing = {"id": ID, "state": "waiting", "position": 3, "present": 1}
    operator.tell("GET", TALK, Reply(standing))
    assert desk.place(ID) == Place("waiting", 3, 1)


def test_words_and_the_end(operator: OperatorServer, desk: HandoffDesk):
    operator.tell("POST", f"{TALK}/messages", Reply({"id": "m-1"}, 201))
    operator.tell("POST", f"{TALK}/end", Reply({"id": ID, "state": "ended"}))
    desk.hear(ID, Words("m-1", "hola", AT))
    desk.end(ID, "customer_ended")
    (words,) = operator.requests("POST", f"{TALK}/messages")
    (end,) = operator.requests("POST", f"{TALK}/end")
    assert words.json() == {"id": "m-1", "text": "hola", "at": AT.isoformat()}
    assert end.json() == {"reason": "customer_ended"}


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply({"code": "conflict"}, 409), Ended),
        (Reply({"code": "notFound"}, 404), Ended),
        (Reply({"detail": "another server"}, 404), Unavailable),
        (Reply({"code": "unauthorized"}, 401), Unavailable),
        (Reply({}, 503, {"Retry-After": "600"}), Unavailable),
        (Reply([]), Unavailable),
        (NEVER, TimedOut),
    ],
)
def test_what_a_refusal_means(
    operator: OperatorServer, desk: HandoffDesk, reply: Reply, error: type[Exception]
):
    operator.tell("POST", f"{TALK}/messages", reply)
    with pytest.raises(error):
        desk.hear(ID, Words("m-1", "hola", AT))


def test_a_desk_that_counts_in_words_is_not_understood(operator: OperatorServer, desk: HandoffDesk):
    operator.tell("GET", "/handoff/v1/presence", Reply({"present": "two", "waiting": 0}))
    with pytest.raises(Unavailable):
        desk.presence()


@pytest.fixture
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HANDOFF", "HANDOFF_SECRET", "HANDOFF_URL"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_secret_there_is_no_desk(nothing_set: None, monkeypatch: pytest.MonkeyPatch):
    assert desk_from_environment(DIRECTORY) is None
    monkeypatch.setenv("HANDOFF_SECRET", SECRET)
    assert isinstance(desk_from_environment(DIRECTORY), HandoffDesk)
    monkeypatch.setenv("HANDOFF", "none")
    assert desk_from_environment(DIRECTORY) is None


def test_chatwoot_is_chosen_by_name(nothing_set: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HANDOFF", "chatwoot")
    with pytest.raises(KeyError):
        desk_from_environment(DIRECTORY)
    values = {"URL": "https://x.example", "ACCOUNT_ID": "1", "INBOX_ID": "2", "TOKEN": "t"}
    for name, value in values.items():
        monkeypatch.setenv(f"CHATWOOT_{name}", value)
    assert isinstance(desk_from_environment(DIRECTORY), Chatwoot)


def test_another_word_is_refused_at_the_start(nothing_set: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HANDOFF", "Zendesk")
    with pytest.raises(ValueError, match="Zendesk"):
        desk_from_environment(DIRECTORY)


def test_how_long_somebody_is_waited_for_is_a_setting(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HANDOFF_PERSON_MINUTES", "3")
    monkeypatch.setenv("HANDOFF_CUSTOMER_MINUTES", "0.5")
    patience = patience_from_environment()
    assert (patience.person.total_seconds(), patience.customer.total_seconds()) == (180, 30)
