"""A person in the chat: the customer hears them, they hear the customer, the assistant is quiet."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import requests

from assistant.clock import now
from selfcare.handoffs import HANDED_BACK, WITH_PERSON, Handoffs
from selfcare.signin import Conversation
from selfcare.store import HandoffEventRow, Store
from tests.chat_client import ChatClient
from tests.chatwoot_api import ChatwootApi, deliver
from tests.handoff_server import DESK_SECRET, HandoffServer

GRACE = "Grace Bennett"


class Desk:
    """What the desk tells of one hand-off, and what it would hear."""

    def __init__(self, server: HandoffServer, chat: ChatClient) -> None:
        assert chat.session
        self.url = f"{server.url}/webhooks/handoff/"
        self.handoffs = Handoffs(Store.at(f"sqlite:///{server.directory / 'selfcare.db'}"), now)
        self.conversation = Conversation("web", chat.session.split(".")[0])
        self.id = self.handoffs.begin(self.conversation, chat.language)
        self.handoffs.waits(self.id, self.id)

    def tell(self, event: str, text: str | None = None, **changes: Any) -> int:
        """The status with which an event is answered."""
        content = {
            "eventId": str(uuid.uuid4()),
            "handoff": self.id,
            "event": event,
            "officer": GRACE,
            "text": text,
            "at": now().isoformat(),
            **changes,
        }
        return self.post(json.dumps(content).encode())

    def post(self, body: bytes, secret: str = DESK_SECRET, age: timedelta = timedelta(0)) -> int:
        """The status."""
        moment = (now() - age).isoformat()
        said = f"POST\n/webhooks/handoff/\n{moment}\n".encode() + body
        signed = hmac.new(secret.encode(), said, hashlib.sha256)
        headers = {"X-Event-Time": moment, "X-Signature-256": f"sha256={signed.hexdigest()}"}
        return requests.post(self.url, body, headers=headers, timeout=10).status_code

    def heard(self) -> list[str]:
        """The customer's words that are on their way to the person."""
        return [it.words.text for it in self.handoffs.errands() if it.handoff == self.id]

    def wait_until_told(self) -> None:
        deadline = time.monotonic() + 30
        while self.handoffs.untold():
            assert time.monotonic() < deadline, "something was not told"
            time.sleep(0.05)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HandoffServer]:
    server = HandoffServer(tmp_path_factory.mktemp("handoff"))
    server.start()
    yield server
    server.kill()


@pytest.fixture
def chat(running: HandoffServer) -> Iterator[ChatClient]:
    with ChatClient.connect(running.url, "en") as chat:
        yield chat


@pytest.fixture
def desk(running: HandoffServer, chat: ChatClient) -> Desk:
    return Desk(running, chat)


def test_who_waits_is_answered_by_the_assistant(chat: ChatClient, desk: Desk) -> None:
    (answer,) = chat.say("hello")
    assert answer.text == "> hello"
    assert desk.heard() == ["hello"]


def test_a_person_is_introduced_heard_by_name_and_hears_everything(
    chat: ChatClient, desk: Desk
) -> None:
    seen = chat.seen
    assert desk.tell("taken") == 201
    here = chat.wait_for("Grace Bennett is here", after=seen)
    assert here.titles == ["Back to assistant"]

    assert chat.say("my bill is wrong") == []
    assert chat.press("/affirm") == []
    assert desk.heard() == ["my bill is wrong", "/affirm"]

    assert desk.tell("said", "Good morning") == 201
    said = chat.wait_for("Good morning", after=seen)
    assert (said.text, said.speaker) == ("Good morning", GRACE)


def test_words_arrive_in_order_and_each_once(chat: ChatClient, desk: Desk) -> None:
    seen = chat.seen
    desk.tell("taken")
    for n in range(12):
        body = {
            "eventId": f"{desk.id}-{n}",
            "handoff": desk.id,
            "event": "said",
            "officer": GRACE,
            "text": f"line {n}",
            "at": now().isoformat(),
        }
        content = json.dumps(body).encode()
        with ThreadPoolExecutor(3) as pool:
            assert set(pool.map(desk.post, [content] * 3)) == {201}
    chat.wait_for("line 11", after=seen)
    lines = [m.text for m in chat.messages if m.seq > seen and m.speaker]
    assert lines == [f"line {n}" for n in range(12)]


def test_the_customer_goes_back_to_the_assistant_by_a_button(chat: ChatClient, desk: Desk) -> None:
    seen = chat.seen
    desk.tell("taken")
    chat.wait_for("Grace Bennett is here", after=seen)
    assert chat.press("Back to assistant") == []
    (answer,) = chat.say("hello again")
    assert answer.text == "> hello again"
    assert desk.heard() == ["customer_ended"]


def test_two_conversations_do_not_hear_each_other(
    running: HandoffServer, chat: ChatClient, desk: Desk
) -> None:
    with ChatClient.connect(running.url, "fr") as other:
        seen, other_seen = chat.seen, other.seen
        other_desk = Desk(running, other)
        desk.tell("taken")
        other_desk.tell("taken", officer="Hugo Marchand")
        chat.wait_for("Grace Bennett is here", after=seen)
        other.wait_for("Hugo Marchand est là", after=other_seen)
        desk.tell("said", "for the first")
        other_desk.tell("said", "pour la seconde", officer="Hugo Marchand")
        chat.wait_for("for the first", after=seen)
        other.wait_for("pour la seconde", after=other_seen)
        assert chat.say("one") == other.say("deux") == []
        assert (desk.heard(), other_desk.heard()) == (["one"], ["deux"])
        assert not [m for m in chat.messages if "seconde" in m.text]
        assert not [m for m in other.messages if "first" in m.text]


def test_a_server_that_is_killed_in_the_middle_loses_and_doubles_nothing(
    tmp_path: Path,
) -> None:
    server = HandoffServer(tmp_path)
    server.start()
    try:
        chat = ChatClient.connect(server.url, "en")
        desk = Desk(server, chat)
        desk.tell("taken")
        desk.tell("said", "before")
        chat.wait_for("before", after=0)
        chat.post("asked before")
        desk.handoffs.take("kept-1", desk.id, "said", GRACE, "while it was away, one")
        server.kill()
        desk.handoffs.take("kept-2", desk.id, "said", GRACE, "while it was away, two")
        server.start()
        chat.open()

        chat.wait_for("while it was away, two", after=0)
        assert chat.say("asked after") == []
        desk.wait_until_told()

        assert [m.text for m in chat.messages if m.speaker] == [
            "before",
            "while it was away, one",
            "while it was away, two",
        ]
        assert desk.heard() == ["asked before", "asked after"]
        assert not [m for m in chat.messages if m.text.startswith(">")]
        chat.close()
    finally:
        server.kill()


def test_a_message_that_is_told_and_not_marked_is_not_said_again(
    running: HandoffServer, chat: ChatClient, desk: Desk
) -> None:
    desk.tell("taken")
    desk.tell("said", "only once")
    chat.wait_for("only once", after=0)
    desk.wait_until_told()
    store = Store.at(f"sqlite:///{running.directory / 'selfcare.db'}")
    with store.session() as session:
        session.query(HandoffEventRow).filter_by(handoff=desk.id).update({"told": False})
    desk.wait_until_told()
    assert len([m for m in chat.messages if m.text == "only once"]) == 1


@pytest.mark.parametrize(
    ("event", "changes"),
    [
        ("said", {"text": None}),
        ("said", {"text": " "}),
        ("said", {"text": "x" * 4001}),
        ("said", {"text": ["words"]}),
        ("said", {"text": "hello", "officer": None}),
        ("taken", {"officer": ""}),
        ("taken", {"officer": "x" * 201}),
        ("taken", {"eventId": ""}),
        ("taken", {"eventId": 7}),
        ("taken", {"handoff": None}),
        ("taken", {"at": "yesterday"}),
        ("taken", {"at": "2026-11-18T10:00:00"}),
        ("shouted", {}),
        (["taken"], {}),
    ],
)
def test_what_is_no_event_is_refused(desk: Desk, event: Any, changes: dict[str, Any]) -> None:
    assert desk.tell(event, **changes) == 400
    assert desk.handoffs.untold() == []


@pytest.mark.parametrize("body", [b"", b"no JSON", b"[]", b"null", b"{}", b"\xff\xfe"])
def test_what_cannot_be_read_is_refused(desk: Desk, body: bytes) -> None:
    assert desk.post(body) == 400


def test_forged_and_old_events_change_nothing(desk: Desk) -> None:
    event = {"eventId": "forged", "handoff": desk.id, "event": "taken", "officer": GRACE}
    body = json.dumps({**event, "at": now().isoformat()}).encode()
    assert desk.post(body, secret="another") == 401
    assert desk.post(body, age=timedelta(minutes=6)) == 401
    assert desk.post(body, age=timedelta(minutes=-6)) == 401
    assert requests.post(desk.url, body, timeout=10).status_code == 401
    assert desk.post(b"x" * 70_000) == 413
    live = desk.handoffs.find(desk.id)
    assert live
    assert live.state != WITH_PERSON


def test_an_unknown_hand_off_is_not_there(desk: Desk) -> None:
    assert desk.tell("taken", handoff=str(uuid.uuid4())) == 404


class Chatwoot:
    """Chatwoot's side of one hand-off."""

    def __init__(self, server: HandoffServer, desk: Desk, number: int) -> None:
        self.url = f"{server.url}/webhooks/chatwoot/"
        self.api = ChatwootApi()
        source = self.api.make_contact({"inbox_id": 3, "name": "A", "identifier": "a"})
        contact = source["payload"]["contact"]["id"]
        self.api.make_talk({"inbox_id": 3, "contact_id": contact, "status": "open"})
        (talk,) = self.api.talks.values()
        talk.id = number
        self.api.talks = {number: talk}
        self.number = number
        desk.handoffs.waits(desk.id, str(number))


@pytest.fixture
def chatwoot(running: HandoffServer, desk: Desk) -> Iterator[Chatwoot]:
    chatwoot = Chatwoot(running, desk, int(uuid.uuid4().int % 1_000_000_000))
    yield chatwoot
    chatwoot.api.close()


def test_an_agent_of_chatwoot_is_introduced_and_heard_once(
    chat: ChatClient, desk: Desk, chatwoot: Chatwoot
) -> None:
    seen = chat.seen
    payload = chatwoot.api.agent_writes(chatwoot.number, "Good morning")
    for _ in range(3):
        assert deliver(chatwoot.url, payload) == 200
    chat.wait_for("Good morning", after=seen)
    assert deliver(chatwoot.url, chatwoot.api.agent_writes(chatwoot.number, "Well?")) == 200
    chat.wait_for("Well?", after=seen)

    said = [(m.speaker, m.text.split("\n")[0]) for m in chat.messages if m.seq > seen]
    assert said == [
        (None, f"{GRACE} is here and will take over now. Whatever you write goes to {GRACE}."),
        (GRACE, "Good morning"),
        (GRACE, "Well?"),
    ]
    assert chat.say("hello") == []
    assert desk.heard() == ["hello"]


def test_notes_echoes_and_bots_are_not_for_the_customer(
    chat: ChatClient, desk: Desk, chatwoot: Chatwoot
) -> None:
    note = chatwoot.api.agent_writes(chatwoot.number, "a difficult one", private=True)
    said = chatwoot.api.agent_writes(chatwoot.number, "hello")
    bot = {**said, "id": 1, "sender": {"id": 2, "name": "Bot", "type": "agent_bot"}}
    echo = {**said, "id": 2, "message_type": "incoming"}
    template = {**said, "id": 3, "message_type": "template"}
    unclear = {name: value for name, value in said.items() if name != "private"}
    updated = {**said, "event": "message_updated"}
    elsewhere = {**said, "conversation": {"id": chatwoot.number, "inbox_id": 99}}
    account = {**said, "account": {"id": 99}}
    for payload in (note, bot, echo, template, unclear, updated, elsewhere, account):
        assert deliver(chatwoot.url, payload) == 200
    assert desk.handoffs.untold() == []
    (answer,) = chat.say("still the assistant")
    assert answer.text == "> still the assistant"


def test_what_an_agent_attaches_comes_as_its_address(
    chat: ChatClient, desk: Desk, chatwoot: Chatwoot
) -> None:
    address = "https://chatwoot.example/rails/active_storage/blobs/redirect/x/bill.pdf"
    files = [
        {"id": 5, "file_type": "file", "data_url": address},
        {"id": 6, "file_type": "location"},
    ]
    seen = chat.seen
    with_words = chatwoot.api.agent_writes(chatwoot.number, "Your bill:")
    assert deliver(chatwoot.url, {**with_words, "attachments": files}) == 200
    alone = chatwoot.api.agent_writes(chatwoot.number, "")
    assert deliver(chatwoot.url, {**alone, "content": None, "attachments": files}) == 200
    nothing = chatwoot.api.agent_writes(chatwoot.number, "")
    assert deliver(chatwoot.url, {**nothing, "content": None, "attachments": files[1:]}) == 200
    deliver(chatwoot.url, chatwoot.api.agent_writes(chatwoot.number, "That is all"))
    chat.wait_for("That is all", after=seen)
    said = [it.text for it in chat.messages if it.seq > seen and it.speaker == GRACE]
    assert said == [f"Your bill:\n{address}", address, "That is all"]


def test_resolved_hands_back(desk: Desk, chatwoot: Chatwoot) -> None:
    deliver(chatwoot.url, chatwoot.api.agent_writes(chatwoot.number, "All done"))
    desk.wait_until_told()
    opened = {**chatwoot.api.resolves(chatwoot.number), "status": "open"}
    assert deliver(chatwoot.url, opened) == 200
    assert desk.handoffs.of(desk.conversation)
    for _ in range(2):
        assert deliver(chatwoot.url, chatwoot.api.resolves(chatwoot.number)) == 200
    assert [it.ending for it in desk.handoffs.left() if it.id == desk.id] == [HANDED_BACK]


def test_forged_and_old_webhooks_of_chatwoot_change_nothing(desk: Desk, chatwoot: Chatwoot) -> None:
    payload = chatwoot.api.agent_writes(chatwoot.number, "hello")
    assert deliver(chatwoot.url, payload, secret="another") == 401
    assert deliver(chatwoot.url, payload, age=400) == 401
    assert deliver(chatwoot.url, payload, age=-400) == 401
    assert requests.post(chatwoot.url, json=payload, timeout=10).status_code == 401
    for at, signature in ((b"9" * 40, b"sha256=0"), (b"1", b"\xff")):
        odd = {"X-Chatwoot-Timestamp": at, "X-Chatwoot-Signature": signature}
        assert requests.post(chatwoot.url, json=payload, headers=odd, timeout=10).status_code == 401
    assert desk.handoffs.untold() == []


@pytest.mark.parametrize("payload", [[], "text", None, 7])
def test_what_is_no_webhook_is_refused(chatwoot: Chatwoot, payload: Any) -> None:
    assert deliver(chatwoot.url, payload) == 400


@pytest.mark.parametrize(
    "payload",
    [
        {"event": "message_created"},
        {"event": "message_created", "conversation": 4, "sender": []},
        {"event": "conversation_status_changed", "id": "41", "inbox_id": 3, "status": "resolved"},
        {"event": ["message_created"], "inbox_id": 3},
        {"inbox_id": 3},
    ],
)
def test_what_has_another_form_is_left(chatwoot: Chatwoot, payload: dict[str, Any]) -> None:
    assert deliver(chatwoot.url, payload) == 200
