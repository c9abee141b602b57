"""Meta's Graph API, as strict as Meta's: a server of this process that refuses what Meta refuses.

Customers who have written within 24 hours get anything, others only approved templates; the same
customer gets a message every `seconds_apart` seconds. `fail_next` makes it do what Meta does on bad
days.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from assistant.channels.whatsapp.templates import Templates
from tests.graph_rules import RefusedByMeta, check_message

PHONE_ID = "106540352242922"
TOKEN = "EAAJB-token-of-the-operator"
WINDOW = timedelta(hours=24)
PATIENCE = 30
APART = 0.2
"""Seconds between two messages to the same customer, for tests that need not wait for six."""


@dataclass(frozen=True)
class Message:
    """A message that a customer's telephone shows."""

    id: str
    to: str
    body: Mapping[str, Any]
    at: float

    @property
    def mark(self) -> str:
        """What comes back with its status."""
        return str(self.body.get("biz_opaque_callback_data", ""))

    @property
    def text(self) -> str:
        """Its words."""
        kind = self.body["type"]
        if kind == "text":
            return str(self.body["text"]["body"])
        if kind == "template":
            return f"[{self.body['template']['name']}/{self.body['template']['language']['code']}]"
        return str(self.body["interactive"]["body"]["text"])

    @property
    def choices(self) -> dict[str, str]:
        """What can be tapped: ids, and the titles on them, with the whole ones of a list."""
        if self.body["type"] != "interactive":
            return {}
        action = self.body["interactive"]["action"]
        buttons = {it["reply"]["id"]: it["reply"]["title"] for it in action.get("buttons", ())}
        rows = (row for it in action.get("sections", ()) for row in it["rows"])
        return buttons | {it["id"]: it.get("description") or it["title"] for it in rows}

    @property
    def link(self) -> str | None:
        """The address that its button opens."""
        if self.body.get("interactive", {}).get("type") != "cta_url":
            return None
        return str(self.body["interactive"]["action"]["parameters"]["url"])


class GraphApi:
    """The server. `heard` says when which address (number or user id) wrote last."""

    def __init__(
        self,
        seconds_apart: float = 6.0,
        now: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
        port: int = 0,
    ) -> None:
        self.seconds_apart = seconds_apart
        self.now = now
        self.heard: dict[str, datetime] = {}
        self.messages: list[Message] = []
        self.refusals: list[RefusedByMeta] = []
        self.read: list[str] = []
        self.media: dict[str, bytes] = {}
        self.templates = {
            (it.name, code): 1 for it in Templates.from_file() for code in it.languages.values()
        }
        self.on_message: Callable[[Message], None] = lambda _: None
        self._failures: list[RefusedByMeta | str] = []
        self._last: dict[str, float] = {}
        self._lock = threading.Condition()
        handler = type("Handler", (_Handler,), {"api": self})
        self._server = _Server(("127.0.0.1", port), handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """No longer there."""
        self._server.shutdown()
        self._server.server_close()

    def fail_next(self, *failures: RefusedByMeta | str) -> None:
        """What happens to the next messages: an error, "lost" (taken, and no answer), "off" (not
        taken, and no answer), or "fine".
        """
        self._failures.extend(failures)

    def to(self, *addresses: str) -> list[Message]:
        """What the customer of these addresses has got."""
        return [it for it in self.messages if it.to in addresses]

    def wait_for(self, count: int, *addresses: str, patience: float = PATIENCE) -> list[Message]:
        """The messages of these addresses, once there are so many of them."""
        with self._lock:
            self._lock.wait_for(lambda: len(self.to(*addresses)) >= count, patience)
        got = self.to(*addresses)
        assert len(got) >= count, f"{len(got)} of {count} messages: {[it.text for it in got]}"
        return got

    def wait_for_refusal(self) -> None:
        """Until something has been refused."""
        with self._lock:
            assert self._lock.wait_for(lambda: self.refusals, PATIENCE)

    def take(self, token: str, body: Mapping[str, Any]) -> dict[str, Any] | None:
        """Meta's answer to a message; None for no answer. Raises RefusedByMeta."""
        with self._lock:
            try:
                return self._take(token, body)
            except RefusedByMeta as refusal:
                self.refusals.append(refusal)
                raise
            finally:
                self._lock.notify_all()

    def _take(self, token: str, body: Mapping[str, Any]) -> dict[str, Any] | None:
        self.check_token(token)
        if body.get("status") == "read":
            self.read.append(body["message_id"])
            return {"success": True}
        to = check_message(body, self.templates)
        failure = self._failures.pop(0) if self._failures else "fine"
        if isinstance(failure, RefusedByMeta):
            raise failure
        if failure == "off":
            return None
        heard = self.heard.get(to)
        if body["type"] != "template" and (heard is None or self.now() - heard >= WINDOW):
            raise RefusedByMeta(131047, "More than 24 hours have passed since the last message")
        now = time.monotonic()
        # The clocks of two processes: a hundredth of a second is not a message too soon.
        if now - self._last.get(to, -1e9) < self.seconds_apart - 0.01:
            raise RefusedByMeta(131056, "(Business Account, Consumer Account) pair rate limit hit")
        self._last[to] = now
        message = Message(f"wamid.{uuid.uuid4().hex}", to, body, now)
        self.messages.append(message)
        self.on_message(message)
        if failure == "lost":
            return None
        name = "user_id" if "." in to else "wa_id"
        return {
            "messaging_product": "whatsapp",
            "contacts": [{"input": to, name: to}],
            "messages": [{"id": message.id}],
        }

    def check_token(self, token: str) -> None:
        """Raises RefusedByMeta for a wrong one."""
        if token != f"Bearer {TOKEN}":
            raise RefusedByMeta(190, "Invalid OAuth access token", 401)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever is killed in the middle of a test does not hang up first."""


class _Handler(BaseHTTPRequestHandler):
    api: GraphApi
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self._place()[1:] != [PHONE_ID, "messages"]:
            self._refuse(RefusedByMeta(100, "Unsupported post request", 404))
            return
        try:
            answer = self.api.take(self.headers.get("Authorization", ""), json.loads(body))
        except RefusedByMeta as refusal:
            self._refuse(refusal)
            return
        if answer is None:
            self.close_connection = True
            return
        self._answer(200, json.dumps(answer).encode())

    def do_GET(self) -> None:
        try:
            self.api.check_token(self.headers.get("Authorization", ""))
        except RefusedByMeta as refusal:
            self._refuse(refusal)
            return
        *folder, media_id = self._place()
        content = self.api.media.get(media_id)
        if content is None:
            self._refuse(RefusedByMeta(100, "Unsupported get request", 400))
        elif folder == ["files"]:
            self._answer(200, content, "application/octet-stream")
        else:
            told = {
                "messaging_product": "whatsapp",
                "url": f"{self.api.url}/files/{media_id}",
                "mime_type": "application/octet-stream",
                "sha256": hashlib.sha256(content).hexdigest(),
                "file_size": len(content),
                "id": media_id,
            }
            self._answer(200, json.dumps(told).encode())

    def log_message(self, *_: Any) -> None:
        """Nothing: the tests look at what was taken."""

    def _place(self) -> list[str]:
        return urlsplit(self.path).path.strip("/").split("/")

    def _refuse(self, refusal: RefusedByMeta) -> None:
        self._answer(refusal.status, json.dumps(refusal.body()).encode())

    def _answer(self, status: int, body: bytes, kind: str = "application/json") -> None:
        with suppress(ConnectionError):
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
