"""Ten thousand webhooks, a thousand genuine ones among them: each of those is answered once."""

from __future__ import annotations

import json
import random
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import NamedTuple

import pytest
import requests

from tests.graph_api import GraphApi
from tests.whatsapp_server import WhatsAppServer
from tests.whatsapp_user import WhatsAppUser, signed, webhook

GENUINE = 1_000
IN_ALL = 10_000
CUSTOMERS = 100
AT_ONCE = 8
SEED = 20261126


class Hook(NamedTuple):
    """A webhook, and the status that it must get."""

    kind: str
    body: bytes
    headers: dict[str, str]
    status: int


@pytest.fixture(scope="module")
def graph() -> Iterator[GraphApi]:
    api = GraphApi(seconds_apart=0.0)
    yield api
    api.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, graph: GraphApi) -> Iterator[WhatsAppServer]:
    server = WhatsAppServer(tmp_path_factory.mktemp("storm"), graph)
    server.start()
    yield server
    server.kill()


class Storm:
    """Makes webhooks: genuine ones first, and others that are like them but for one thing."""

    def __init__(self, graph: GraphApi, address: str) -> None:
        self.chance = random.Random(SEED)
        self.graph = graph
        self.users = [
            WhatsAppUser(graph, address, str(34_610_000_000 + n)) for n in range(CUSTOMERS)
        ]
        self.genuine = [self._genuine(n) for n in range(GENUINE)]

    def hooks(self) -> list[Hook]:
        """All of them, in any order but one: a customer's genuine ones may be overtaken too."""
        makers = (
            self._forged,
            self._unsigned,
            self._replayed,
            self._late,
            self._malformed,
            self._foreign,
            self._changed,
        )
        others = [self.chance.choice(makers)() for _ in range(IN_ALL - GENUINE)]
        hooks = [*self.genuine, *others]
        self.chance.shuffle(hooks)
        return hooks

    def texts(self) -> list[str]:
        """The answers that there must be."""
        return sorted(f"> mensaje {n}" for n in range(GENUINE))

    def _genuine(self, number: int) -> Hook:
        user = self.chance.choice(self.users)
        said = {"type": "text", "text": {"body": f"mensaje {number}"}}
        body = webhook(user.value(user.message(said)))
        return Hook("genuine", body, signed(body), 200)

    def _said(self, text: str, days: int = 0) -> bytes:
        user = self.chance.choice(self.users)
        message = user.message({"type": "text", "text": {"body": text}})
        at = self.graph.now() - timedelta(days=days)
        return webhook(user.value({**message, "timestamp": str(int(at.timestamp()))}))

    def _forged(self) -> Hook:
        body = self._said("falsificado")
        return Hook("forged", body, signed(body, "somebody else's secret"), 401)

    def _unsigned(self) -> Hook:
        body = self._said("sin firma")
        headers = self.chance.choice(
            [
                {},
                {"X-Hub-Signature-256": "sha256="},
                {"X-Hub-Signature-256": "sha1=da39a3ee5e6b4b0d3255bfef95601890afd80709"},
            ]
        )
        return Hook("unsigned", body, headers, 401)

    def _changed(self) -> Hook:
        one = self.chance.choice(self.genuine)
        return Hook("changed", one.body.replace(b"mensaje", b"cambiado"), one.headers, 401)

    def _replayed(self) -> Hook:
        return self.chance.choice(self.genuine)._replace(kind="replayed")

    def _late(self) -> Hook:
        body = self._said("de hace ocho días", days=8)
        return Hook("late", body, signed(body), 200)

    def _foreign(self) -> Hook:
        value = json.loads(self._said("otro"))["entry"][0]["changes"][0]["value"]
        body = webhook({k: it for k, it in value.items() if k != "metadata"}, phone_id="999")
        return Hook("foreign", body, signed(body), 200)

    def _malformed(self) -> Hook:
        whole = self._said("roto")
        body = self.chance.choice(
            [
                b"",
                b"null",
                b"[]",
                b"\xff\xfe",
                b"{" * 5_000,
                whole[: self.chance.randrange(1, len(whole))],
                whole.replace(b'"entry"', b'"entries"'),
                whole.replace(b'"messages": [', b'"messages": [7, '),
                whole.replace(b'"timestamp": "', b'"timestamp": "soon'),
                whole.replace(b'"id": "wamid', b'"it": "wamid'),
                whole.replace(b'"from": "', b'"from": "Ann '),
                whole.replace(b'"type": "text"', b'"type": 5'),
            ]
        )
        return Hook("malformed", body, signed(body), 400)


@pytest.mark.timeout(600)
def test_each_genuine_message_is_answered_once_and_nothing_else_is(
    graph: GraphApi, server: WhatsAppServer
):
    storm = Storm(graph, server.url)
    hooks = storm.hooks()
    assert len(hooks) == IN_ALL
    address = f"{server.url}/webhooks/whatsapp/webhook"

    def post_all(part: list[Hook]) -> list[tuple[Hook, int]]:
        with requests.Session() as session:
            return [
                (it, session.post(address, it.body, headers=it.headers, timeout=60).status_code)
                for it in part
            ]

    with ThreadPoolExecutor(AT_ONCE) as pool:
        parts = pool.map(post_all, (hooks[n::AT_ONCE] for n in range(AT_ONCE)))
    wrong = {(it.kind, status) for part in parts for it, status in part if status != it.status}
    assert not wrong
    numbers = [user.phone for user in storm.users if user.phone]
    graph.wait_for(GENUINE, *numbers)
    last = WhatsAppUser(graph, server.url, "34699999999")
    last.say("final")
    last.wait()
    assert sorted(it.text for it in graph.to(*numbers)) == storm.texts()
    assert sorted(server.heard()) == sorted([f"mensaje {n}" for n in range(GENUINE)] + ["final"])
    assert not graph.refusals


@pytest.mark.parametrize(("length", "status"), [(3 * 2**20, 401), (3 * 2**20 + 1, 413)])
def test_a_body_that_is_too_long_is_not_read_to_its_end(
    length: int, status: int, server: WhatsAppServer
):
    head = (
        f"POST /webhooks/whatsapp/webhook HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port), 30) as connection:
        connection.sendall(head.encode() + b" " * length)
        answer = connection.recv(100)
    assert answer.startswith(f"HTTP/1.1 {status} ".encode())
